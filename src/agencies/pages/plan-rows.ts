import type { Lang } from '../../platform/i18n.ts';
import type { Prepared } from '../imports/plan-import.ts';
import { rosterWords, t } from '../messages.ts';
import {
  type Change,
  explain,
  formatNip,
  type ParsedRow,
  type PlanRow,
  type Problem,
} from '../roster/index.ts';

export const TABS = ['refuse', 'warn', 'add', 'change', 'same', 'missing'] as const;
export type Tab = (typeof TABS)[number];

/** One line of the preview, in words. */
export interface ShownRow {
  /** The row of the file as a spreadsheet numbers it; null for people who are not in the file. */
  rowNumber: number | null;
  name: string;
  idNumber: string;
  unit: string;
  kind: Tab;
  lines: string[];
}

/** How many lines each tab has. A row with a warning also counts where it belongs. */
export function tabCounts({ plan }: Prepared): Record<Tab, number> {
  return { ...plan.counts, warn: plan.rows.filter(isWarned).length };
}

/** The tab that most needs eyes. */
export function firstTab(counts: Record<Tab, number>): Tab {
  return (['refuse', 'change', 'add', 'warn', 'same'] as const).find((tab) => counts[tab] > 0) ?? 'missing';
}

/** One page of a tab. */
export function shownRows(prepared: Prepared, lang: Lang, tab: Tab, from: number, size: number): ShownRow[] {
  if (tab === 'missing') return missingRows(prepared, from, size);
  const { plan, parsed } = prepared;
  const at: number[] = [];
  let seen = 0;
  for (let index = 0; index < plan.rows.length && at.length < size; index += 1) {
    if (!isIn(plan.rows[index] as PlanRow, tab)) continue;
    if (seen >= from) at.push(index);
    seen += 1;
  }
  return at.map((index) => shown(plan.rows[index] as PlanRow, parsed.rows[index] as ParsedRow, lang));
}

function missingRows({ plan, units, current }: Prepared, from: number, size: number): ShownRow[] {
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return plan.missing.slice(from, from + size).map(({ personId, name, unitId }) => {
    const person = current.find(({ id }) => id === personId);
    const idNumber = person?.idNumber ? formatNip(person.idNumber, person.idKind ?? 'local') : '–';
    return { rowNumber: null, name, idNumber, unit: names.get(unitId) ?? '', kind: 'missing', lines: [] };
  });
}

function isIn(row: PlanRow, tab: Tab): boolean {
  return tab === 'warn' ? isWarned(row) : row.kind === tab;
}

function isWarned(row: PlanRow): boolean {
  return row.notes.length > 0;
}

function shown(row: PlanRow, read: ParsedRow, lang: Lang): ShownRow {
  const say = (problem: Problem) => explain(problem, rosterWords[lang]);
  const changes = row.kind === 'change' ? row.changes.map((change) => changeText(lang, change)) : [];
  const reasons = row.kind === 'refuse' ? row.reasons.map(say) : [];
  return {
    rowNumber: row.rowNumber,
    name: read.name || '–',
    idNumber: read.idNumber ? formatNip(read.idNumber, read.idKind) : '–',
    unit: read.unitName,
    kind: row.kind,
    lines: [...reasons, ...changes, ...row.notes.map(say)],
  };
}

function changeText(lang: Lang, { field, before, after }: Change): string {
  const tr = t(lang);
  const key = field === 'idNumber' ? 'id' : field;
  const word = (value: string | null) =>
    value === null || value === '' ? '–' : valueText(lang, field, value);
  return `${tr(`agencies.roster.field.${key}`)}: ${word(before)} → ${word(after)}`;
}

function valueText(lang: Lang, field: Change['field'], value: string): string {
  const tr = t(lang);
  if (field === 'category') return tr(`agencies.roster.category.${value}` as 'agencies.roster.category.pns');
  if (field === 'status') return tr(`agencies.status.${value}` as 'agencies.status.active');
  if (field === 'postStatus') return tr(`agencies.postStatus.${value}` as 'agencies.postStatus.plt');
  return value;
}
