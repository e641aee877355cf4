import { addressOf } from '../../platform/http/address.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App } from '../../platform/http/visit.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { checkQrHere } from '../check-qr-here.ts';
import { t } from '../messages.ts';
import { QrReportView } from './qr.view.tsx';

/** A whole office may scan at once; a flood from one address may not. */
const checks = createLimiter(200, 50);

/** Where the code on a printed pact leads. Whoever opens it has the code, so what it says is shown, and no more. */
export function qrPage(app: App, platform: Platform): void {
  app.get(urls.qr, async (c) => {
    if (!checks.take(addressOf(c), platform.now())) throw new Refusal('platform.busy', 503);
    const found = await checkQrHere(platform, c.req.param('payload'));
    const { lang } = c.get('visit');
    return show(c, {
      title: t(lang)('verify.title'),
      narrow: true,
      status: found.report.claims === undefined ? 422 : 200,
      body: <QrReportView lang={lang} found={found} />,
    });
  });
}
