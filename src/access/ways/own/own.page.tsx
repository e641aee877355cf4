import { forAll } from '../../../platform/db/index.ts';
import type { Account, App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { passkeySite } from '../../../platform/passkey/site.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { guardOwn } from '../../guard.ts';
import { sessionsOf } from '../../sessions/sessions.ts';
import { showWork } from '../../shell.tsx';
import { mailOf } from '../mail/address.ts';
import { t } from '../messages.ts';
import { identitiesOf } from '../oidc/identity.ts';
import { giveChallenge } from '../passkey/challenge.ts';
import { creationOptions, passkeysOf } from '../passkey/keep-passkey.ts';
import { codesLeft } from '../recovery/codes.ts';
import { CodesGiven } from '../recovery/recovery.view.tsx';
import { change, type Log, waitingLink } from './change.ts';
import { OwnAccess } from './own.view.tsx';

/** Where one is signed in, and by which ways one can. */
export function ownAccessPage(app: App, platform: Platform, log: Log): void {
  app.get(urls.ownAccess, (c) => page(c, platform, guardOwn(c, 'own.access'), {}));

  app.post(urls.ownAccess, async (c) => {
    const account = guardOwn(c, 'own.access');
    const body = await c.req.parseBody();
    try {
      const codes = await change(c, platform, account, body, log);
      if (codes) return codesPage(c, codes);
    } catch (error) {
      if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error;
      const at = error.code === 'access.mailForm' ? 'email' : '';
      const typed = typeof body.email === 'string' ? body.email : undefined;
      return page(c, platform, account, { [at]: refusalText(c.get('visit').lang, error) }, typed);
    }
    return c.redirect(`${urls.ownAccess}?tersimpan=1`, 303);
  });
}

function codesPage(c: Ctx, codes: string[]): Response {
  const { lang } = c.get('visit');
  const title = t(lang)('access.codesGiven');
  return showWork(c, { title, narrow: true, body: <CodesGiven {...{ lang, codes }} /> });
}

async function page(
  c: Ctx,
  platform: Platform,
  account: Account,
  errors: Record<string, string>,
  typedMail?: string,
): Promise<Response> {
  const { lang, session } = c.get('visit');
  const { pool, config, now } = platform;
  const [sessions, passkeys, identities, mail, codes] = await forAll(() =>
    Promise.all([
      sessionsOf(pool, account.id, now()),
      passkeysOf(pool, account.id),
      identitiesOf(pool, account.id),
      mailOf(pool, account.id),
      codesLeft(pool, account.id),
    ]),
  );
  const fresh = session?.fresh === true;
  const challenge = fresh && passkeySite(config) ? giveChallenge(c, platform, 'make') : null;
  const options = challenge ? creationOptions(platform, account, passkeys, challenge) : null;
  const wrong = Object.keys(errors).length > 0;
  return showWork(c, {
    title: t(lang)('access.own'),
    islands: options ? ['passkey'] : [],
    status: wrong ? 422 : 200,
    body: (
      <OwnAccess
        {...{ lang, errors, fresh, sessions, passkeys, identities, mail, codes, typedMail }}
        sessionId={session?.id ?? ''}
        saved={!wrong && c.req.query('tersimpan') === '1'}
        waiting={waitingLink(c, platform, account)}
        passkey={passkeySite(config) ? { origin: passkeySite(config)?.origin ?? '', options } : null}
        provider={config.oidc?.claim === 'sub' ? config.oidc.name : null}
        sendsMail={config.mail !== undefined}
      />
    ),
  });
}
