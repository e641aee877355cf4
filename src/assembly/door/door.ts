import { createHmac } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, maybe, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { base32 } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { randomPart } from '../../platform/random.ts';
import sqlText from './door.sql';
import type { DoorKey, Hmac } from './pass.ts';

export const sql = queries(sqlText);

export const nodeHmac: Hmac = async (key, message) => createHmac('sha256', key).update(message).digest();

const Row = z.object({
  agencyId: z.string(),
  ceremonyId: z.string(),
  /** A site of the plan; null where the ceremony has one place. */
  site: z.string().nullable(),
  code: z.string(),
  until: z.date(),
  /** Before its time, with its screen. Attacker: who photographed that screen or had its address, and so has the key. */
  closed: z.boolean(),
});
export type Door = z.output<typeof Row>;

/** Opens a door of one site until a moment, when its screen expires as well. @returns its code, eight characters */
export async function openDoor(
  client: ClientBase,
  door: { agencyId: string; ceremonyId: string; site: string | null; until: Date; by: string },
  now: Date,
): Promise<string> {
  const { agencyId, ceremonyId, by } = door;
  const code = base32(randomPart(5)).toUpperCase();
  await exec(client, sql.addDoor, { ...door, code, now });
  const data = { site: door.site, until: door.until.toISOString() };
  await happened(client, { agencyId, at: now, actor: by, kind: 'door.opened', subject: ceremonyId, data });
  return code;
}

/** Attacker: a colleague who learns here, where no tablet tells, with which digits to sign for somebody. */
export function digitsDiffered(
  client: ClientBase,
  { agencyId, ceremonyId, code }: Door,
  personId: string,
  now: Date,
): Promise<void> {
  const what = { kind: 'door.digitsDiffered', subject: personId, data: { ceremonyId } };
  return happened(client, { agencyId, at: now, actor: `door:${code}`, ...what });
}

/** The door of a code, also one that has expired; null where there is none. */
export function doorOf(client: Client, code: string): Promise<Door | null> {
  return maybe(client, sql.door, { code }, Row);
}

/** Derived, not stored: a copy of the database makes no passes. Who has it makes passes of this door until it closes. */
export function doorKey(platform: Platform, { code, until }: Pick<Door, 'code' | 'until'>): DoorKey {
  const key = createHmac('sha256', platform.secret('door'))
    .update(`ikrar/door/v1\n${code}\n${until.toISOString()}`)
    .digest();
  return { code, key };
}
