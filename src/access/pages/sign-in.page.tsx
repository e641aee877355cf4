import { forAll, maybe, narrowTo } from '../../platform/db/index.ts';
import { addressOf } from '../../platform/http/address.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { exampleAccounts, isClaimed, sql } from '../accounts.ts';
import { agencyIn, throughDoor } from '../door.ts';
import { ProofNeeded } from '../fresh.ts';
import { t } from '../messages.ts';
import { dropSession, putSession, sessionToken } from '../sessions/cookie.ts';
import { endSession } from '../sessions/sessions.ts';
import { passwordAccount, visitor } from '../sign-in.ts';
import { admit } from '../ways/admit.ts';
import { askForProof } from '../ways/again/again.page.tsx';
import { offersOf } from '../ways/offers.ts';
import { wayPages } from '../ways/pages.ts';
import { ownPasswordPage } from './own-password.page.tsx';
import { SignInForm } from './sign-in.view.tsx';

/** Puts the account of the session into the visit, for every page; in reach is the institution it works for. */
export function recogniseVisitors(app: App, { pool, now }: Platform): void {
  app.use(async (c, next) => {
    // Whoever reports is nobody here, also with a session of this site in the same browser.
    const token = c.get('visit').apart ? undefined : sessionToken(c);
    const found = token ? await forAll(() => visitor(pool, token, now())) : null;
    if (found) {
      const { account, session } = found;
      c.set('visit', { ...c.get('visit'), account, session });
      const agency = agencyIn(c);
      if (account.grants.some(({ agencyId }) => agencyId === agency)) narrowTo(agency);
    }
    try {
      await throughDoor(c, next);
      // A page's own question: hono has made an answer of the refusal already.
      if (c.error instanceof ProofNeeded) c.res = askForProof(c, c.error);
    } catch (error) {
      if (!(error instanceof ProofNeeded)) throw error;
      return askForProof(c, error);
    }
  });
}

/** @param log of what only who runs the installation can mend */
export function signInPages(app: App, platform: Platform, log: (line: string) => void = () => {}): void {
  const { pool, now } = platform;
  ownPasswordPage(app, platform);
  wayPages(app, platform, log);
  // Attacker: who tries one common password on every name; and each try costs a hash, whoever asks.
  const forPeer = createLimiter(100, 500);
  app.get(urls.signIn, (c) => form(c, platform, {}));

  app.post(urls.signIn, async (c) => {
    const body = await c.req.parseBody();
    const username = String(body.username ?? '')
      .trim()
      .toLowerCase();
    try {
      if (!forPeer.take(addressOf(c), now())) throw new Refusal('access.slowDown', 429);
      const accountId = await passwordAccount(pool, username, String(body.password ?? ''), now());
      return await admit(c, platform, { accountId, method: 'password' }, { again: false });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { '': refusalText(c.get('visit').lang, error) };
      return form(c, platform, errors, username, error.status as 401);
    }
  });

  // Only while nobody owns the installation, only on this machine: the examples are open to whoever sits here.
  app.post(urls.signInExample, async (c) => {
    const body = await c.req.parseBody();
    const username = String(body.username ?? '');
    const known = (await forAll(() => exampleAccounts(pool))).some(
      (account) => account.username === username,
    );
    if (!c.get('visit').local || !known || (await isClaimed(pool)))
      throw new Refusal('access.exampleOnlyHere', 403);
    const account = await maybe(pool, sql.accountByUsername, { username });
    const accountId = account?.id as string;
    return admit(c, platform, { accountId, method: 'example' }, { again: false });
  });

  app.post(urls.signOut, async (c) => {
    await leave(c, platform);
    return c.redirect(urls.home, 303);
  });
}

/** Ends the session, here and for whoever else may hold its token. */
export async function leave(c: Ctx, { pool }: Platform): Promise<void> {
  const token = sessionToken(c);
  if (token) await endSession(pool, token);
  dropSession(c);
}

/** Puts the session into the browser and goes to work. */
export function enter(c: Ctx, { config }: Platform, token: string): Response {
  putSession(c, config, token);
  return c.redirect(urls.work, 303);
}

function form(
  c: Ctx,
  platform: Platform,
  errors: Record<string, string>,
  username?: string,
  status: 200 | 401 | 429 = 200,
): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('access.signInTitle'),
    narrow: true,
    status,
    body: <SignInForm {...{ lang, errors }} username={username ?? ''} offers={offersOf(platform.config)} />,
  });
}
