import { timingSafeEqual } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { unitsBelow } from '../../agencies/index.ts';
import { type Client, exec, maybe, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readP256 } from '../../verify/index.ts';
import sqlText from './offline.sql';

export const sql = queries(sqlText);

const Row = z.object({
  agencyId: z.string(),
  id: z.string(),
  campaignId: z.string(),
  unitId: z.string().nullable(),
  ceremonyId: z.string().nullable(),
  openedAt: z.date(),
  expiresAt: z.date(),
  publicKey: z.instanceof(Buffer).nullable(),
  enrolledAt: z.date().nullable(),
  /** Its cookie counts no more, though its hours may not be over. */
  closed: z.boolean(),
  forgotten: z.enum(['closed', 'lost']).nullable(),
});

/** A tablet as the institution knows it, open or not. `unitIds`: of the people whom it serves; null: everyone. */
export type Device = z.output<typeof Row> & { unitIds: string[] | null };

/** @throws Refusal offline.unknown (404) */
export async function deviceOf(client: Client, agencyId: string, id: string): Promise<Device> {
  const row = await maybe(client, sql.device, { agencyId, id }, Row);
  if (!row) throw new Refusal('offline.unknown', 404);
  return { ...row, unitIds: row.unitId ? await unitsBelow(client, agencyId, [row.unitId]) : null };
}

/** How long after it was opened a device may be prepared: whoever opened it still stands beside it. */
const PREPARE_WITHIN = 30 * 60_000;
/** For how long a lost answer may be asked for again; after that only staff see the unlock code. */
const AGAIN = 10 * 60_000;

/**
 * The device's key, one for each device and for good.
 * @throws Refusal offline.badKey, offline.openedLongAgo (409), offline.otherKey (409) where it has another or was enrolled
 *   too long ago. Attacker: who takes a device that stands open, and would get all names and digits, or the unlock code
 */
export async function enrol(client: ClientBase, device: Device, publicKey: Buffer, now: Date): Promise<void> {
  const { agencyId, id, openedAt } = device;
  if (!readP256(publicKey)) throw new Refusal('offline.badKey');
  if (!device.publicKey && now.getTime() - openedAt.getTime() > PREPARE_WITHIN)
    throw new Refusal('offline.openedLongAgo', 409);
  const added = await exec(client, sql.addKey, { agencyId, id, publicKey, now });
  if (added === 0) return requireSame(await deviceOf(client, agencyId, id), publicKey, now);
  const kind = 'device.enrolled';
  await happened(client, { agencyId, at: now, actor: `tablet:${id}`, kind, subject: id });
}

function requireSame({ publicKey, enrolledAt }: Device, given: Buffer, now: Date): void {
  const same = publicKey?.length === given.length && timingSafeEqual(publicKey, given);
  if (!same || now.getTime() - (enrolledAt?.getTime() ?? 0) > AGAIN)
    throw new Refusal('offline.otherKey', 409);
}
