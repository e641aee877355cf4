import { addressOf } from '../../../platform/http/address.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { messageOf } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { pactToSign, type Signatory } from '../../may-sign.ts';
import { t } from '../messages.ts';
import { requireWay } from '../way-setting.ts';
import { mailAddressOf, masked } from './code.ts';
import { CodePage } from './code.view.tsx';
import { sendCode } from './send-code.ts';

/** Asking for a one-time code; it is typed on the signing page. */
export function codePages(app: App, platform: Platform, bySlip: (c: Ctx) => Promise<Signatory>): void {
  // From one place: an office behind one address may ask, a flood may not.
  const places = createLimiter(60, 10_000);

  app.get(urls.signCode, async (c) => {
    const signatory = await bySlip(c);
    if (signatory.signed) return c.redirect(to('sign', { code: c.req.param('code') }), 303);
    return page(c, platform, signatory);
  });

  app.post(urls.signCode, async (c) => {
    const signatory = await bySlip(c);
    const address = to('sign', { code: c.req.param('code') });
    if (signatory.signed) return c.redirect(address, 303);
    try {
      await sendCode(platform, signatory, () => places.take(addressOf(c), platform.now()));
      return c.redirect(`${address}?cara=surel`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || ![429, 503].includes(error.status)) throw error;
      return page(c, platform, signatory, error);
    }
  });
}

/** @throws Refusal signing.wayOff, signing.noMail, those of pactToSign */
async function page(c: Ctx, platform: Platform, signatory: Signatory, refusal?: Refusal): Promise<Response> {
  const { lang } = c.get('visit');
  const { agency, campaign } = signatory;
  pactToSign(signatory, platform.now());
  await requireWay(platform.pool, agency.id, campaign.id, 'code');
  const address = await mailAddressOf(platform, signatory);
  if (!address) throw new Refusal('signing.noMail', 409);
  const errors: Record<string, string> = refusal ? { '': messageOf(lang, refusal.code) ?? refusal.code } : {};
  return show(c, {
    title: t(lang)('signing.codeTitle'),
    narrow: true,
    status: refusal ? (refusal.status as 429 | 503) : 200,
    body: <CodePage {...{ lang, errors, code: c.req.param('code') ?? '', address: masked(address) }} />,
  });
}
