import { newIds } from '../new-ids.ts';
import type { ParsedRow, Problem } from '../roster/index.ts';
import { refuse } from '../roster/index.ts';
import type { Block } from './blocks.ts';
import type { CopyLines } from './copy-lines.ts';
import type { Head } from './head.ts';
import type { NumbersMet } from './numbers-met.ts';
import type { rowReader } from './quick-row.ts';
import { recordsOf, textsOf } from './records.ts';
import type { NewUnit, Units } from './units.ts';

export interface BadRow {
  rowNumber: number;
  problems: readonly Problem[];
}

/** What one block of the file comes to: lines for COPY, and all that the transaction needs beside them. */
export interface Part {
  /** Where in the file it ends, and the digest up to there. */
  untilByte: number;
  digest: string;
  /** The last row of the file that is in it. */
  untilRow: number;
  lines: CopyLines;
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
  /** The institutions that there are, by id. */
  agencies: ReadonlyMap<string, Agency>;
  met: NumbersMet;
  now(): Date;
}

/** As the database named it: a piece of the file's text, kept as a key, would keep all the text around it. */
export interface Agency {
  id: string;
  isExample: boolean;
  /** From 1 on. */
  place: number;
}

interface Usable {
  agency: Agency;
  row: ParsedRow;
}

/** Rows read without others having a turn: the part that is written meanwhile waits for this thread at each answer. */
const AT_ONCE = 128;

/** Reads and checks a block. `meet` is asked to make known the units of an institution in it. */
export async function partOf(
  { bytes, untilByte, digest }: Block,
  reading: Reading,
  fromRow: number,
  lines: CopyLines,
  meet: (agencyId: string) => Promise<void>,
): Promise<Part> {
  const taking = createTaking(reading, lines);
  let number = fromRow;
  for (const text of textsOf(bytes))
    for (const cells of recordsOf(text, reading.head.delimiter)) {
      number += 1;
      // Attacker: a file of nothing but bad rows; others have a turn as well.
      if (number % AT_ONCE === 0) await turn();
      if (number <= reading.head.header.at || isBlank(cells)) continue;
      const found = readRow(cells, number, reading);
      if (!found) continue;
      if ('problems' in found) taking.bad.push(found);
      else {
        if (!reading.units.knows(found.agency.id)) await meet(found.agency.id);
        taking.take(found);
      }
    }
  return { untilByte, digest, untilRow: number, lines, units: reading.units.taken(), ...taking.part() };
}

/** Null for a line that speaks of nobody. */
function readRow(cells: readonly string[], number: number, reading: Reading): Usable | BadRow | null {
  const row = reading.read(cells, number);
  if (!row) return null;
  const wrong = row.problems.filter(({ severity }) => severity === 'refuse');
  const { agencyAt } = reading.head;
  const agencyId = reading.agencyId ?? (agencyAt === undefined ? '' : (cells[agencyAt] ?? '').trim());
  const agency = reading.agencies.get(agencyId);
  if (!agency) wrong.push(refuse(agencyId === '' ? 'agency.missing' : 'agency.unknown'));
  return agency && wrong.length === 0 ? { agency, row } : { rowNumber: number, problems: wrong };
}

function createTaking({ units, met, now }: Reading, lines: CopyLines) {
  const agencies = new Set<string>();
  const others = new Set<string>();
  const bad: BadRow[] = [];
  let ids: string[] = [];
  let nameless = false;
  lines.begin(now());
  met.clear();
  const take = ({ agency, row }: Usable) => {
    const unitId = units.resolve(agency.id, row.unitName, row.unitCode ?? null);
    agencies.add(agency.id);
    const problem = unitId === null ? severalUnits(row) : twice(met, others, agency, row);
    if (problem) {
      bad.push({ rowNumber: row.rowNumber, problems: [problem] });
      return;
    }
    nameless ||= row.category === 'non-asn';
    if (ids.length === 0) ids = newIds(now(), IDS).reverse();
    lines.add({ agency, id: ids.pop() as string, row, unitId: unitId as string });
  };
  return { bad, take, part: () => ({ bad, nameless, agencies: [...agencies] }) };
}

/** So many that the next ones are of a later millisecond: those of one are only drawn apart as a whole. */
const IDS = 1_000;

function severalUnits({ unitName }: ParsedRow): Problem {
  return refuse('unit.ambiguous', { unit: unitName, count: 2 });
}

/** A number that stands twice in one block; in two blocks the database finds it. */
function twice(met: NumbersMet, others: Set<string>, agency: Agency, row: ParsedRow): Problem | null {
  const { idNumber, idKind } = row;
  const again = { rows: '…' };
  if (idNumber && idKind !== 'local')
    return met.add(agency.place, idNumber) ? null : refuse('duplicate.id', again);
  const key = `${agency.id}\n${idNumber ?? `${row.name}\n${row.unitName}`}`;
  if (others.has(key)) return refuse(idNumber ? 'duplicate.id' : 'duplicate.name-unit', again);
  others.add(key);
  return null;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((text) => text === '');
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
