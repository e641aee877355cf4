import { forAll, one } from '../../../platform/db/index.ts';
import { ownPath, refused } from '../../../platform/http/app.tsx';
import { show, wantsJson } from '../../../platform/http/respond.tsx';
import type { Account, App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { isClaimed } from '../../accounts.ts';
import type { ProofNeeded } from '../../fresh.ts';
import { guardOwn } from '../../guard.ts';
import { showWork } from '../../shell.tsx';
import { passwordAccount } from '../../sign-in.ts';
import { admit } from '../admit.ts';
import { mailOf } from '../mail/address.ts';
import { t } from '../messages.ts';
import { offersOf } from '../offers.ts';
import { identitiesOf } from '../oidc/identity.ts';
import { passkeysOf } from '../passkey/keep-passkey.ts';
import { Example, sql } from '../sql.ts';
import { AgainPage, ProofFirst } from './again.view.tsx';

/** A page leads to the proof and back. What was sent stays in its tab, to be sent again when the proof was given. */
export function askForProof(c: Ctx, refusal: ProofNeeded): Response {
  if (wantsJson(c)) return refused(c, refusal);
  if (c.req.method === 'GET') {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(again(pathname + search), 303);
  }
  const { lang } = c.get('visit');
  const title = t(lang)('access.proofFirst');
  return show(c, { title, narrow: true, status: 401, body: <ProofFirst lang={lang} href={again(DONE)} /> });
}

const DONE = `${urls.signInAgain}?selesai=1`;
const again = (to: string) => `${urls.signInAgain}?ke=${encodeURIComponent(to)}`;

/** Proving again who one is, by whichever way the account has. */
export function provingAgain(app: App, platform: Platform): void {
  const { pool, now } = platform;
  // Attacker: somebody at a screen that was left signed in, who guesses the password.
  const tries = createLimiter(5, 60_000);
  app.get(urls.signInAgain, (c) => page(c, platform, guardOwn(c, 'own.prove'), {}));

  app.post(urls.signInAgain, async (c) => {
    const account = guardOwn(c, 'own.prove');
    const body = await c.req.parseBody();
    const aim = { again: true, to: ownPath(c.req.query('ke')) } as const;
    if (body.contoh === '1') {
      if (!(await mayPlay(c, platform, account))) throw new Refusal('access.exampleOnlyHere', 403);
      return admit(c, platform, { accountId: account.id, method: 'example' }, aim);
    }
    try {
      if (!tries.take(account.id, now())) throw new Refusal('access.slowDown', 429);
      const accountId = await passwordAccount(pool, account.username, String(body.password ?? ''), now());
      tries.forget(account.id);
      return await admit(c, platform, { accountId, method: 'password' }, aim);
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 401 && error.status !== 429)) throw error;
      const code = error.code === 'access.wrong' ? new Refusal('access.passwordWrong') : error;
      return page(c, platform, account, { password: refusalText(c.get('visit').lang, code) }, error.status);
    }
  });
}

async function page(
  c: Ctx,
  platform: Platform,
  account: Account,
  errors: Record<string, string>,
  status: 200 | 401 | 429 = 200,
): Promise<Response> {
  const { lang } = c.get('visit');
  const { pool, config } = platform;
  const offers = offersOf(config);
  const [passkeys, identities, mail] = await Promise.all([
    passkeysOf(pool, account.id),
    identitiesOf(pool, account.id),
    mailOf(pool, account.id),
  ]);
  const ways = {
    example: await mayPlay(c, platform, account),
    passkey: offers.passkey && passkeys.length > 0,
    oidc: identities.length > 0 || config.oidc?.claim !== 'sub' ? offers.oidc : null,
    mail: offers.mail && mail?.proved === true,
  };
  const done = c.req.query('selesai') === '1';
  return showWork(c, {
    title: t(lang)('access.again'),
    narrow: true,
    status,
    body: (
      <AgainPage
        {...{ lang, errors, ways, done }}
        to={ownPath(c.req.query('ke'))}
        username={account.username}
      />
    ),
  });
}

/** The examples are open to whoever sits here, until somebody claims the installation. */
async function mayPlay(c: Ctx, { pool }: Platform, { id }: Account): Promise<boolean> {
  if (!c.get('visit').local) return false;
  const { isExample } = await one(pool, sql.accountById, { accountId: id }, Example);
  return isExample && !(await forAll(() => isClaimed(pool)));
}
