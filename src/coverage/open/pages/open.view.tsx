import type { VNode } from 'preact';
import { formatMoment, formatShare } from '../../../platform/format.ts';
import { Bar, Notice, Pager, Tag } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { to, urls } from '../../../urls.ts';
import { Legend, TileMap } from '../../charts/tile-map.view.tsx';
import { type Asked, PAGE } from '../../nation/asked.ts';
import { PROVINCES } from '../../nation/figures.ts';
import { ElectionChoice } from '../../nation/pages/election-choice.view.tsx';
import type { Report } from '../../nation/report.ts';
import { Meanings, SheetTable } from '../../nation/report.view.tsx';
import { t } from '../messages.ts';
import { counted, denominator, shownIn } from '../open-report.ts';
import type { OpenAgency } from '../read-open.ts';
import type { Shown } from '../shown.ts';
import { sumRows } from '../suppress.ts';

export function OpenView(props: {
  lang: Lang;
  report: Report;
  shown: readonly Shown[];
  asked: Asked;
  region: string | null;
  page: number;
}): VNode {
  const { lang, report, shown, asked, region, page } = props;
  const tr = t(lang);
  const here = region === null ? urls.open : to('openRegion', { region });
  const own = shownIn(shown, region);
  const pages = Math.max(1, Math.ceil(own.length / PAGE));
  const total = sumRows(counted(own));
  return (
    <>
      {region === null ? null : <Up lang={lang} href={`${urls.open}?pemilu=${asked.election}`} />}
      <h1>{report.title}</h1>
      <Example lang={lang} shown={own} />
      <ElectionChoice
        lang={lang}
        action={here}
        fields={[{ name: 'pemilu', label: tr('open.election'), value: asked.election }]}
        choices={asked.choices}
      />
      {total.audience === 0 ? (
        <Notice>
          <p>{tr(own.length === 0 ? 'open.nobody' : 'open.tooFew')}</p>
        </Notice>
      ) : (
        <div class="card">
          <p class="figure">{formatShare(lang, total.signed / total.audience)}</p>
          <p>{denominator(lang, own)}</p>
          <p>
            <Bar share={total.signed / total.audience} />
          </p>
          <p>{tr('open.hour', { at: formatMoment(lang, report.asOf, report.zone) })}</p>
          <p class="quiet">{tr('open.chosen')}</p>
        </div>
      )}
      {region === null ? <OpenMap lang={lang} shown={shown} election={asked.election} /> : null}
      {report.sheets.map((sheet) => (
        <SheetTable key={sheet.key} lang={lang} sheet={sheet} />
      ))}
      <Pager
        page={page}
        pages={pages}
        href={(next) => `${here}?pemilu=${asked.election}&halaman=${next}`}
        texts={[tr('open.previous'), tr('open.page', { page, pages }), tr('open.next')]}
      />
      <Reuse lang={lang} />
      <Meanings lang={lang} report={report} />
    </>
  );
}

function Up({ lang, href }: { lang: Lang; href: string }): VNode {
  return (
    <p class="no-print">
      <a href={href}>{t(lang)('open.up')}</a>
    </p>
  );
}

function Example({ lang, shown }: { lang: Lang; shown: readonly Shown[] }): VNode | null {
  if (!shown.some(({ isExample }) => isExample)) return null;
  return (
    <p>
      <Tag tone="warn">{t(lang)('open.example')}</Tag>
    </p>
  );
}

function OpenMap({
  lang,
  shown,
  election,
}: {
  lang: Lang;
  shown: readonly Shown[];
  election: string;
}): VNode {
  const tr = t(lang);
  const groups = Map.groupBy(shown, ({ province }) => province ?? '');
  const provinces = PROVINCES.map(({ code, name }) => {
    const own = groups.get(code);
    const { audience, signed } = sumRows(counted(own ?? []));
    const href = own ? `${to('openRegion', { region: code })}?pemilu=${election}` : null;
    return { code, name, share: audience > 0 ? signed / audience : null, href };
  });
  return (
    <>
      <TileMap
        lang={lang}
        title={tr('open.mapTitle')}
        description={tr('open.mapText')}
        provinces={provinces}
        noFigure={tr('open.noFigure')}
      />
      <Legend lang={lang} title={tr('open.legend')} noFigure={tr('open.noFigure')} />
    </>
  );
}

function Reuse({ lang }: { lang: Lang }): VNode {
  const tr = t(lang);
  return (
    <p class="row">
      <a href={urls.openData}>{tr('open.dataLink')}</a>
      <a href={urls.openFeed}>{tr('open.feedLink')}</a>
    </p>
  );
}

export function OpenAgencyView(props: { lang: Lang; report: Report; agency: OpenAgency }): VNode {
  const { lang, report, agency } = props;
  const { shown, figures } = agency;
  const tr = t(lang);
  const total = sumRows(figures.units);
  return (
    <>
      <Up lang={lang} href={`${urls.open}?pemilu=${shown.electionId}`} />
      <h1>{shown.name}</h1>
      <p>{shown.title}</p>
      <Example lang={lang} shown={[shown]} />
      {total.audience === 0 ? (
        <Notice>
          <p>{tr('open.tooFew')}</p>
        </Notice>
      ) : (
        <div class="card">
          <p class="figure">{formatShare(lang, total.signed / total.audience)}</p>
          <p>{denominator(lang, [shown])}</p>
          <p>
            <Bar share={total.signed / total.audience} />
          </p>
          <p>{tr('open.hour', { at: formatMoment(lang, report.asOf, report.zone) })}</p>
        </div>
      )}
      {report.sheets.map((sheet) => (
        <SheetTable key={sheet.key} lang={lang} sheet={sheet} />
      ))}
      {figures.categories || total.audience === 0 ? null : <p class="quiet">{tr('open.noCategories')}</p>}
      <p class="row no-print">
        {['csv', 'json'].map((format) => (
          <a
            key={format}
            href={`${to('openDataFile', { file: `instansi-${shown.id}.${format}` })}?pemilu=${shown.electionId}`}
          >
            {format.toUpperCase()}
          </a>
        ))}
      </p>
      <Reuse lang={lang} />
      <Meanings lang={lang} report={report} />
    </>
  );
}
