import { z } from 'zod';
import { publicAddress } from '../../platform/config.ts';
import { exec, maybe } from '../../platform/db/index.ts';
import type { Lang } from '../../platform/i18n.ts';
import { addressIn, type Handed, openMailer } from '../../platform/mail/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { t } from './messages.ts';
import { sql } from './sql.ts';

const MINUTE = 60_000;
/** Longer than any try may take. */
const LEASE_MS = 3 * MINUTE;
const MOST_ATTEMPTS = 6;
/** No lease and no next try lies further ahead, unless the clock was set back. */
const FARTHEST_MS = 24 * 60 * MINUTE;

const Claimed = z.object({
  accountId: z.string(),
  day: z.string(),
  token: z.string(),
  attempts: z.number(),
  address: z.string().nullable(),
});
type Claimed = z.output<typeof Claimed>;

/**
 * Hands over the mails that wait. At least once: whoever dies with one in hand leaves a lease that runs out, and the next
 * try bears the same Message-ID.
 */
export async function sendNotices(
  platform: Platform,
  agencyId: string,
  log: (line: string) => void,
  ending: AbortSignal,
): Promise<number> {
  const { mail } = platform.config;
  if (!mail) return 0;
  const mailer = openMailer(mail);
  const host = addressIn(mail.from).split('@')[1] as string;
  const words = noticeWords(publicAddress(platform.config) + urls.work);
  let sent = 0;
  try {
    while (!ending.aborted) {
      const claimed = await claim(platform, agencyId);
      if (!claimed) break;
      const { address, token } = claimed;
      const handed: Handed = address
        ? await mailer.hand({ to: address, ...words, messageId: `<ikrar-due-${token}@${host}>` })
        : { ok: false, fault: 'refused', why: 'address' };
      await settle(platform, agencyId, claimed, handed);
      if (handed.ok) sent += 1;
      else if (handed.fault === 'server') {
        log(`mails about deadlines wait: ${handed.why}`);
        break;
      }
    }
  } finally {
    mailer.close();
  }
  return sent;
}

/** It says that something is due and nothing of what: whoever reads the mail of others learns of no case. */
function noticeWords(address: string): { subject: string; text: string } {
  const part = (lang: Lang) =>
    [t(lang)('dueDays.mail.text'), `    ${address}`, t(lang)('dueDays.mail.never')].join('\n\n');
  return { subject: t('id')('dueDays.mail.subject'), text: `${part('id')}\n\n--\n\n${part('en')}\n` };
}

function claim({ pool, now }: Platform, agencyId: string): Promise<Claimed | null> {
  const at = now().getTime();
  const [until, farthest] = [new Date(at + LEASE_MS), new Date(at + FARTHEST_MS)];
  return maybe(pool, sql.claimNotice, { agencyId, now: now(), until, farthest }, Claimed);
}

/** One that fails for now waits five minutes, then twice as long each time. */
async function settle(
  { pool, now }: Platform,
  agencyId: string,
  { accountId, day, attempts }: Claimed,
  handed: Handed,
): Promise<void> {
  const at = now();
  const over = !handed.ok && (handed.fault === 'refused' || attempts >= MOST_ATTEMPTS);
  const later = new Date(at.getTime() + 5 * MINUTE * 2 ** (attempts - 1));
  await exec(pool, sql.settleNotice, {
    ...{ agencyId, accountId, day, now: at },
    sentAt: handed.ok ? at : null,
    failedAt: over ? at : null,
    retryAt: handed.ok || over ? null : later,
    why: handed.ok ? null : `${handed.fault}:${handed.why}`,
  });
}
