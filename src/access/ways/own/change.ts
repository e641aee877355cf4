import { z } from 'zod';
import { forAll, transaction } from '../../../platform/db/index.ts';
import { type Body, field as fieldOf } from '../../../platform/http/form.ts';
import type { Account, Ctx } from '../../../platform/http/visit.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { requireFresh } from '../../fresh.ts';
import { sessionToken } from '../../sessions/cookie.ts';
import { deviceOf } from '../../sessions/device.ts';
import { endOneSession, endOtherSessions } from '../../sessions/sessions.ts';
import { enterMail, mailOf } from '../mail/address.ts';
import { sendLink } from '../mail/links.ts';
import { later, rememberBrowser } from '../mail/mail.page.tsx';
import { notify } from '../mail/notify.ts';
import { type Link, linkIdentity, unlinkIdentity } from '../oidc/identity.ts';
import { takeChallenge } from '../passkey/challenge.ts';
import { keepPasskey, removePasskey } from '../passkey/keep-passkey.ts';
import { makeCodes } from '../recovery/codes.ts';
import { dropCookie, openCookie } from '../sealed-cookie.ts';
import { tell } from '../tell.ts';

export type Log = (line: string) => void;

/**
 * What the owner changes on the own page. Ending sessions is always open; everything else takes a fresh proof.
 * @returns codes to show once, or nothing
 * @throws ProofNeeded, Refusal of each change
 */
export async function change(
  c: Ctx,
  platform: Platform,
  account: Account,
  body: Body,
  log: Log,
): Promise<string[] | undefined> {
  const field = (name: string) => fieldOf(body, name);
  const { id } = account;
  switch (field('aksi')) {
    case 'akhiri':
      return endSessions(platform, id, (client) => endOneSession(client, id, field('sesi')).then(Number));
    case 'akhiri-lain':
      return endSessions(platform, id, (client) => endOtherSessions(client, id, sessionToken(c) ?? null));
  }
  requireFresh(c);
  switch (field('aksi')) {
    case 'kunci': {
      const challenge = await takeChallenge(c, platform, 'make');
      const device = deviceOf(c.req.header('user-agent'));
      await keepPasskey(platform, id, { answer: field('passkey'), challenge, device });
      return notify(platform, log, id, 'passkeyAdded') as undefined;
    }
    case 'hapus-kunci':
      return (await removePasskey(platform, id, field('kunci'))) as undefined;
    case 'taut':
      return link(c, platform, account, log);
    case 'batal-taut':
      return dropCookie(c, 'ikrar_taut') as undefined;
    case 'lepas':
      return (await unlinkIdentity(platform, id, {
        issuer: field('issuer'),
        subject: field('subject'),
      })) as undefined;
    case 'surel':
      return setMail(c, platform, account, field('email'), log);
    case 'kode': {
      const codes = await makeCodes(platform, id);
      notify(platform, log, id, 'recoveryMade');
      return codes;
    }
    default:
      throw new Refusal('platform.unreadable', 400);
  }
}

type Ending = (client: Parameters<Parameters<typeof transaction<number>>[1]>[0]) => Promise<number>;

async function endSessions({ pool, now }: Platform, accountId: string, end: Ending): Promise<undefined> {
  await forAll(() =>
    transaction(pool, async (client) => {
      const count = await end(client);
      const told = { accountId, at: now(), data: { count } };
      if (count > 0) await tell(client, { ...told, kind: 'account.sessionsEnded' });
    }),
  );
  return undefined;
}

const Waiting = z.object({
  accountId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  label: z.string(),
});

/** Somebody at the provider whom the owner has yet to confirm. */
export function waitingLink(c: Ctx, platform: Platform, account: Account): Link | null {
  const found = openCookie(c, platform, 'ikrar_taut', Waiting);
  return found?.accountId === account.id ? found : null;
}

async function link(c: Ctx, platform: Platform, account: Account, log: Log): Promise<undefined> {
  const waiting = waitingLink(c, platform, account);
  dropCookie(c, 'ikrar_taut');
  if (!waiting) throw new Refusal('access.linkNone', 409);
  const { issuer, subject, label } = waiting;
  await linkIdentity(platform, account.id, { issuer, subject, label });
  notify(platform, log, account.id, 'identityLinked');
  return undefined;
}

/** Attacker: the owner, whose form sends mails to anybody. */
const mails = createLimiter(3, 5 * 60_000);

async function setMail(
  c: Ctx,
  platform: Platform,
  account: Account,
  address: string,
  log: Log,
): Promise<undefined> {
  const { pool, now } = platform;
  const { id: accountId, username, name } = account;
  if (!mails.take(accountId, now())) throw new Refusal('access.mailSlowDown', 409);
  const before = await mailOf(pool, accountId);
  const by = `account:${accountId}`;
  const mailId = await forAll(() =>
    transaction(pool, (client) => enterMail(client, { accountId, address, by }, now())),
  );
  if (!mailId) return undefined;
  if (before?.proved) notify(platform, log, accountId, 'mailChanged', before.address);
  const to = address.trim();
  if (!to) return undefined;
  const browser = rememberBrowser(c, platform, null);
  later(log, [sendLink(platform, { accountId, mailId, username, name, address: to }, 'confirm', browser)]);
  return undefined;
}
