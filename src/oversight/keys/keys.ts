import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import sqlText from './keys.sql';

export const sql = queries(sqlText);

export const bytes = z.instanceof(Buffer).transform((buffer) => new Uint8Array(buffer));

const PublicKey = z.object({
  id: z.string(),
  accountId: z.string(),
  sealPublic: bytes,
  signPublic: bytes,
  madeAt: z.date(),
});
/** What everybody may know of a key. */
export type PublicKey = z.output<typeof PublicKey>;

/** The keys of this account here, or of everybody (null); the oldest first. */
export function keysOf(client: Client, agencyId: string, accountId: string | null): Promise<PublicKey[]> {
  return many(client, sql.keys, { agencyId, accountId }, PublicKey);
}

export interface NewKey {
  agencyId: string;
  accountId: string;
  /** Made where the key was made. */
  id: string;
  sealPublic: Uint8Array;
  signPublic: Uint8Array;
}

/** @throws Refusal ownKeys.idTaken (409) */
export async function addKey(client: ClientBase, key: NewKey, now: Date): Promise<void> {
  const { agencyId, id, accountId } = key;
  if ((await exec(client, sql.addKey, { ...key, now })) === 0) throw new Refusal('ownKeys.idTaken', 409);
  const event = { agencyId, at: now, actor: `account:${accountId}`, kind: 'key.made' };
  await recorded(client, { ...event, caseId: null, data: { keyId: id } });
  await happened(client, { ...event, subject: `key:${id}` });
}
