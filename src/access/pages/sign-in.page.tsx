import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { forAll, maybe, narrowTo } from '../../platform/db/index.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { exampleAccounts, isClaimed, sql } from '../accounts.ts';
import { t } from '../messages.ts';
import { endSession, SESSION_SECONDS, signIn, startSession, visitor } from '../sign-in.ts';
import { ownPasswordPage } from './own-password.page.tsx';
import { SignInForm } from './sign-in.view.tsx';

const COOKIE = 'ikrar_sesi';

/** Puts the account of the session into the visit, for every page; in reach is the institution it works for. */
export function recogniseVisitors(app: App, { pool, now }: Platform): void {
  app.use(async (c, next) => {
    const token = getCookie(c, COOKIE);
    if (token) {
      const account = await forAll(() => visitor(pool, token, now()));
      c.set('visit', { ...c.get('visit'), account });
      const agency = /^\/kerja\/([^/]+)/.exec(c.req.path)?.[1];
      if (account?.grants.some(({ agencyId }) => agencyId === agency)) narrowTo(agency as string);
    }
    await next();
  });
}

export function signInPages(app: App, platform: Platform): void {
  const { pool, now } = platform;
  ownPasswordPage(app, platform, COOKIE);
  app.get(urls.signIn, (c) => form(c, {}));

  app.post(urls.signIn, async (c) => {
    const body = await c.req.parseBody();
    const username = String(body.username ?? '')
      .trim()
      .toLowerCase();
    try {
      return enter(c, platform, await signIn(pool, username, String(body.password ?? ''), now()));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return form(
        c,
        { '': messageOf(c.get('visit').lang, error.code) as string },
        username,
        error.status as 401,
      );
    }
  });

  // Only while nobody owns the installation, only on this machine: the examples are open to whoever sits here.
  app.post(urls.signInExample, async (c) => {
    const body = await c.req.parseBody();
    const username = String(body.username ?? '');
    const known = (await exampleAccounts(pool)).some((account) => account.username === username);
    if (!c.get('visit').local || !known || (await isClaimed(pool)))
      throw new Refusal('access.exampleOnlyHere', 403);
    const account = await maybe(pool, sql.accountByUsername, { username });
    return enter(c, platform, await startSession(pool, account?.id as string, now()));
  });

  app.post(urls.signOut, async (c) => {
    await leave(c, platform);
    return c.redirect(urls.home, 303);
  });
}

/** Ends the session, here and for whoever else may hold its token. */
export async function leave(c: Ctx, { pool }: Platform): Promise<void> {
  const token = getCookie(c, COOKIE);
  if (token) await endSession(pool, token);
  deleteCookie(c, COOKIE, { path: '/' });
}

/** Puts the session into the browser and goes to work. */
export function enter(c: Ctx, { config }: Platform, token: string): Response {
  setCookie(c, COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
    maxAge: SESSION_SECONDS,
  });
  return c.redirect(urls.work, 303);
}

function form(
  c: Ctx,
  errors: Record<string, string>,
  username?: string,
  status: 200 | 401 | 429 = 200,
): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('access.signInTitle'),
    narrow: true,
    status,
    body: <SignInForm lang={lang} errors={errors} username={username ?? ''} />,
  });
}
