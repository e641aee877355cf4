import type { VNode } from 'preact';
import { formatMoment, formatNumber } from '../../platform/format.ts';
import { DataTable, Notice } from '../../platform/html/parts.view.tsx';
import type { Lang } from '../../platform/i18n.ts';
import { type Difference, MOST_DIFFERENCES } from '../../tally/index.ts';
import { to } from '../../urls.ts';
import type { State } from '../counts.ts';
import { t as coverageText } from '../messages.ts';
import type { Subject } from '../subject.ts';
import { t } from './messages.ts';

interface Shown {
  lang: Lang;
  subject: Subject;
  at: Date;
  last: { comparedAt: Date; differences: number } | null;
  /** Of a comparison made just now; null where none was asked for. */
  differences: readonly Difference[] | null;
  mayRepair: boolean;
}

export function RecountView(shown: Shown): VNode {
  const { lang, subject, last } = shown;
  const tr = t(lang);
  const params = { agency: subject.agencyId, campaign: subject.campaignId };
  const moment = (at: Date) => formatMoment(lang, at, subject.zone);
  return (
    <>
      <p class="no-print">
        <a href={to('coverage', params)}>{tr('recount.back')}</a>
      </p>
      <h1>{tr('recount.title')}</h1>
      <p>{subject.title}</p>
      <p>{tr('recount.lead')}</p>
      {shown.differences ? <Compared {...shown} differences={shown.differences} /> : null}
      <p>
        {last
          ? tr('recount.last', { at: moment(last.comparedAt), n: formatNumber(lang, last.differences) })
          : tr('recount.never')}{' '}
        {tr('recount.nightly')}
      </p>
      <form method="get" action={to('coverageRecount', params)}>
        <button type="submit" name="bandingkan" value="1" class="second">
          {tr('recount.now')}
        </button>
        <p class="quiet">{tr('recount.slow')}</p>
      </form>
    </>
  );
}

function Compared(props: Shown & { differences: readonly Difference[] }): VNode {
  const { lang, subject, at, differences, mayRepair } = props;
  const tr = t(lang);
  const said = { n: formatNumber(lang, differences.length), at: formatMoment(lang, at, subject.zone) };
  if (differences.length === 0)
    return (
      <Notice>
        <p>{tr('recount.same', { at: said.at })}</p>
      </Notice>
    );
  const params = { agency: subject.agencyId, campaign: subject.campaignId };
  return (
    <>
      <Notice tone="warn">
        <p>{tr('recount.differs', said)}</p>
        {differences.length === MOST_DIFFERENCES ? <p>{tr('recount.atMost', { n: said.n })}</p> : null}
      </Notice>
      <Differences lang={lang} differences={differences} />
      {mayRepair ? (
        <form method="post" action={to('coverageRecount', params)}>
          <p>{tr('recount.repairHint')}</p>
          <button type="submit">{tr('recount.repair')}</button>
        </form>
      ) : null}
    </>
  );
}

function Differences({ lang, differences }: { lang: Lang; differences: readonly Difference[] }): VNode {
  const tr = t(lang);
  const number = (of: (row: Difference) => number) => (row: Difference) => formatNumber(lang, of(row));
  return (
    <DataTable
      caption={tr('recount.table')}
      columns={[
        { head: tr('recount.kind'), cell: (row) => tr(`recount.kind.${row.kind}`) },
        { head: tr('recount.subject'), cell: (row) => row.subject },
        { head: tr('recount.what'), cell: (row) => whatText(lang, row.what) },
        { head: tr('recount.kept'), cell: number((row) => row.kept), number: true },
        { head: tr('recount.counted'), cell: number((row) => row.counted), number: true },
      ]}
      rows={differences}
    />
  );
}

function whatText(lang: Lang, what: Difference['what']): string {
  if (what === 'facts') return t(lang)('recount.facts');
  const tr = coverageText(lang);
  return what === 'audience' ? tr('coverage.audience') : tr(`coverage.state.${what satisfies State}`);
}
