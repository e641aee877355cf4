import { newIds } from '../new-ids.ts';
import type { ParsedRow, Problem } from '../roster/index.ts';
import { refuse } from '../roster/index.ts';
import type { Block } from './blocks.ts';
import type { Head } from './head.ts';
import type { rowReader } from './quick-row.ts';
import { recordsOf, textOf } from './records.ts';
import type { NewUnit, Units } from './units.ts';

export interface BadRow {
  rowNumber: number;
  problems: readonly Problem[];
}

/** What one block of the file comes to: lines for COPY, and all that the transaction needs beside them. */
export interface Part {
  block: Block;
  /** The last row of the file that is in it. */
  untilRow: number;
  /** As agencies.person has them, but for the moment; and what only matching needs: row, whether category and status were said. */
  lines: string[];
  tails: string[];
  rows: number;
  bad: BadRow[];
  units: NewUnit[];
  agencies: string[];
  /** Somebody without a number is in it, who must be looked for by name. */
  nameless: boolean;
}

export interface Reading {
  head: Head;
  /** The one institution of the file; null: each row names its own. */
  agencyId: string | null;
  read: ReturnType<typeof rowReader>;
  units: Units;
  /** The institutions that there are, and whether they are examples. */
  examples: ReadonlyMap<string, boolean>;
  now(): Date;
}

interface Usable {
  agencyId: string;
  row: ParsedRow;
}

/** Rows read before they are written as lines: few enough to die young, and for others to have a turn in between. */
const BATCH = 1_000;

/** Reads and checks a block. `meet` is asked to make known the units of the institutions in it. */
export async function partOf(
  block: Block,
  reading: Reading,
  fromRow: number,
  meet: (agencies: Iterable<string>) => Promise<void>,
): Promise<Part> {
  const lines = createLines(reading);
  let usable: Usable[] = [];
  let number = fromRow;
  const settle = async () => {
    await meet(new Set(usable.map(({ agencyId }) => agencyId)));
    lines.write(usable);
    usable = [];
    await turn();
  };
  for (const cells of recordsOf(textOf(block.bytes), reading.head.delimiter)) {
    number += 1;
    // Attacker: a file of nothing but bad rows; others have a turn as well.
    if (number % BATCH === 0) await settle();
    if (number <= reading.head.header.at || isBlank(cells)) continue;
    const found = readRow(cells, number, reading);
    if (found && 'problems' in found) lines.bad.push(found);
    else if (found) usable.push(found);
  }
  await settle();
  return { block, untilRow: number, units: reading.units.taken(), ...lines.part() };
}

/** Null for a line that speaks of nobody. */
function readRow(cells: readonly string[], number: number, reading: Reading): Usable | BadRow | null {
  const row = reading.read(cells, number);
  if (!row) return null;
  const wrong = row.problems.filter(({ severity }) => severity === 'refuse');
  const { agencyAt } = reading.head;
  const agencyId = reading.agencyId ?? (agencyAt === undefined ? '' : (cells[agencyAt] ?? '').trim());
  if (agencyId === '') wrong.push(refuse('agency.missing'));
  else if (!reading.examples.has(agencyId)) wrong.push(refuse('agency.unknown'));
  return wrong.length > 0 ? { rowNumber: number, problems: wrong } : { agencyId, row };
}

function createLines({ units, examples, now }: Reading) {
  const seen = new Map<string, Set<string>>();
  const bad: BadRow[] = [];
  const lines: string[] = [];
  const tails: string[] = [];
  let nameless = false;
  const write = (usable: readonly Usable[]) => {
    const ids = newIds(now(), usable.length);
    for (const [at, { agencyId, row }] of usable.entries()) {
      const unitId = units.resolve(agencyId, row.unitName, row.unitCode ?? null);
      const mine = seen.get(agencyId) ?? new Set();
      seen.set(agencyId, mine);
      const problem = unitId === null ? severalUnits(row) : twice(mine, row);
      if (problem) {
        bad.push({ rowNumber: row.rowNumber, problems: [problem] });
        continue;
      }
      nameless ||= row.category === 'non-asn';
      lines.push(line(agencyId, ids[at] as string, row, unitId as string, examples.get(agencyId) === true));
      tails.push(tail(row));
    }
  };
  return {
    bad,
    write,
    part: () => ({ lines, tails, rows: lines.length, bad, nameless, agencies: [...seen.keys()] }),
  };
}

function severalUnits({ unitName }: ParsedRow): Problem {
  return refuse('unit.ambiguous', { unit: unitName, count: 2 });
}

/** A number that stands twice in one block; in two blocks the database finds it. */
function twice(seen: Set<string>, row: ParsedRow): Problem | null {
  const { idNumber } = row;
  const key = idNumber ?? `${row.name}\n${row.unitName}`;
  if (seen.has(key)) return refuse(idNumber ? 'duplicate.id' : 'duplicate.name-unit', { rows: '…' });
  seen.add(key);
  return null;
}

function line(agencyId: string, id: string, row: ParsedRow, unitId: string, isExample: boolean): string {
  return [
    cell(agencyId),
    id,
    row.idKind ?? 'local',
    cell(row.idNumber),
    cell(row.name),
    row.category,
    cell(row.rank),
    cell(row.post),
    row.postStatus,
    cell(unitId),
    cell(row.email),
    row.status ?? 'active',
    isExample ? 't' : 'f',
  ].join('\t');
}

function tail(row: ParsedRow): string {
  const inferred = row.problems.some(({ code }) => code === 'category.inferred');
  return `\t${row.rowNumber}\t${inferred ? 'f' : 't'}\t${row.status ? 't' : 'f'}`;
}

/** COPY's text format (manual of PostgreSQL, COPY, File Formats). */
function cell(text: string | undefined): string {
  if (text === undefined) return '\\N';
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => ESCAPED[found] as string) : text;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function isBlank(cells: readonly string[]): boolean {
  return cells.every((text) => text === '');
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
