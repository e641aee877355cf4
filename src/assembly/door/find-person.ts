import { z } from 'zod';
import { agencyOn } from '../../agencies/index.ts';
import { type AudiencePerson, audiencePerson } from '../../campaigns/index.ts';
import type { CeremonyHead } from '../../ceremonies/index.ts';
import { forAgency, maybe } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holderOf } from '../../signing/index.ts';
import { sql } from './door.ts';
import { readScanned } from './scanned.ts';

/** Whom a slip or a badge names. */
export interface Found {
  person: AudiencePerson;
  /** Of another institution's audience, or of none here: the institution that the slip is of. */
  from: { agencyId: string; name: string } | null;
}

/**
 * The person of a slip or badge.
 * @throws Refusal door.ownPass, door.pactCode, door.notASlip, door.unknownNumber, signing.noSuchCode, signing.slowDown
 */
export async function findScanned(
  platform: Platform,
  head: CeremonyHead,
  given: string,
  address: string,
): Promise<Found> {
  const scanned = readScanned(given);
  switch (scanned.kind) {
    case 'slip':
      return bySlip(platform, head, scanned.code, address);
    case 'number':
      return byNumber(platform, head, scanned.digits);
    case 'pass':
      throw new Refusal('door.ownPass');
    case 'pact':
      throw new Refusal('door.pactCode');
    case 'text':
      throw new Refusal('door.notASlip');
  }
}

/** A slip of another campaign of the same institution is good for who holds it: they are looked up in this audience. */
export async function bySlip(
  platform: Platform,
  { agencyId, campaignId }: CeremonyHead,
  code: string,
  address: string,
): Promise<Found> {
  const holder = await holderOf(platform, code, address);
  const { pool } = platform;
  if (holder.agencyId === agencyId) {
    const person = await audiencePerson(pool, agencyId, campaignId, holder.personId);
    if (person) return { person, from: null };
  }
  const elsewhere = () => audiencePerson(pool, holder.agencyId, holder.campaignId, holder.personId);
  const person = await forAgency(holder.agencyId, elsewhere);
  if (!person) throw new Refusal('signing.noSuchCode', 404);
  const { name } = await agencyOn(pool, holder.agencyId, null);
  return { person, from: { agencyId: holder.agencyId, name } };
}

async function byNumber(
  { pool }: Platform,
  { agencyId, campaignId }: CeremonyHead,
  digits: string,
): Promise<Found> {
  const row = await maybe(pool, sql.personByNumber, { agencyId, campaignId, digits }, PersonId);
  const person = row && (await audiencePerson(pool, agencyId, campaignId, row.personId));
  if (!person) throw new Refusal('door.unknownNumber');
  return { person, from: null };
}

const PersonId = z.object({ personId: z.string() });
