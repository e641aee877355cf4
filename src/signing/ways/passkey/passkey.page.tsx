import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { pactToSign, type Signatory } from '../../may-sign.ts';
import { t } from '../messages.ts';
import { requireWay } from '../way-setting.ts';
import { createPasskey, creationOptions } from './create-passkey.ts';
import { passkeysOf, siteOf } from './passkey.ts';
import { PasskeyPage } from './passkey.view.tsx';
import { removePasskey } from './remove-passkey.ts';

/** Making and removing one's own passkeys, by whoever holds the personal slip. */
export function passkeyPages(app: App, platform: Platform, bySlip: (c: Ctx) => Promise<Signatory>): void {
  // Each adds rows that stay.
  const changes = createLimiter(60, 60_000);

  app.get(urls.signPasskey, async (c) => {
    const signatory = await bySlip(c);
    if (signatory.signed) return c.redirect(to('sign', { code: c.req.param('code') }), 303);
    return page(c, platform, signatory);
  });

  app.post(urls.signPasskey, async (c) => {
    const signatory = await bySlip(c);
    const { passkey, remove } = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    const { code } = c.req.param();
    const { agency, person } = signatory;
    if (signatory.signed) return c.redirect(to('sign', { code }), 303);
    // Attacker: whoever finds an old slip. Passkeys outlive its campaign, so it must not change them any more.
    pactToSign(signatory, platform.now());
    if (!changes.take(`${agency.id}/${person.personId}`, platform.now()))
      throw new Refusal('platform.busy', 503);
    if (typeof remove === 'string') {
      await removePasskey(platform, signatory, remove);
      return c.redirect(to('signPasskey', { code }), 303);
    }
    try {
      await createPasskey(platform, signatory, typeof passkey === 'string' ? passkey : '');
      return c.redirect(to('sign', { code }), 303);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      const text = refusalText(c.get('visit').lang, error);
      return page(c, platform, signatory, { '': text });
    }
  });
}

/** @throws Refusal signing.wayOff, those of pactToSign */
async function page(
  c: Ctx,
  platform: Platform,
  signatory: Signatory,
  errors: Record<string, string> = {},
): Promise<Response> {
  const { lang } = c.get('visit');
  const { agency, campaign, person } = signatory;
  pactToSign(signatory, platform.now());
  await requireWay(platform.pool, agency.id, campaign.id, 'passkey');
  const site = siteOf(platform.config);
  if (!site) throw new Refusal('signing.wayOff', 409);
  const options = await creationOptions(platform, signatory);
  return show(c, {
    title: t(lang)('signing.passkeyTitle'),
    narrow: true,
    islands: ['passkey'],
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: (
      <PasskeyPage
        {...{ lang, errors, code: c.req.param('code') ?? '', zone: agency.zone, origin: site.origin }}
        options={options && JSON.stringify(options)}
        passkeys={await passkeysOf(platform.pool, agency.id, person.personId)}
      />
    ),
  });
}
