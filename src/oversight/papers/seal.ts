import type { ClientBase } from 'pg';
import { z } from 'zod';
import { actor, type Staff } from '../../access/index.ts';
import { sealDigest, sealOf, sealReserve } from '../../evidence/index.ts';
import { one, transaction } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { caseSeen } from '../cases/seen.ts';
import { recorded } from '../events/record.ts';
import type { Kind } from './kinds.ts';
import { sql } from './texts.ts';

/** By one account within a day, in all cases: more than anybody's desk, and few enough to be looked through. */
export const MOST_SEALINGS = 60;
const DAY = 24 * 3_600_000;

/** How much room a browser leaves for the seal. Touches no device. */
export async function roomForSeal(platform: Platform, agencyId: string): Promise<number> {
  return sealReserve((await sealOf(platform, agencyId)).signer);
}

/**
 * The institution's seal over the digest of a PDF that only a browser has. What stands in the file is not seen here.
 * Attacker: somebody with access to a case who has other papers sealed. Each sealing is an event, written before the key is
 * asked, that names who, which case, which kind and which digest; and there are only so many a day. The caller asked
 * `caseSeen` before.
 * @returns the container in hexadecimal
 * @throws Refusal papers.sealMany (429), evidence.sealUnavailable
 */
export async function sealFor(
  platform: Platform,
  staff: Staff,
  what: { caseId: string; kind: Kind; digest: Buffer },
): Promise<string> {
  const { pool, now } = platform;
  const { signer } = await sealOf(platform, staff.agencyId);
  await transaction(pool, (client) => writeSealing(client, staff, what, now()));
  return sealDigest(signer, what.digest);
}

async function writeSealing(
  client: ClientBase,
  staff: Staff,
  { caseId, kind, digest }: { caseId: string; kind: Kind; digest: Buffer },
  now: Date,
): Promise<void> {
  await caseSeen(client, staff, caseId);
  const place = { agencyId: staff.agencyId, actor: actor(staff) };
  const asked = { kind, digest: digest.toString('hex') };
  const since = new Date(now.getTime() - DAY);
  const Count = z.object({ count: z.number(), same: z.boolean() });
  const { count, same } = await one(client, sql.sealed, { ...place, ...asked, since }, Count);
  if (!same && count >= MOST_SEALINGS) throw new Refusal('papers.sealMany', 429);
  await recorded(client, { ...place, caseId, at: now, kind: 'case.sealed', data: asked });
}
