import { NATION_ZONE, type Report } from '../../coverage/index.ts';
import { formatDate, instantOf } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { CaseFact } from './facts.ts';
import { meanings } from './meanings.ts';
import { t } from './messages.ts';
import { batchesOf } from './suppress.ts';
import { batchTable, durationTable, exactTables, openTables, quarterTable, shareTable } from './tables.ts';
import { tallyTable } from './tally-table.ts';

export interface OwnFigures {
  readonly name: string;
  readonly asOf: string;
  readonly facts: readonly CaseFact[];
  /** For inspectors. Everybody else may be who is reported, and sees of their own institution what anybody might. */
  readonly exact: boolean;
}

export function ownReport(lang: Lang, { name, asOf, facts, exact }: OwnFigures): Report {
  const tr = t(lang);
  const batches = exact ? [] : batchesOf(facts);
  const shown = exact ? facts : batches.flatMap((batch) => batch.facts);
  const own = [{ name, facts: shown }];
  return {
    file: 'angka-pengawasan',
    title: tr('figures.title'),
    asOf: instantOf(asOf, '23:59', NATION_ZONE),
    zone: NATION_ZONE,
    facts: [
      [tr('figures.institution'), name],
      [tr('figures.asOf'), formatDate(lang, asOf)],
      [tr('figures.source'), tr('figures.ownSource')],
    ],
    definitions: meanings(lang, !exact),
    sheets: [
      ...(exact ? exactTables(lang, shown) : openTables(lang, shown)),
      exact ? quarterTable(lang, shown) : batchTable(lang, [{ name, batches }]),
      ...(shown.length > 0 ? [shareTable(lang, own, exact), durationTable(lang, own, exact)] : []),
      tallyTable(lang),
    ],
  };
}
