import type { ClientBase } from 'pg';
import { z } from 'zod';
import { publicAddress } from '../platform/config.ts';
import { exec, many } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { to } from '../urls.ts';
import { commitment, encodeEntry, recordBytes, type SealedRecord } from '../verify/index.ts';
import { originOf } from './origin.ts';
import { sql } from './store.ts';

/** A record ready to be written: computed before the transaction, so that the log's head row is held briefly. */
export interface ToSeal {
  personId: string;
  receipt: string;
  record: Uint8Array;
  salt: Uint8Array;
  entry: Uint8Array;
  verifyUrl: string;
}

/** Canonical bytes, commitment and address of a record. `salt`: 32 random bytes. @throws FormatError */
export function toSeal(
  config: Platform['config'],
  personId: string,
  record: SealedRecord,
  salt: Uint8Array,
): ToSeal {
  const bytes = recordBytes(record);
  const entry = encodeEntry({ kind: record.kind, commitment: commitment(salt, bytes) });
  const page = to('verifyReceipt', { agency: record.agency.id, receipt: record.receipt });
  const verifyUrl = `${publicAddress(config)}${page}`;
  return { personId, receipt: record.receipt, record: bytes, salt, entry, verifyUrl };
}

/** Makes the log of a campaign; a second time changes nothing. */
export async function openLog(client: ClientBase, agencyId: string, campaignId: string): Promise<void> {
  const origin = `${await originOf(client)}/${agencyId}/${campaignId}`;
  await exec(client, sql.addLog, { agencyId, campaignId, origin });
}

const Placed = z.object({ personId: z.string(), idx: z.number() });

/**
 * Gives the records the next places of their log, without gaps, in the caller's transaction.
 * @returns the index by person. @throws Error where the log does not exist
 */
export async function append(
  client: ClientBase,
  agencyId: string,
  campaignId: string,
  sealed: readonly ToSeal[],
): Promise<Map<string, number>> {
  const placed = await many(
    client,
    sql.append,
    {
      agencyId,
      campaignId,
      count: sealed.length,
      persons: sealed.map((one) => one.personId),
      receipts: sealed.map((one) => one.receipt),
      records: sealed.map((one) => one.record),
      salts: sealed.map((one) => one.salt),
      entries: sealed.map((one) => one.entry),
      verifyUrls: sealed.map((one) => one.verifyUrl),
    },
    Placed,
  );
  if (placed.length !== sealed.length) throw new Error(`no log for ${agencyId}/${campaignId}`);
  return new Map(placed.map((row) => [row.personId, row.idx]));
}
