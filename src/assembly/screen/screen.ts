import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { normalCode } from '../../platform/codes.ts';
import { type Client, forAll, many, maybe, narrowTo, queries } from '../../platform/db/index.ts';
import { codeOf as codeOfMac } from '../../platform/ids.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './screen.sql';

export const sql = queries(sqlText);

const Row = z.object({
  agencyId: z.string(),
  id: z.string(),
  ceremonyId: z.string(),
  site: z.string().nullable(),
  doorCode: z.string(),
  openedAt: z.date(),
  expiresAt: z.date(),
  closedAt: z.date().nullable(),
  /** How often it was moved, and to which step at last; 0 and null before. */
  seq: z.number(),
  step: z.string().nullable(),
});
/** A screen that was opened for a site, with where it stands. */
export type Screen = z.output<typeof Row>;

/** The two addresses of one screen: who has `screen` shows it, who has `clicker` only moves it. */
export type Address = 'screen' | 'clicker';

/**
 * Twelve Crockford characters, 60 bits. Derived, not stored: a copy of the database opens no screen, and the page of
 * the office can show an address again.
 */
export function codeOf(platform: Platform, of: { agencyId: string; id: string }, address: Address): string {
  const mac = createHmac('sha256', platform.secret('screen'))
    .update(`ikrar/${address}/v1\n${of.agencyId}\n${of.id}`)
    .digest();
  return codeOfMac(mac).toLowerCase();
}

export function hashOf(platform: Platform, code: string): Buffer {
  return createHmac('sha256', platform.secret('screen')).update(`ikrar/screen-hash/v1\n${code}`).digest();
}

/** Wrong addresses from one place: thirty, then one a second. */
const wrong = createLimiter(30, 1000);

/**
 * The screen of an address as somebody typed it.
 * @throws Refusal screen.unknown (404), screen.slowDown (429), screen.closed (410)
 */
export async function screenOf(
  platform: Platform,
  address: Address,
  typed: string,
  from: string,
): Promise<Screen> {
  const block = address === 'screen' ? sql.screenByHash : sql.screenByClicker;
  const hash = hashOf(platform, normalCode(typed).toLowerCase());
  const found = await forAll(() => maybe(platform.pool, block, { hash }, Row));
  if (!found && !wrong.take(from, platform.now())) throw new Refusal('screen.slowDown', 429);
  if (!found) throw new Refusal('screen.unknown', 404);
  if (!isOpen(found, platform.now())) throw new Refusal('screen.closed', 410);
  narrowTo(found.agencyId);
  return found;
}

/** Those that are open, in the order of their opening. */
export function screensOf(
  client: Client,
  at: { agencyId: string; ceremonyId: string },
  now: Date,
): Promise<Screen[]> {
  return many(client, sql.screensOf, { ...at, now }, Row);
}

function isOpen({ closedAt, expiresAt }: Screen, now: Date): boolean {
  return closedAt === null && expiresAt > now;
}
