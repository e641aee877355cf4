import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import { bytes, keysOf, sql } from './keys.ts';
import type { NewWrap } from './posted.ts';

const StoredWrap = z.object({
  keyId: z.string(),
  id: z.string(),
  way: z.enum(['passphrase', 'passkey', 'recovery', 'escrow']),
  params: z.record(z.string(), z.unknown()),
  sealed: bytes,
  madeBy: z.string(),
  madeAt: z.date(),
});
export type StoredWrap = z.output<typeof StoredWrap>;

const HeldEscrow = StoredWrap.extend({ name: z.string().nullable() });
/** A colleague's key that its owner sealed to one of mine. */
export type HeldEscrow = z.output<typeof HeldEscrow>;

/** Those that were not ended, the oldest first. */
export function wrapsOf(client: Client, agencyId: string, keyIds: readonly string[]): Promise<StoredWrap[]> {
  return many(client, sql.wraps, { agencyId, keyIds }, StoredWrap);
}

export function escrowsHeldBy(
  client: Client,
  agencyId: string,
  keyIds: readonly string[],
): Promise<HeldEscrow[]> {
  return many(client, sql.escrowsHeld, { agencyId, keyIds }, HeldEscrow);
}

export interface Who {
  agencyId: string;
  accountId: string;
  now: Date;
}

/**
 * One more way to open a key: by its owner, or recovery words by whoever holds it in escrow, to give it back.
 * @throws Refusal ownKeys.notYours (403), ownKeys.holderUnknown (422)
 */
export async function addWrap(client: ClientBase, who: Who, keyId: string, wrap: NewWrap): Promise<void> {
  const { agencyId, accountId, now } = who;
  const actor = `account:${accountId}`;
  const mine = (await keysOf(client, agencyId, accountId)).map(({ id }) => id);
  const givesBack = !mine.includes(keyId);
  if (givesBack) {
    const held = await escrowsHeldBy(client, agencyId, mine);
    const may = wrap.way === 'recovery' && held.some((one) => one.keyId === keyId);
    if (!may) throw new Refusal('ownKeys.notYours', 403);
  }
  if (wrap.way === 'escrow') await mustBeAnother(client, who, wrap.params.holder);
  const row = { agencyId, keyId, id: newRandomId(), way: wrap.way, params: wrap.params, by: actor, now };
  await exec(client, sql.addWrap, { ...row, sealed: wrap.sealed });
  const event = { agencyId, at: now, actor };
  const data = { keyId, way: wrap.way };
  if (givesBack) {
    await recorded(client, { ...event, caseId: null, kind: 'key.givenBack', data });
    await happened(client, { ...event, kind: 'key.givenBack', subject: `key:${keyId}` });
  } else if (wrap.way === 'escrow') {
    const { holder } = wrap.params;
    await recorded(client, { ...event, caseId: null, kind: 'key.escrowed', data: { keyId, holder } });
    await happened(client, { ...event, kind: 'key.escrowed', subject: `key:${keyId}`, data: { holder } });
  } else await recorded(client, { ...event, caseId: null, kind: 'key.wayAdded', data });
}

/**
 * From now on the server no longer hands it out. What somebody copied before stays what it is: a key that is known to
 * others is replaced, not re-wrapped.
 * @throws Refusal ownKeys.notYours (403), ownKeys.lastWay (409)
 */
export async function endWrap(client: ClientBase, who: Who, keyId: string, wrapId: string): Promise<void> {
  const { agencyId, accountId, now } = who;
  const mine = await keysOf(client, agencyId, accountId);
  if (!mine.some(({ id }) => id === keyId)) throw new Refusal('ownKeys.notYours', 403);
  const wraps = await wrapsOf(client, agencyId, [keyId]);
  const ended = wraps.find(({ id }) => id === wrapId);
  if (!ended) return;
  if (!wraps.some(({ id, way }) => id !== wrapId && way !== 'escrow'))
    throw new Refusal('ownKeys.lastWay', 409);
  const by = `account:${accountId}`;
  await exec(client, sql.endWrap, { agencyId, keyId, wrapId, by, now });
  const data = { keyId, way: ended.way };
  await recorded(client, { agencyId, caseId: null, at: now, actor: by, kind: 'key.wayEnded', data });
}

async function mustBeAnother(client: ClientBase, { agencyId, accountId }: Who, holder: string) {
  const keys = await keysOf(client, agencyId, null);
  if (!keys.some((key) => key.id === holder && key.accountId !== accountId))
    throw new Refusal('ownKeys.holderUnknown');
}
