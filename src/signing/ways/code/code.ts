import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { maybe, queries } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Signatory } from '../../may-sign.ts';
import type { SlipHolder } from '../../slip.ts';
import sqlText from './code.sql';

export const sql = queries(sqlText);

/** A code is good for ten minutes and five wrong tries: one guess in 200,000 hits. */
export const CODE = { digits: 6, minutes: 10, tries: 5 } as const;

/** The person's e-mail address on the roster; null where there is none or this installation sends no mail. */
export async function mailAddressOf(
  { pool, config }: Platform,
  { agency, person }: Signatory,
): Promise<string | null> {
  if (!config.mail) return null;
  const asked = { agencyId: agency.id, personId: person.personId };
  const found = await maybe(pool, sql.addressOf, asked, z.object({ email: z.string().nullable() }));
  return found?.email || null;
}

/** Enough for its owner to know it by: siti.r@contoh.go.id is s•••@contoh.go.id. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}

export function holderOf({ agency, campaign, person }: Signatory): SlipHolder {
  return { agencyId: agency.id, campaignId: campaign.id, personId: person.personId };
}

/** Keyed: six digits could be searched in a copy of the database. Bound to whom and what the code is for. */
export function codeHash(platform: Platform, holder: SlipHolder, digits: string): Buffer {
  const { agencyId, campaignId, personId } = holder;
  return keyed(platform, ['ikrar/code/v1', agencyId, campaignId, personId, digits]);
}

export function addressHash(platform: Platform, address: string): Buffer {
  return keyed(platform, ['ikrar/mail-address/v1', address.toLowerCase()]);
}

function keyed(platform: Platform, parts: readonly string[]): Buffer {
  return createHmac('sha256', platform.secret('code')).update(parts.join('\n')).digest();
}
