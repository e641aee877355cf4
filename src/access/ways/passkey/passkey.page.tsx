import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { passkeySite } from '../../../platform/passkey/site.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { admit, aimOf } from '../admit.ts';
import { t } from '../messages.ts';
import { giveChallenge, takeChallenge } from './challenge.ts';
import { passkeysOf } from './keep-passkey.ts';
import { PasskeySignIn } from './passkey.view.tsx';
import { accountOfPasskey, useOptions } from './use-passkey.ts';

/** Signing in, or proving again, by a passkey that the browser offers. */
export function passkeySignIn(app: App, platform: Platform): void {
  app.get(urls.signInPasskey, (c) => page(c, platform, {}));

  app.post(urls.signInPasskey, async (c) => {
    const { passkey } = await c.req.parseBody();
    try {
      const challenge = await takeChallenge(c, platform, 'use');
      const answer = typeof passkey === 'string' ? passkey : '';
      const accountId = await accountOfPasskey(platform, answer, challenge);
      return await admit(c, platform, { accountId, method: 'passkey' }, aimOf(c));
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      return page(c, platform, { '': refusalText(c.get('visit').lang, error) }, 401);
    }
  });
}

async function page(
  c: Ctx,
  platform: Platform,
  errors: Record<string, string>,
  status: 200 | 401 = 200,
): Promise<Response> {
  const { lang, account } = c.get('visit');
  const site = passkeySite(platform.config);
  if (!site) throw new Refusal('platform.notFound', 404);
  const aim = aimOf(c);
  const own = aim.again && account ? await passkeysOf(platform.pool, account.id) : [];
  const options = useOptions(
    platform,
    giveChallenge(c, platform, 'use'),
    own.map(({ id }) => id),
  );
  const action = aim.again ? `${urls.signInPasskey}?ke=${encodeURIComponent(aim.to)}` : urls.signInPasskey;
  return show(c, {
    title: t(lang)('access.byPasskey'),
    narrow: true,
    islands: ['passkey'],
    status,
    body: (
      <PasskeySignIn {...{ lang, errors, action, origin: site.origin }} options={JSON.stringify(options)} />
    ),
  });
}
