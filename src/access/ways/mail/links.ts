import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { publicAddress } from '../../../platform/config.ts';
import { exec, many, maybe } from '../../../platform/db/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to } from '../../../urls.ts';
import { mailOf, sql } from './address.ts';
import { linkMail } from './letters.ts';

export const LINK_MINUTES = 15;
export type Purpose = 'enter' | 'again' | 'confirm';

const Addressee = z.object({
  accountId: z.string(),
  mailId: z.string(),
  username: z.string(),
  name: z.string(),
  address: z.string(),
});
export type Addressee = z.output<typeof Addressee>;

/** The accounts that may sign in by this address; mostly none or one. */
export function accountsByMail({ pool }: Platform, address: string): Promise<Addressee[]> {
  return many(pool, sql.accountsByMail, { address }, Addressee);
}

/** Sends a link that is good once, for a quarter of an hour, in the browser of this secret. @throws Error of the server */
export async function sendLink(
  platform: Platform,
  addressee: Addressee,
  purpose: Purpose,
  browser: string,
): Promise<void> {
  const { pool, config, now } = platform;
  if (!config.mail) return;
  const token = randomBytes(24).toString('base64url');
  const { accountId, mailId } = addressee;
  await exec(pool, sql.forgetLinks, { now: now() });
  await exec(pool, sql.addLink, {
    ...{ tokenHash: hashed(token), accountId, mailId, purpose, browserHash: hashed(browser) },
    expires: new Date(now().getTime() + LINK_MINUTES * 60_000),
  });
  const link = publicAddress(config) + to('signInMailLink', { token });
  await sendMail(config.mail, linkMail(addressee, purpose, link));
}

const Link = z.object({
  accountId: z.string(),
  mailId: z.string(),
  purpose: z.enum(['enter', 'again', 'confirm']),
  browserHash: z.instanceof(Buffer),
});

/**
 * Uses a link up. Attacker: whoever reads the mail, or a scanner that opens it, without the browser that asked.
 * @throws Refusal access.linkOver (410), access.linkElsewhere (403)
 */
export async function takeLink(platform: Platform, token: string, browser: string | null) {
  const { pool, now } = platform;
  const tokenHash = hashed(token);
  const found = await maybe(pool, sql.linkOf, { tokenHash, now: now() }, Link);
  if (!found) throw new Refusal('access.linkOver', 410);
  if (!browser || !timingSafeEqual(hashed(browser), found.browserHash))
    throw new Refusal('access.linkElsewhere', 403);
  const known = await mailOf(pool, found.accountId);
  // One wins of two who press at once; an address that was changed meanwhile opens nothing.
  if ((await exec(pool, sql.useLink, { tokenHash })) === 0 || known?.id !== found.mailId)
    throw new Refusal('access.linkOver', 410);
  return found;
}

function hashed(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
