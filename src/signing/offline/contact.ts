import { exec } from '../../platform/db/index.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Device, sql } from './device.ts';

/** One row a minute says enough. */
const contacts = createLimiter(1, 60_000);

/** That the device was heard of, and what its clock said; null where it told no time. */
export async function noteContact(
  { pool, now }: Platform,
  { agencyId, id }: Device,
  sentAt: Date | null,
): Promise<void> {
  if (!contacts.take(`${agencyId}/${id}/${sentAt ? 'queue' : 'pack'}`, now())) return;
  await exec(pool, sql.addContact, { agencyId, id, now: now(), sentAt });
}
