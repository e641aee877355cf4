import type { ClientBase } from 'pg';
import { exec } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { recorded } from '../../events/record.ts';
import { newRandomId } from '../../seal/index.ts';
import { holdersOf, mayHold } from './holders.ts';
import { sql } from './sql.ts';

interface Place {
  agencyId: string;
  caseId: string;
}

/** Version byte, encapsulated key and tag around the padded 128 bytes of the case's keys. */
const SEALED_ACCESS = 4096 + 1 + 32 + 16;

export interface Giving extends Place {
  /** Of the account that gives, to which the case's keys were sealed. */
  fromKeyId: string;
  toKeyId: string;
  sealed: Uint8Array;
  by: string;
}

/**
 * Access from one who has it to one who may have it. The keys were sealed in the giver's browser: the server could hand
 * over nothing of its own.
 * @throws Refusal cases.mayNotHold, cases.sealedForm (422)
 */
export async function giveAccess(client: ClientBase, giving: Giving, now: Date): Promise<void> {
  const { agencyId, caseId, fromKeyId, toKeyId, sealed, by } = giving;
  const place = { agencyId, caseId };
  if (sealed[0] !== 1 || sealed.length !== SEALED_ACCESS) throw new Refusal('cases.sealedForm', 422);
  const [receiver] = await mayHold(client, { ...place, keyIds: [toKeyId] }, now);
  if (!receiver) throw new Refusal('cases.mayNotHold', 422);
  if ((await holdersOf(client, place)).some(({ keyId }) => keyId === toKeyId)) return;
  const row = { ...place, keyId: toKeyId, id: newRandomId(), sealed, givenBy: fromKeyId, now };
  await exec(client, sql.addAccess, row);
  const data = { key: toKeyId, account: receiver.accountId };
  await recorded(client, { ...place, at: now, actor: by, kind: 'case.accessGiven', data });
}

/** @throws Refusal cases.lastAccess (422): a case that nobody can read is a case closed in silence */
export async function endAccess(
  client: ClientBase,
  { agencyId, caseId, keyId, by }: Place & { keyId: string; by: string },
  now: Date,
): Promise<void> {
  const place = { agencyId, caseId };
  const holders = await holdersOf(client, place);
  const ended = holders.find((one) => one.keyId === keyId);
  if (!ended) return;
  if (holders.every((one) => one.accountId === ended.accountId)) throw new Refusal('cases.lastAccess', 422);
  await exec(client, sql.endAccess, { ...place, keyId, by, now });
  const data = { key: keyId, account: ended.accountId };
  await recorded(client, { ...place, at: now, actor: by, kind: 'case.accessEnded', data });
}
