import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, many, one, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { whyNotOutbound } from '../platform/outbound.ts';
import type { Platform } from '../platform/platform.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './hooks.sql';
import { KINDS, type Kind } from './kinds.ts';
import { hookSecret } from './secret.ts';

export const sql = queries(sqlText);

const MOST = 20;

const Hook = z.object({
  id: z.string(),
  address: z.string(),
  kinds: z.array(z.enum(KINDS)),
  madeAt: z.date(),
  madeBy: z.string().nullable(),
  state: z.enum(['active', 'paused', 'ended']),
  secretSince: z.date(),
  waiting: z.number(),
  failed: z.number(),
});
export type Hook = z.output<typeof Hook>;

export function hooksOf(client: Client, agencyId: string): Promise<Hook[]> {
  return many(client, sql.hooks, { agencyId, hookId: null }, Hook);
}

/** @throws Refusal hooks.unknown (404) */
export async function hookOf(client: Client, agencyId: string, hookId: string): Promise<Hook> {
  const [found] = await many(client, sql.hooks, { agencyId, hookId }, Hook);
  if (!found) throw new Refusal('hooks.unknown', 404);
  return found;
}

export interface NewHook {
  agencyId: string;
  address: string;
  kinds: readonly Kind[];
  by: string;
}

/**
 * @returns the id, and the secret, which is told this once
 * @throws Refusal hooks.addressForm, hooks.addressPrivate, hooks.tooMany
 */
export async function makeHook(
  client: ClientBase,
  platform: Pick<Platform, 'secret' | 'config'>,
  { agencyId, address, kinds, by }: NewHook,
  now: Date,
): Promise<{ id: string; secret: string }> {
  const fault =
    address.length > 500 ? 'form' : whyNotOutbound(address, platform.config.privateHooks === true);
  if (fault) throw new Refusal(fault === 'form' ? 'hooks.addressForm' : 'hooks.addressPrivate');
  const standing = (await hooksOf(client, agencyId)).filter(({ state }) => state !== 'ended');
  if (standing.length >= MOST) throw new Refusal('hooks.tooMany', 409, { most: MOST });
  const id = newId(now);
  await exec(client, sql.addHook, { agencyId, id, address, kinds, by, now });
  const data = { address: new URL(address).host, kinds: kinds.join(', ') };
  await happened(client, { agencyId, at: now, actor: by, kind: 'hook.made', subject: id, data });
  return { id, secret: await nextSecret(client, platform, { agencyId, hookId: id, by }, now) };
}

export interface OfHook {
  agencyId: string;
  hookId: string;
  by: string;
}

/** A new secret; the one before it goes on for a day. @returns it, told this once. @throws Refusal hooks.ended */
export async function replaceSecret(
  client: ClientBase,
  platform: Pick<Platform, 'secret'>,
  hook: OfHook,
  now: Date,
): Promise<string> {
  await standing(client, hook);
  const { agencyId, hookId, by } = hook;
  await happened(client, { agencyId, at: now, actor: by, kind: 'hook.secretReplaced', subject: hookId });
  return nextSecret(client, platform, hook, now);
}

async function nextSecret(
  client: ClientBase,
  { secret }: Pick<Platform, 'secret'>,
  { agencyId, hookId, by }: OfHook,
  now: Date,
): Promise<string> {
  const row = await one(
    client,
    sql.addSecret,
    { agencyId, hookId, by, now },
    z.object({ serial: z.number() }),
  );
  return hookSecret(secret('hooks'), agencyId, hookId, row.serial);
}

/** Paused, events wait; ended, what waits is dropped and nothing comes any more. @throws Refusal hooks.ended */
export async function setState(
  client: ClientBase,
  hook: OfHook,
  state: Hook['state'],
  now: Date,
): Promise<void> {
  await standing(client, hook);
  const { agencyId, hookId, by } = hook;
  await exec(client, sql.addState, { agencyId, hookId, id: newId(now), state, by, now });
  const kind = ({ active: 'hook.resumed', paused: 'hook.paused', ended: 'hook.ended' } as const)[state];
  await happened(client, { agencyId, at: now, actor: by, kind, subject: hookId });
  if (state === 'ended') await exec(client, sql.dropWaiting, { agencyId, hookId, now });
}

/** A delivery that tells of nothing, to try the way. @throws Refusal hooks.ended */
export async function sendTest(client: ClientBase, hook: OfHook, now: Date): Promise<void> {
  await standing(client, hook);
  const { agencyId, hookId } = hook;
  const row = { agencyId, hookId, id: newId(now), kind: 'hook.test', subject: hookId, now };
  await exec(client, sql.addDelivery, row);
}

/** Sends one delivery again, or with null all that failed. @returns how many. @throws Refusal hooks.ended */
export async function replay(
  client: ClientBase,
  hook: OfHook,
  deliveryId: string | null,
  now: Date,
): Promise<number> {
  await standing(client, hook);
  const { agencyId, hookId, by } = hook;
  const count = await exec(client, sql.replay, { agencyId, hookId, id: deliveryId, now });
  const data = { count };
  if (count > 0)
    await happened(client, { agencyId, at: now, actor: by, kind: 'hook.replayed', subject: hookId, data });
  return count;
}

async function standing(client: ClientBase, { agencyId, hookId }: OfHook): Promise<void> {
  const { state } = await hookOf(client, agencyId, hookId);
  if (state === 'ended') throw new Refusal('hooks.ended', 409);
}

const Delivery = z.object({
  id: z.string(),
  eventId: z.string(),
  kind: z.string(),
  subject: z.string(),
  at: z.date(),
  tries: z.number(),
  dueAt: z.date(),
  lastAt: z.date().nullable(),
  /** A status of HTTP, or why there was none. */
  lastCode: z.string().nullable(),
  endedAt: z.date().nullable(),
  outcome: z.enum(['delivered', 'dead']).nullable(),
});
export type Delivery = z.output<typeof Delivery>;

/** The newest first; what ended is kept for thirty days. */
export function deliveriesOf(
  client: Client,
  agencyId: string,
  hookId: string,
  limit: number,
): Promise<Delivery[]> {
  return many(client, sql.deliveries, { agencyId, hookId, limit }, Delivery);
}
