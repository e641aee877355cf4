import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Client, many, type Query, queries } from '../../../platform/db/index.ts';
import {
  type CaseEventRecord,
  canonicalJson,
  caseEventBytes,
  commitment,
  encodeEntry,
} from '../../../verify/index.ts';
import sqlText from './rows.sql';

const sql = queries(sqlText);

/** A row of a case, by kind and keys. */
export interface RowKey {
  what: string;
  id: string;
}

const Key = z.object({ what: z.string(), id: z.string() });
const Facts = z.object({ id: z.string(), day: z.string(), facts: z.array(z.string().nullable()) });

/** Rows that stand in no log yet. */
export function unlogged(client: Client, agencyId: string): Promise<RowKey[]> {
  return many(client, sql.unlogged, { agencyId }, Key);
}

/** What these rows say now, by `what/id`; a row that is gone is left out. */
export async function recordsOf(
  client: Client,
  agencyId: string,
  keys: readonly RowKey[],
): Promise<Map<string, CaseEventRecord>> {
  const records = new Map<string, CaseEventRecord>();
  for (const what of new Set(keys.map((key) => key.what))) {
    const ids = keys.filter((key) => key.what === what).map((key) => key.id);
    // What stands in the database names the statement: a name that none has gives no rows.
    const query: Query | undefined = Object.hasOwn(sql, what) && what !== 'unlogged' ? sql[what] : undefined;
    if (!query) continue;
    for (const { id, day, facts } of await many(client, query, { agencyId, ids }, Facts))
      records.set(`${what}/${id}`, { agency: agencyId, what, id, day, digest: digestOf(facts) });
  }
  return records;
}

/** An entry that stands for no row. */
export function filler(agencyId: string, id: string, day: string): CaseEventRecord {
  return { agency: agencyId, what: 'filler', id, day, digest: '0'.repeat(64) };
}

export function entryOf(record: CaseEventRecord, salt: Uint8Array): Buffer {
  return Buffer.from(
    encodeEntry({ kind: 'case-event', commitment: commitment(salt, caseEventBytes(record)) }),
  );
}

function digestOf(facts: readonly (string | null)[]): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}
