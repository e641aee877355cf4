import { z } from 'zod';
import { one } from '../../../platform/db/index.ts';
import { sendMail } from '../../../platform/mail/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sql } from '../sql.ts';
import { mailOf } from './address.ts';
import { noticeMail } from './letters.ts';

const Named = z.object({ username: z.string(), name: z.string() });

/**
 * Tells the owner by mail, where there is an address and a server; the change itself stands either way. Returns at once:
 * how long a mail server takes tells a visitor nothing.
 * @param address another than today's: the one that was just taken away
 */
export function notify(
  platform: Platform,
  log: (line: string) => void,
  accountId: string,
  what: Parameters<typeof noticeMail>[1],
  address?: string,
): void {
  const { pool, config } = platform;
  const send = async () => {
    const known = await mailOf(pool, accountId);
    const to = address ?? (known?.proved ? known.address : undefined);
    if (!config.mail || !to) return;
    const named = await one(pool, sql.accountById, { accountId }, Named);
    await sendMail(config.mail, noticeMail({ ...named, address: to }, what));
  };
  send().catch((error: Error) => log(`mail to an account's owner was not sent: ${error.message}`));
}
