import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase, Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import * as z from 'zod';
import { BY_INDEX, exec, many, one, type Query, transaction } from '../../platform/db/index.ts';
import { refuse } from '../roster/index.ts';
import type { BadRow, Part } from './part.ts';
import { sql } from './sql.ts';

export interface Writing {
  agencyId: string;
  loadId: string;
  populated: readonly string[];
  holder: string;
  /** How many bad rows are kept; the rest is only counted. */
  keep: number;
  /** Whether this connection may COPY straight into the roster (see canCopy). */
  straight: boolean;
}

export interface Written {
  good: number;
  bad: number;
  added: number;
  changed: number;
}

/** Another process is at this load now. */
export class LeaseLost extends Error {}

export const LEASE_MS = 60_000;
/**
 * Plans go by index: the check of a person's unit is planned once for a connection, perhaps when there were three units,
 * and would then read all the units of the nation for each person. Compiling plans costs more than it saves. And nobody
 * waits for the disk: a part and its place in the file are one transaction, and a server that loses power loses the last
 * ones whole, so that a resumed load writes them again. The row that ends a load waits, and with it all that was committed
 * before (PostgreSQL manual, Asynchronous Commit).
 */
const PLAIN = `${BY_INDEX}; set local jit = off; set local synchronous_commit = off`;

/**
 * One part of the file, with its place in it, in one transaction: killed before the commit nothing of it is there, after
 * it everything is. Two processes at one load: the second has no lease, or finds the part's number taken.
 * @throws LeaseLost
 */
export async function writePart(
  pool: Pool,
  writing: Writing,
  part: Part,
  seq: number,
  now: Date,
): Promise<Written> {
  const known = part.nameless || part.agencies.some((id) => writing.populated.includes(id));
  try {
    return await transaction(pool, (client) => once(client, writing, part, seq, known, now), { mode: PLAIN });
  } catch (error) {
    // A number that an earlier part held already: rare, so it is looked for only then.
    if (known || (error as { code?: string }).code !== UNIQUE) throw error;
    return transaction(pool, (client) => once(client, writing, part, seq, true, now), { mode: PLAIN });
  }
}

const UNIQUE = '23505';

async function once(
  client: ClientBase,
  writing: Writing,
  part: Part,
  seq: number,
  looked: boolean,
  now: Date,
): Promise<Written> {
  const { agencyId, loadId, holder } = writing;
  const until = new Date(now.getTime() + LEASE_MS);
  if ((await exec(client, sql.takeLease, { agencyId, loadId, holder, until, now })) === 0)
    throw new LeaseLost('Another process is at this load.');
  await addUnits(client, part, now);
  const straight = writing.straight && !looked;
  const { rows } = part.lines;
  if (rows > 0) await (straight ? copied(client, COPY_PEOPLE, part.lines.people()) : stage(client, part));
  const { taken, changed } =
    looked && rows > 0 ? await matched(client, writing, now) : { taken: [], changed: 0 };
  const added = straight ? rows : rows > 0 ? await exec(client, sql.addStaged) : 0;
  const bad = [...part.bad, ...taken];
  await keepBad(client, writing, bad);
  const counts = { good: rows - taken.length, bad: bad.length, added, changed };
  const { untilByte, untilRow, digest, agencies } = part;
  const place = { agencyId, loadId, seq, untilByte, untilRow, digest, agencies };
  await exec(client, sql.addChunk, { ...place, ...counts, now });
  return counts;
}

async function stage(client: ClientBase, { lines }: Part): Promise<void> {
  await exec(client, sql.stage);
  await copied(client, COPY_STAGED, lines.staged());
}

/** Asked once, so that a block that is not there is noticed when the program starts. */
const [COPY_STAGED, COPY_PEOPLE] = [sql.copyStaged as Query, sql.copyPeople as Query];

async function copied(client: ClientBase, into: Query, pieces: Iterable<string | Buffer>): Promise<void> {
  await pipeline(Readable.from(pieces), client.query(copyFrom(into.text)));
}

/**
 * Whether the role of this connection stands above the rules that keep institutions apart, as the owner of the embedded
 * database does. The server's own connections never do: what comes over the web passes the rules row by row.
 */
export async function canCopy(pool: Pool): Promise<boolean> {
  return (await one(pool, sql.mayCopy, {}, z.object({ mayCopy: z.boolean() }))).mayCopy;
}

async function addUnits(client: ClientBase, { units }: Part, now: Date): Promise<void> {
  if (units.length === 0) return;
  await exec(client, sql.addUnits, {
    agencyIds: units.map(({ agencyId }) => agencyId),
    ids: units.map(({ id }) => id),
    parentIds: units.map(({ parentId }) => parentId),
    names: units.map(({ name }) => name),
    kinds: units.map(({ kind }) => kind),
    codes: units.map(({ code }) => code),
    now,
  });
}

const Count = z.object({ count: z.number() });
const Taken = z.object({ rowNumber: z.number(), named: z.boolean() });

/** Holds the rows against the roster: who is there is changed where they differ; a row that comes a second time is bad. */
async function matched(client: ClientBase, { populated, loadId }: Writing, now: Date) {
  await exec(client, sql.findNumbered);
  await exec(client, sql.findNamed);
  await exec(client, sql.takenFresh, { populated });
  await exec(client, sql.addSeen, { populated, loadId });
  await exec(client, sql.takenSeen, { loadId });
  const taken: BadRow[] = (await many(client, sql.taken, {}, Taken)).map(({ rowNumber, named }) => ({
    rowNumber,
    problems: [refuse(named ? 'duplicate.name-unit' : 'duplicate.id', { rows: '…' })],
  }));
  return { taken, changed: await exec(client, sql.mergeStaged, { loadId, now }) };
}

/** The first ones, as many as there is room for. */
async function keepBad(client: ClientBase, { agencyId, loadId, keep }: Writing, bad: readonly BadRow[]) {
  if (bad.length === 0) return;
  const { count } = await one(client, sql.countBad, { agencyId, loadId }, Count);
  const kept = bad
    .flatMap(({ rowNumber, problems }) => problems.map((problem, part) => ({ rowNumber, part, ...problem })))
    .slice(0, Math.max(0, keep - count));
  if (kept.length === 0) return;
  await exec(client, sql.addBad, {
    agencyId,
    loadId,
    rowNumbers: kept.map(({ rowNumber }) => rowNumber),
    parts: kept.map(({ part }) => part),
    fields: kept.map(({ code, params }) => String(params.field ?? code.split('.')[0])),
    codes: kept.map(({ code }) => code),
    params: kept.map(({ params }) => JSON.stringify(params)),
  });
}
