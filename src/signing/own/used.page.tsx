import { formatMoment } from '../../platform/format.ts';
import { ErrorSummary, type FieldErrors } from '../../platform/html/form.view.tsx';
import { Notice } from '../../platform/html/parts.view.tsx';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import type { Signatory } from '../may-sign.ts';
import { t } from '../messages.ts';
import { openBy, receiptOpen } from './own-door.ts';
import { OwnForm } from './own-form.view.tsx';

/** Whether a code that was used shows only that, here. */
export function isClosed(c: Ctx, platform: Platform, signatory: Signatory): boolean {
  return signatory.signed !== null && !receiptOpen(c, platform, signatory);
}

export function usedPages(app: App, platform: Platform, bySlip: (c: Ctx) => Promise<Signatory>): void {
  app.get(urls.signOpen, async (c) => {
    await bySlip(c);
    return c.redirect(to('sign', { code: c.req.param('code') }), 303);
  });

  app.post(urls.signOpen, async (c) => {
    const signatory = await bySlip(c);
    const here = to('sign', { code: c.req.param('code') });
    if (!isClosed(c, platform, signatory)) return c.redirect(here, 303);
    const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    try {
      openBy(c, platform, signatory, typeof body.digits === 'string' ? body.digits : '');
      return c.redirect(here, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { digits: refusalText(c.get('visit').lang, error) };
      return usedSlip(c, signatory, errors, error.status === 429 ? 429 : 422);
    }
  });
}

/** To whoever comes with a used code: that it was used, and when. No name, no institution, no receipt. */
export function usedSlip(
  c: Ctx,
  signatory: Signatory,
  errors: FieldErrors = {},
  status: 200 | 422 | 429 = 200,
): Response {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const { signed, agency } = signatory;
  const moment = signed && formatMoment(lang, signed.at, agency.zone);
  return show(c, {
    title: tr('signing.usedTitle'),
    narrow: true,
    status,
    body: (
      <>
        <ErrorSummary lang={lang} errors={errors} />
        <h1>{tr('signing.usedTitle')}</h1>
        <Notice>
          <p>{tr('signing.usedText', { moment: moment ?? '' })}</p>
        </Notice>
        <h2>{tr('signing.usedOwn')}</h2>
        <p>{tr('signing.usedOwnText')}</p>
        <OwnForm
          {...{ lang, errors }}
          owner={signatory}
          action={to('signOpen', { code: c.req.param('code') ?? '' })}
        />
        <p class="quiet">{tr('signing.usedFound')}</p>
      </>
    ),
  });
}
