import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../../platform/format.ts';
import { Bar, Notice, Pager } from '../../../platform/html/parts.view.tsx';
import type { Lang } from '../../../platform/i18n.ts';
import { OverTime } from '../../charts/over-time.view.tsx';
import { TreeMap } from '../../charts/tree-map.view.tsx';
import { signedShare } from '../../counts.ts';
import { deadlineText } from '../../deadline.ts';
import { shareText } from '../../pages/tables.view.tsx';
import { PAGE } from '../asked.ts';
import { t } from '../messages.ts';
import type { UnitsRead } from '../read-figures.ts';
import type { Report } from '../report.ts';
import { FileLinks, Meanings, SheetTable } from '../report.view.tsx';
import { unitDenominator, unitTotal } from '../units-report.ts';
import { dayWords } from './nation.view.tsx';

export interface UnitsShown {
  lang: Lang;
  read: UnitsRead;
  report: Report;
  page: number;
  up: { href: string; text: string } | null;
  /** null: the top of the tree */
  unitHref: (unit: string | null, page?: number) => string;
  file: (format: string) => string;
  more?: readonly { href: string; text: string }[];
}

/** One institution or one unit: what is below it, the lowest share first. Figures only, nobody's name. */
export function UnitsView(shown: UnitsShown): VNode {
  const { lang, read, report, page, unitHref, file, more = [] } = shown;
  const { figures, days } = read;
  const tr = t(lang);
  const focus = figures.path.at(-1);
  const pages = Math.max(1, Math.ceil(figures.total / PAGE));
  const [units, categories] = report.sheets;
  return (
    <>
      <Path {...shown} />
      <h1>{focus?.name ?? figures.agency.name}</h1>
      <p>{figures.campaign.title}</p>
      <Headline lang={lang} read={read} />
      <p class="row no-print">
        {more.map(({ href, text }) => (
          <a key={href} href={href}>
            {text}
          </a>
        ))}
      </p>
      <FileLinks lang={lang} href={file} />
      <Drawing {...shown} />
      {units ? <SheetTable lang={lang} sheet={units} /> : null}
      <Pager
        page={page}
        pages={pages}
        href={(next) => unitHref(focus?.id ?? null, next)}
        texts={[tr('nation.previous'), tr('nation.page', { page, pages }), tr('nation.next')]}
      />
      {categories ? <SheetTable lang={lang} sheet={categories} /> : null}
      {focus || days.length === 0 ? null : (
        <>
          <h2>{tr('nation.overTime')}</h2>
          <OverTime lang={lang} title={tr('nation.overTime')} days={days} words={dayWords(lang)} />
        </>
      )}
      <Meanings lang={lang} report={report} />
    </>
  );
}

function Path({ lang, read, up, unitHref }: UnitsShown): VNode {
  const { path, agency } = read.figures;
  return (
    <nav class="row no-print" aria-label={t(lang)('nation.pages')}>
      {up ? <a href={up.href}>{up.text}</a> : null}
      {path.length > 0 ? <a href={unitHref(null)}>{agency.name}</a> : null}
      {path
        .slice(0, -1)
        .filter(({ name }) => name !== agency.name)
        .map((unit) => (
          <a key={unit.id} href={unitHref(unit.id)}>
            {unit.name}
          </a>
        ))}
      {path.length > 0 ? <span aria-current="page">{path.at(-1)?.name}</span> : null}
    </nav>
  );
}

function Headline({ lang, read }: { lang: Lang; read: UnitsRead }): VNode {
  const { campaign, agency, asOf } = read.figures;
  const total = unitTotal(read.figures);
  const tr = t(lang);
  if (total.audience === 0)
    return (
      <Notice>
        <p>{tr('nation.nobodyHere')}</p>
      </Notice>
    );
  return (
    <div class="card">
      <p class="figure">{shareText(lang, total)}</p>
      <p>{unitDenominator(lang, total)}</p>
      <p>
        <Bar share={signedShare(total) ?? 0} />
      </p>
      <p>
        {tr('nation.asOf', { at: formatMoment(lang, asOf, agency.zone) })}{' '}
        {campaign.closedAt
          ? tr('nation.closed', { at: formatMoment(lang, campaign.closedAt, agency.zone) })
          : deadlineText(lang, { deadline: campaign.deadline, zone: agency.zone }, asOf)}
      </p>
    </div>
  );
}

function Drawing({ lang, read, unitHref }: UnitsShown): VNode | null {
  const tr = t(lang);
  const { opened, total } = read.figures;
  const parts = read.biggest.map(({ id, name, counts, known }) => ({
    ...{ name, size: counts.audience, share: signedShare(counts) },
    href: known && id !== opened ? unitHref(id) : null,
  }));
  const all = unitTotal(read.figures);
  const size = all.audience - parts.reduce((sum, part) => sum + part.size, 0);
  const signed = all.signed - read.biggest.reduce((sum, { counts }) => sum + counts.signed, 0);
  const name = tr('nation.others', { count: formatNumber(lang, total - parts.length) });
  const others = size > 0 ? [{ name, size, share: signed / size, href: null }] : [];
  return (
    <TreeMap
      lang={lang}
      title={tr('nation.unitTreeTitle')}
      description={tr('nation.treeText')}
      parts={[...parts, ...others]}
      noFigure={tr('nation.noFigure')}
    />
  );
}
