import { randomBytes, randomInt } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { appendEntries, holdLog, OVERSIGHT_LOG } from '../../../evidence/index.ts';
import { exec, maybe, queries, transaction } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CaseEventRecord } from '../../../verify/index.ts';
import { newRandomId } from '../../seal/index.ts';
import sqlText from './log.sql';
import { entryOf, filler, recordsOf, unlogged } from './rows.ts';

export const sql = queries(sqlText);

/** Entries of the smallest batch; a larger one has twice as many, or four times, and so on. */
export const LEAST = 16;

const Batch = z.object({ rows: z.number(), entries: z.number() });
export type Batch = z.output<typeof Batch>;

/**
 * Writes an institution's batch of one day into its log of oversight: every row of its cases that stands there not yet,
 * shuffled among fillers. Once a day, whoever calls and however often: the head of the log is held from before it is
 * asked whether the day is written, and rows, entries and the day are one transaction.
 * @returns what was written, or null where the day was written already
 */
export function writeBatch(
  { pool }: Pick<Platform, 'pool'>,
  agencyId: string,
  day: string,
  now: Date,
): Promise<Batch | null> {
  return transaction(
    pool,
    async (client) => {
      await holdLog(client, agencyId, OVERSIGHT_LOG);
      if (await maybe(client, sql.batchOf, { agencyId, day }, Batch)) return null;
      const batch = await writeRows(client, agencyId, now);
      await exec(client, sql.addBatch, { agencyId, day, ...batch, at: now });
      return batch;
    },
    { idempotent: true },
  );
}

async function writeRows(client: ClientBase, agencyId: string, now: Date): Promise<Batch> {
  const records = [...(await recordsOf(client, agencyId, await unlogged(client, agencyId))).values()];
  const rows = records.length;
  const today = now.toISOString().slice(0, 10);
  while (records.length < sizeFor(rows)) records.push(filler(agencyId, newRandomId(), today));
  shuffle(records);
  const salts = records.map(() => randomBytes(32));
  const entries = records.map((record, i) => entryOf(record, salts[i] as Buffer));
  const first = await appendEntries(client, agencyId, OVERSIGHT_LOG, entries);
  await exec(client, sql.addLogged, {
    ...{ agencyId, first, salts: Buffer.concat(salts) },
    whats: records.map(({ what }) => what),
    ids: records.map(({ id }) => id),
    days: records.map(({ day }) => day),
  });
  return { rows, entries: entries.length };
}

/** So that the number of entries tells no more than a class. */
export function sizeFor(rows: number): number {
  let size = LEAST;
  while (size < rows) size *= 2;
  return size;
}

/** Every order is as likely as any other (Fisher and Yates), and not to be foretold. */
function shuffle(records: CaseEventRecord[]): void {
  for (let i = records.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [records[i], records[j]] = [records[j] as CaseEventRecord, records[i] as CaseEventRecord];
  }
}
