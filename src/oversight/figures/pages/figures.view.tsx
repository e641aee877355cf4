import type { VNode } from 'preact';
import { Meanings, type Report, type Sheet, SheetTable } from '../../../coverage/index.ts';
import { Notice, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { BarChart } from '../chart.view.tsx';
import { t } from '../messages.ts';
import { TallyTable } from '../tally.view.tsx';

function Sheets({ lang, sheets }: { lang: Lang; sheets: readonly Sheet[] }): VNode {
  return (
    <>
      {sheets.map((sheet) =>
        sheet.key === 'stage' ? (
          <BarChart key={sheet.key} lang={lang} title={t(lang)('figures.chart')} sheet={sheet} />
        ) : sheet.key === 'others' ? (
          <TallyTable key={sheet.key} lang={lang} sheet={sheet} />
        ) : (
          <SheetTable key={sheet.key} lang={lang} sheet={sheet} />
        ),
      )}
    </>
  );
}

function Files({ lang, href }: { lang: Lang; href: (ending: string) => string }): VNode {
  return (
    <p class="row no-print">
      {t(lang)('figures.files')}
      {['csv', 'json'].map((ending) => (
        <a key={ending} href={href(ending)}>
          {ending.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

export function OpenFiguresView(props: {
  lang: Lang;
  report: Report;
  institutions: number;
  counted: number;
  isExample: boolean;
}): VNode {
  const { lang, report, institutions, counted, isExample } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{report.title}</h1>
      <p class="prose">{tr('figures.lead')}</p>
      {isExample ? (
        <p>
          <Tag tone="warn">{tr('figures.example')}</Tag>
        </p>
      ) : null}
      {counted > 0 ? null : (
        <Notice>
          <p>{tr(institutions === 0 ? 'figures.none' : 'figures.tooFew')}</p>
        </Notice>
      )}
      <Sheets lang={lang} sheets={report.sheets} />
      <Files lang={lang} href={(ending) => to('oversightOpenFile', { file: `pengawasan.${ending}` })} />
      <p>
        <a href={to('oversightOpenFile', { file: 'metode' })}>{tr('figures.method')}</a>
      </p>
      <Meanings lang={lang} report={report} />
    </>
  );
}

export function MethodView({ lang, report }: { lang: Lang; report: Report }): VNode {
  return (
    <>
      <h1>{t(lang)('figures.method')}</h1>
      <Meanings lang={lang} report={report} />
      <p>
        <a href={urls.oversightOpen}>{t(lang)('figures.back')}</a>
      </p>
    </>
  );
}

export function OwnFiguresView(props: {
  lang: Lang;
  agencyId: string;
  report: Report;
  cases: number;
  exact: boolean;
}): VNode {
  const { lang, agencyId, report, cases, exact } = props;
  const tr = t(lang);
  return (
    <>
      <h1>{report.title}</h1>
      <p class="prose">{tr('figures.ownLead')}</p>
      {exact ? null : (
        <Notice>
          <p>{tr('figures.rounded')}</p>
        </Notice>
      )}
      {cases > 0 ? null : <p>{tr(exact ? 'figures.noCase' : 'figures.tooFew')}</p>}
      <Sheets lang={lang} sheets={report.sheets} />
      <Files
        lang={lang}
        href={(ending) => to('oversightFiguresFile', { agency: agencyId, file: `${report.file}.${ending}` })}
      />
      <p class="prose">{tr('figures.publish')}</p>
      <p class="row">
        <a href={to('publicFigures', { agency: agencyId })}>{tr('figures.publishLink')}</a>
        <a href={urls.oversightOpen}>{tr('figures.openLink')}</a>
      </p>
      <Meanings lang={lang} report={report} />
    </>
  );
}
