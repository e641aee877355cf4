import { type Agency, agencyOn } from '../../agencies/index.ts';
import { type Campaign, campaignOf } from '../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead, type Plan, planOf } from '../../ceremonies/index.ts';
import { forAll, narrowTo } from '../../platform/db/index.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { refuseOtherDay } from './arrival-time.ts';
import { type Door, doorKey, doorOf, nodeHmac } from './door.ts';
import { passHolds, readPass } from './pass.ts';
import { issueTicket, readTicket } from './ticket.ts';

/** Where somebody stands who scanned the code of a site. */
export interface Entrance {
  door: Door;
  agency: Agency;
  head: CeremonyHead;
  campaign: Campaign;
  plan: Plan;
}

/**
 * Passes that lead nowhere, by address; wrong passes of one door, by door, because a whole yard has one address. A
 * pass has forty bits that change each half minute: no pace that fits in here finds one.
 */
const strangers = createLimiter(30, 1000);
const wrongPasses = createLimiter(600, 200);

/** The door of a pass, whether or not the pass still holds. @throws Refusal door.noPass (404), door.slowDown (429) */
export async function entranceOf(platform: Platform, text: string, address: string): Promise<Entrance> {
  const { pool, now } = platform;
  const pass = readPass(text);
  const door = pass && (await forAll(() => doorOf(pool, pass.code)));
  if (!door) {
    if (!strangers.take(address, now())) throw new Refusal('door.slowDown', 429);
    throw new Refusal('door.noPass', 404);
  }
  const { agencyId, ceremonyId } = door;
  narrowTo(agencyId);
  const head = await ceremonyHead(pool, agencyId, ceremonyId);
  const campaign = await campaignOf(pool, agencyId, head.campaignId);
  const { plan } = await planOf(pool, agencyId, ceremonyId);
  return { door, agency: await agencyOn(pool, agencyId, null), head, campaign, plan };
}

/**
 * Lets in who brings a pass that holds now, or a ticket that was given for one.
 * @returns the ticket for what comes next, which begins no later than the first one
 * @throws Refusal door.closed (410), door.expired (410), door.slowDown (429), and those of {@link refuseShut}
 */
export async function letIn(
  platform: Platform,
  { door, campaign, head, agency }: Entrance,
  text: string,
  ticket: string,
): Promise<string> {
  const now = platform.now();
  refuseShut(campaign, head, agency, now);
  if (readTicket(platform, 'entry', ticket) === door.code) return ticket;
  await refusePass(platform, door, text, now);
  return issueTicket(platform, 'entry', door.code);
}

async function refusePass(platform: Platform, door: Door, text: string, now: Date): Promise<void> {
  if (door.closed || now >= door.until) throw new Refusal('door.closed', 410);
  const pass = readPass(text);
  if (pass && (await passHolds(nodeHmac, doorKey(platform, door), pass, now))) return;
  if (!wrongPasses.take(door.code, now)) throw new Refusal('door.slowDown', 429);
  throw new Refusal('door.expired', 410);
}

/** @throws Refusal door.notOpened, door.campaignClosed, door.noDate, door.notToday (409) */
export function refuseShut(
  { opening, closing }: Pick<Campaign, 'opening' | 'closing'>,
  head: CeremonyHead,
  { zone }: Pick<Agency, 'zone'>,
  now: Date,
): void {
  if (!opening) throw new Refusal('door.notOpened', 409);
  if (closing) throw new Refusal('door.campaignClosed', 409);
  refuseOtherDay(head, zone, now);
}
