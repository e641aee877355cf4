import type { SheetRow } from '../../platform/files/index.ts';
import { type Field, PRIVATE_WORDS, SYNONYMS } from './synonyms.ts';
import { type Problem, refuse } from './types.ts';
import { echo, plain } from './words.ts';

export type UsedColumn = { field: Field; header: string; index: number };

/** What became of every column of the header, by the header's own words. */
export type Columns = { used: UsedColumn[]; dropped: string[]; ignored: string[] };

/** `at` is the file row of the header's last line; data begins below it. */
export type Header = {
  at: number;
  columns: Columns;
  problems: Problem[];
  index: Readonly<Partial<Record<Field, number>>>;
};

const LOOK_ROWS = 20;

/**
 * Finds the header among the first 20 rows: the row, or pair of rows (merged headings have a second line), that
 * names most of our fields, a person's name among them. Null when there is none.
 */
export function findHeader(rows: readonly SheetRow[], unitGiven = false): Header | null {
  let best: { header: Header; score: number } | null = null;
  const head = rows.filter((row) => row.number <= LOOK_ROWS);
  for (let at = 0; at < head.length; at++) {
    const single = texts(head[at]!);
    const below = head[at + 1];
    const options = [{ labels: single, at: head[at]!.number }];
    if (below && below.number === head[at]!.number + 1)
      options.push({ labels: stacked(single, texts(below)), at: below.number });
    for (const option of options) {
      const header = readHeader(option.labels, option.at, unitGiven);
      const score = header.columns.used.length;
      if (isHeader(header) && score > (best?.score ?? 1)) best = { header, score };
    }
  }
  return best?.header ?? null;
}

/** Matches labels to fields: exact words after `plain`, tiers in order, privacy before everything unknown. */
export function readHeader(labels: readonly string[], at: number, unitGiven = false): Header {
  const columns: Columns = { used: [], dropped: [], ignored: [] };
  const problems: Problem[] = [];
  const index: Partial<Record<Field, number>> = {};
  const words = labels.map(headerWord);
  for (const field of Object.keys(SYNONYMS) as Field[]) {
    const tier = SYNONYMS[field].map((names) => matching(words, names)).find((found) => found.length > 0);
    if (!tier) continue;
    if (tier.length > 1) {
      problems.push(
        refuse('columns.ambiguous', {
          field,
          headers: tier.map((found) => echo(labels[found]!)).join(' / '),
        }),
      );
    }
    index[field] = tier[0]!;
    columns.used.push({ field, header: echo(labels[tier[0]!]!), index: tier[0]! });
  }
  const used = new Set(columns.used.map((column) => column.index));
  words.forEach((word, column) => {
    if (word === '' || used.has(column)) return;
    (isPrivate(word) ? columns.dropped : columns.ignored).push(echo(labels[column]!));
  });
  return { at, columns, problems: [...problems, ...missing(index, unitGiven)], index };
}

function missing(index: Readonly<Partial<Record<Field, number>>>, unitGiven: boolean): Problem[] {
  const needed: Field[] = ['name'];
  if (index.unit === undefined && !unitGiven) needed.push('unit');
  const says = index.id ?? index.category ?? index.stage ?? index.status;
  if (says === undefined) needed.push('id');
  return needed
    .filter((field) => index[field] === undefined)
    .map((field) => refuse('columns.missing', { field }));
}

function isHeader(header: Header) {
  const { name, id, unit, category, post } = header.index;
  return name !== undefined && [id, unit, category, post].some((index) => index !== undefined);
}

/** E-mail addresses of a private kind are dropped when the file also has the office's own. */
function isPrivate(word: string) {
  return PRIVATE_WORDS.some((pattern) => pattern.test(word)) || SYNONYMS.email.flat().includes(word);
}

function matching(words: readonly string[], names: readonly string[]): number[] {
  return words.flatMap((word, index) => (names.includes(word) ? [index] : []));
}

/** Marks for "required" and explanations in brackets do not belong to the name of a column. */
function headerWord(label: string): string {
  const whole = unspaced(plain(label));
  const known = Object.values(SYNONYMS).some((tiers) => tiers.some((names) => names.includes(whole)));
  return known ? whole : plain(label.replace(/\([^)]*\)/g, ' '));
}

/** Forms letter-space short headings: "N I P". */
function unspaced(word: string) {
  return /^(?:[a-z] ){2,}[a-z]$/.test(word) ? word.replaceAll(' ', '') : word;
}

function texts(row: SheetRow): string[] {
  return Array.from({ length: row.cells.length }, (_, at) => row.cells[at]?.text ?? '');
}

function stacked(above: readonly string[], below: readonly string[]): string[] {
  const width = Math.max(above.length, below.length);
  return Array.from({ length: width }, (_, at) => below[at] || above[at] || '');
}
