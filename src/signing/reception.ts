import { z } from 'zod';
import { type AudiencePerson, AudienceRow } from '../campaigns/index.ts';
import { checkSetting, type Mode } from '../guidance/index.ts';
import { BY_INDEX, forAll, many, narrowTo, transaction } from '../platform/db/index.ts';
import { gather } from '../platform/gather.ts';
import type { Platform } from '../platform/platform.ts';
import { Signed } from './batch.ts';
import { before, type Invitation, invitationOf, type Signatory, type SignedBefore } from './may-sign.ts';
import { hashOfTyped, refuseCode, refuseFlood, type SlipHolder, sql } from './slip.ts';

/** Whoever comes with a slip or a personal link, and whether the understanding check comes first in that campaign. */
export type Guest = Signatory & { check: Mode; way: 'slip' | 'link' };

/** How long a campaign is remembered, in milliseconds. */
const REMEMBERED = 2000;
const MOST_REMEMBERED = 2000;
const ROOM = { most: 500, waiting: 5000 };

/**
 * The people of slips for those who come to sign: many codes in one question, campaigns remembered for a moment.
 *
 * What is remembered cannot let anybody sign who must not: opening, closing, deadline and text are asked again by the
 * transaction that writes (batch.ts), and what else a record takes from a campaign never changes once it is opened. The
 * understanding check asks itself as it would have a moment before. A form under another text than the remembered one
 * has the campaign loaded anew.
 */
export function createReception(platform: Platform) {
  const find = gather((hashes: Buffer[]) => forAll(() => slipsOfCodes(platform, hashes)), ROOM);
  const campaigns = createMemory(platform);
  return {
    /** `textDigest`: of the form that was sent. @throws Refusal signing.noSuchCode, signing.slowDown, platform.busy */
    async guest(typed: string, address: string, textDigest: string): Promise<Guest> {
      refuseFlood(address, platform.now());
      const hash = hashOfTyped(platform, typed);
      const found = hash && (await find(hash));
      if (!found) return refuseCode(address, platform.now());
      const { agencyId, campaignId, person, signed, way } = found;
      narrowTo(agencyId);
      const known = await campaigns.recall(agencyId, campaignId);
      const stale = known.campaign.pact?.digest !== textDigest;
      return { ...(stale ? await campaigns.reload(agencyId, campaignId) : known), person, signed, way };
    },
  };
}

interface Found extends SlipHolder {
  person: AudiencePerson;
  signed: SignedBefore | null;
  way: Guest['way'];
}

const Row = AudienceRow.extend({
  ord: z.number(),
  way: z.enum(['slip', 'link']),
  agencyId: z.string(),
  campaignId: z.string(),
  receipt: z.string().nullable(),
  key: z.string().nullable(),
  textDigest: z.string().nullable(),
  signedAt: z.date().nullable(),
  index: z.number().nullable(),
  log: z.string().nullable(),
});

/** In the order of the codes; null for one that nobody has. */
async function slipsOfCodes({ pool }: Platform, hashes: Buffer[]): Promise<(Found | null)[]> {
  const rows = await transaction(pool, (client) => many(client, sql.slipsByCode, { hashes }, Row), {
    mode: `read only${BY_INDEX}`,
  });
  const found: (Found | null)[] = hashes.map(() => null);
  for (const {
    ord,
    way,
    agencyId,
    campaignId,
    receipt,
    key,
    textDigest,
    signedAt,
    index,
    log,
    ...person
  } of rows) {
    const signed =
      receipt === null ? null : before(Signed.parse({ receipt, key, textDigest, signedAt, index, log }));
    found[ord - 1] = { agencyId, campaignId, personId: person.personId, person, signed, way };
  }
  return found;
}

/** Each campaign is loaded once for all who ask meanwhile, and forgotten after a moment. */
function createMemory(platform: Platform) {
  const held = new Map<string, { until: number; invitation: Promise<Invitation & { check: Mode }> }>();

  function reload(agencyId: string, campaignId: string): Promise<Invitation & { check: Mode }> {
    const name = `${agencyId}/${campaignId}`;
    const invitation = load(platform, agencyId, campaignId);
    if (held.size >= MOST_REMEMBERED) held.clear();
    held.set(name, { until: performance.now() + REMEMBERED, invitation });
    invitation.catch(() => held.delete(name));
    return invitation;
  }

  return {
    reload,
    recall(agencyId: string, campaignId: string): Promise<Invitation & { check: Mode }> {
      const known = held.get(`${agencyId}/${campaignId}`);
      return known && performance.now() < known.until ? known.invitation : reload(agencyId, campaignId);
    },
  };
}

async function load(
  { pool }: Platform,
  agencyId: string,
  campaignId: string,
): Promise<Invitation & { check: Mode }> {
  const invitation = await invitationOf(pool, agencyId, campaignId);
  return { ...invitation, check: await checkSetting(pool, agencyId, campaignId) };
}
