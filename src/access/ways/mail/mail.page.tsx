import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { exec } from '../../../platform/db/index.ts';
import { addressOf } from '../../../platform/http/address.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { type Aim, admit, aimOf } from '../admit.ts';
import { t } from '../messages.ts';
import { dropCookie, openCookie, sealCookie } from '../sealed-cookie.ts';
import { mailOf, sql } from './address.ts';
import { type Addressee, accountsByMail, LINK_MINUTES, sendLink, takeLink } from './links.ts';
import { AskForLink, LinkSent, UseLink } from './mail.view.tsx';

const Begun = z.object({ browser: z.string(), to: z.string().nullable() });

/** A link by e-mail: asked for, opened, used. */
export function mailPages(app: App, platform: Platform, log: (line: string) => void): void {
  // Attacker: somebody who floods a mailbox, or who tries out addresses.
  const forAddress = createLimiter(3, 5 * 60_000);
  const forPeer = createLimiter(60, 2000);

  app.get(urls.signInMail, async (c) => {
    required(platform);
    if (c.req.query('terkirim') === '1') return page(c, <LinkSent lang={c.get('visit').lang} />);
    return ask(c, await ownAddress(c, platform), aimOf(c), {});
  });

  app.post(urls.signInMail, async (c) => {
    required(platform);
    const body = await c.req.parseBody();
    const aim = aimOf(c);
    const own = await ownAddress(c, platform);
    const address = aim.again ? (own?.address ?? '') : String(body.email ?? '').trim();
    if (!/^\S+@\S+$/.test(address))
      return ask(c, own, aim, { email: said(c, new Refusal('access.mailForm')) });
    const now = platform.now();
    if (!forPeer.take(addressOf(c), now) || !forAddress.take(address.toLowerCase(), now))
      return ask(c, own, aim, { email: said(c, new Refusal('access.mailSlowDown')) }, 429);
    const browser = rememberBrowser(c, platform, aim.again ? aim.to : null);
    // After the answer: how long it takes must not tell whether anybody has this address.
    const accounts = aim.again && own ? [own] : await accountsByMail(platform, address);
    later(
      log,
      accounts.map((one) => sendLink(platform, one, aim.again ? 'again' : 'enter', browser)),
    );
    return c.redirect(`${urls.signInMail}?terkirim=1`, 303);
  });

  // Mail servers open links to look behind them: only the button does something.
  app.get(urls.signInMailLink, (c) => page(c, <UseLink lang={c.get('visit').lang} action={c.req.path} />));

  app.post(urls.signInMailLink, async (c) => {
    const begun = openCookie(c, platform, 'ikrar_surel', Begun);
    const { accountId, mailId, purpose } = await takeLink(
      platform,
      c.req.param('token'),
      begun?.browser ?? null,
    );
    dropCookie(c, 'ikrar_surel');
    if (purpose === 'confirm') return confirmed(c, platform, accountId, mailId);
    const aim: Aim = purpose === 'again' ? { again: true, to: begun?.to ?? urls.work } : { again: false };
    return admit(c, platform, { accountId, method: 'mail' }, aim);
  });
}

/** A secret of this browser, in it already or put there now, by which a link opens here and nowhere else. */
export function rememberBrowser(c: Ctx, platform: Platform, to: string | null): string {
  const browser =
    openCookie(c, platform, 'ikrar_surel', Begun)?.browser ?? randomBytes(24).toString('base64url');
  sealCookie(c, platform, 'ikrar_surel', { browser, to }, LINK_MINUTES * 60);
  return browser;
}

/** Sends mails while the page is answered already. Only who runs the installation can mend what goes wrong. */
export function later(log: (line: string) => void, sendings: Promise<void>[]): void {
  for (const sending of sendings)
    sending.catch((error: Error) => log(`a link to sign in was not sent: ${error.message}`));
}

/** @throws Refusal platform.notFound (404) where this installation sends no mail */
function required({ config }: Platform): void {
  if (!config.mail) throw new Refusal('platform.notFound', 404);
}

/** Of whoever is signed in, where it is proved. */
async function ownAddress(c: Ctx, { pool }: Platform): Promise<Addressee | null> {
  const { account } = c.get('visit');
  const known = account && (await mailOf(pool, account.id));
  if (!account || !known?.proved) return null;
  const { username, name } = account;
  return { accountId: account.id, mailId: known.id, username, name, address: known.address };
}

async function confirmed(c: Ctx, { pool, now }: Platform, accountId: string, mailId: string) {
  if (c.get('visit').account?.id !== accountId) throw new Refusal('access.otherAccount', 403);
  await exec(pool, sql.proveMail, { accountId, mailId, now: now() });
  return c.redirect(`${urls.ownAccess}?tersimpan=1`, 303);
}

function ask(
  c: Ctx,
  own: Addressee | null,
  aim: Aim,
  errors: Record<string, string>,
  status: 200 | 422 | 429 = Object.keys(errors).length > 0 ? 422 : 200,
): Response {
  if (aim.again && !own) throw new Refusal('access.mailNone', 409);
  const { lang } = c.get('visit');
  const action = aim.again ? `${urls.signInMail}?ke=${encodeURIComponent(aim.to)}` : urls.signInMail;
  return page(
    c,
    <AskForLink {...{ lang, action, errors }} own={aim.again ? (own?.address ?? null) : null} />,
    status,
  );
}

function page(c: Ctx, body: Parameters<typeof show>[1]['body'], status: 200 | 422 | 429 = 200): Response {
  return show(c, { title: t(c.get('visit').lang)('access.byMail'), narrow: true, status, body });
}

function said(c: Ctx, refusal: Refusal): string {
  return refusalText(c.get('visit').lang, refusal);
}
