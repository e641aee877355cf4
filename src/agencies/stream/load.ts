import { open } from 'node:fs/promises';
import type { Pool } from 'pg';
import * as z from 'zod';
import { exec, many, maybe, one } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Block, blocksOf, firstChanged } from './blocks.ts';
import { type CopyLines, createCopyLines } from './copy-lines.ts';
import { headOf } from './head.ts';
import { createNumbersMet } from './numbers-met.ts';
import { type Part, partOf, type Reading } from './part.ts';
import { rowReader } from './quick-row.ts';
import { sql } from './sql.ts';
import { createUnits } from './units.ts';
import { canCopy, type Writing, type Written, writePart } from './write-part.ts';

/** In the place of the institution: the file names one in each row. */
export const NATION = '*';

/** About 15,000 rows: more would load no faster, and hold more memory. */
const BLOCK_BYTES = 2 * 1024 * 1024;
const KEEP_BAD = 20_000;

export interface NewLoad {
  /** {@link NATION} for a file of many. */
  agencyId: string;
  fileName: string;
  /** Where the file lies: an absolute path, or upload:ID for one that came over the web. */
  path: string;
  size: number;
  by: string;
  id?: string;
}

/** Writes down that a file is to be loaded, and which institutions have people already. @returns the load's id */
export async function addLoad(pool: Pool, load: NewLoad, now: Date): Promise<string> {
  const { agencyId } = load;
  const only = agencyId === NATION ? null : agencyId;
  const populated = await many(pool, sql.populatedAgencies, { agencyId: only }, z.object({ id: z.string() }));
  const id = load.id ?? newId(now);
  await exec(pool, sql.addLoad, { ...load, id, populated: populated.map((row) => row.id), now });
  return id;
}

const Load = z.object({
  agencyId: z.string(),
  id: z.string(),
  fileName: z.string(),
  path: z.string(),
  size: z.number(),
  populated: z.array(z.string()),
  startedBy: z.string(),
  startedAt: z.date(),
  holder: z.string().nullable(),
  /** Some process holds its lease. */
  running: z.boolean(),
  outcome: z.enum(['done', 'stopped', 'refused']).nullable(),
  code: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
  endedAt: z.date().nullable(),
});
export type Load = z.output<typeof Load>;

export function loadOf(pool: Pool, agencyId: string, loadId: string, now: Date): Promise<Load | null> {
  return maybe(pool, sql.loadOf, { agencyId, loadId, now }, Load);
}

export function latestLoads(pool: Pool, agencyId: string, now: Date): Promise<Load[]> {
  return many(pool, sql.latestLoads, { agencyId, now }, Load);
}

const Sums = z.object({
  untilByte: z.number(),
  rows: z.number(),
  good: z.number(),
  bad: z.number(),
  added: z.number(),
  changed: z.number(),
  firstAt: z.date().nullable(),
  lastAt: z.date().nullable(),
});
/** How far a load has come, all parts together. */
export type Sums = z.output<typeof Sums>;

export function sumsOf(pool: Pool, agencyId: string, loadId: string): Promise<Sums> {
  return one(pool, sql.sums, { agencyId, loadId }, Sums);
}

export interface Loading {
  load: Pick<Load, 'agencyId' | 'id' | 'populated'>;
  /** The file itself. */
  path: string;
  holder: string;
  /** ISO; dates behind it are refused. */
  today: string;
  now(): Date;
  /** Asked between two parts: true ends the work there; it is taken up again later. */
  stopping?(): boolean;
  /** About how much is read for one part. */
  blockBytes?: number;
  onPart?(written: Written, part: Part): void;
}

/**
 * Loads the file from where it was left, part by part, reading the next while one is written. Nothing is written twice:
 * see writePart. @returns whether the file came to its end
 * @throws Refusal agencies.stream.* for a file that cannot be read or is another one now; LeaseLost
 */
export async function runLoad(pool: Pool, loading: Loading): Promise<boolean> {
  const { load, path } = loading;
  const nation = load.agencyId === NATION;
  const done = await many(pool, sql.chunks, { agencyId: load.agencyId, loadId: load.id }, Chunk);
  await refuseChanged(path, done);
  const file = await open(path, 'r');
  try {
    const head = await headOf(file, false, nation);
    const agencies = await many(pool, sql.exampleAgencies, {}, ExampleRow);
    const reading: Reading = {
      head,
      agencyId: nation ? null : load.agencyId,
      read: rowReader(head.header, loading.today),
      units: createUnits(loading.now),
      agencies: new Map(agencies.map((agency, at) => [agency.id, { ...agency, place: at + 1 }])),
      met: createNumbersMet(),
      now: loading.now,
    };
    const last = done.at(-1);
    const from = { byte: last?.untilByte ?? 0, digest: last?.digest ?? '' };
    const size = loading.blockBytes ?? BLOCK_BYTES;
    const blocks = blocksOf(file, from, size, head.delimiter);
    const parts = partsOf(pool, blocks, reading, last?.untilRow ?? 0, [
      createCopyLines(size * 2),
      createCopyLines(size * 2),
    ]);
    return await eachPart(pool, loading, parts, done.length);
  } finally {
    await file.close();
  }
}

const ExampleRow = z.object({ id: z.string(), isExample: z.boolean() });
const Chunk = z.object({ seq: z.number(), untilByte: z.number(), untilRow: z.number(), digest: z.string() });

async function refuseChanged(path: string, done: readonly z.output<typeof Chunk>[]): Promise<void> {
  const changed = await firstChanged(path, done);
  if (changed === null) return;
  const before = changed === 0 ? 0 : (done[changed - 1]?.untilRow ?? 0);
  throw new Refusal('agencies.stream.changed', 409, { row: before + 1, until: done[changed]?.untilRow ?? 0 });
}

/** Of two lines in turn one is written while the other is read; a third part begins when the first was written. */
async function* partsOf(
  pool: Pool,
  blocks: AsyncIterable<Block>,
  reading: Reading,
  fromRow: number,
  lines: readonly [CopyLines, CopyLines],
): AsyncGenerator<Part> {
  let row = fromRow;
  let nth = 0;
  for await (const block of blocks) {
    const mine = lines[(nth % 2) as 0 | 1];
    const part = await partOf(block, reading, row, mine, (agencyId) => reading.units.meet(pool, agencyId));
    row = part.untilRow;
    nth += 1;
    yield part;
  }
}

async function eachPart(
  pool: Pool,
  loading: Loading,
  parts: AsyncGenerator<Part>,
  from: number,
): Promise<boolean> {
  const { load, holder, now } = loading;
  const { agencyId, id: loadId, populated } = load;
  const straight = await canCopy(pool);
  const writing: Writing = { agencyId, loadId, populated, holder, keep: KEEP_BAD, straight };
  let next = parts.next();
  try {
    for (let seq = from; ; seq++) {
      const { value: part, done } = await next;
      if (done) return true;
      if (loading.stopping?.()) return false;
      next = parts.next();
      // Its failure is met when it is awaited; until then it must not end the process.
      next.catch(() => {});
      const written = await writePart(pool, writing, part, seq, now());
      loading.onPart?.(written, part);
    }
  } finally {
    await next.catch(() => {});
    await parts.return(undefined);
  }
}
