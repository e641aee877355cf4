import type { Header } from './columns.ts';
import { parseRow } from './row.ts';
import type { Field } from './synonyms.ts';
import type { ParsedRow, Problem } from './types.ts';

const FIELDS = [
  'name',
  'id',
  'category',
  'rank',
  'post',
  'unit',
  'email',
] as const satisfies readonly Field[];
/** One person as typed into a form; the category in words that rosters use. */
export type TypedPerson = Readonly<Record<(typeof FIELDS)[number], string>>;

/** What a file may leave out with a note, someone who typed it wants to know. */
const TOLD: ReadonlySet<Problem['code']> = new Set(['rank.unknown', 'email.invalid']);

/** Reads one person by the rules of roster files. @returns the row, and what must be put right first */
export function parseOne(typed: TypedPerson, today: string): { row: ParsedRow | null; wrong: Problem[] } {
  const header: Header = {
    at: 0,
    columns: {
      used: FIELDS.map((field, index) => ({ field, header: field, index })),
      dropped: [],
      ignored: [],
    },
    problems: [],
    index: Object.fromEntries(FIELDS.map((field, index) => [field, index])),
  };
  const cells = FIELDS.map((field) => ({ kind: 'text' as const, text: typed[field] }));
  const row = parseRow({ number: 1, cells }, header, { today });
  const problems = row?.problems ?? [{ code: 'name.missing', params: {}, severity: 'refuse' } as const];
  return { row, wrong: problems.filter(({ code, severity }) => severity === 'refuse' || TOLD.has(code)) };
}
