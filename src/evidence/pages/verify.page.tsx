import { addressOf } from '../../platform/http/address.ts';
import { show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { FormatError, type PactReport, parseReceipt } from '../../verify/index.ts';
import { agencyOfReceipt, checkHere, checkReceipt } from '../check-here.ts';
import { type Erasure, erasureOf } from '../erasure.ts';
import type { LogKey } from '../keys.ts';
import { t } from '../messages.ts';
import { offlineRoutes, plainPageDigest } from '../offline-page.ts';
import { qrPage } from './qr.page.tsx';
import { Erased, Report, VerifyForms } from './verify.view.tsx';

/** Rebuilding and checking costs milliseconds: enough for every honest reader, not for a flood from one address. */
const checks = createLimiter(100, 100);

export function verifyPages(app: App, platform: Platform, key: LogKey): void {
  qrPage(app, platform);
  offlineRoutes(app, platform, key);
  app.get(urls.verify, async (c) => {
    const typed = c.req.query('nomor');
    return typed === undefined ? forms(c, {}) : byNumber(c, platform, typed);
  });

  app.post(urls.verify, async (c) => {
    const { pdf } = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    if (!(pdf instanceof File) || pdf.size === 0)
      return forms(c, { pdf: t(c.get('visit').lang)('verify.noFile') });
    spend(c, platform);
    return report(c, await checkHere(platform, key, new Uint8Array(await pdf.arrayBuffer())), false);
  });

  app.get(urls.verifyReceipt, async (c) => {
    spend(c, platform);
    const [agency, receipt] = [c.req.param('agency'), canonical(c.req.param('receipt'))];
    const erasure = await erasureOf(platform.pool, agency, receipt);
    if (erasure) return erased(c, receipt, erasure);
    return report(c, await checkReceipt(platform, key, agency, receipt), true);
  });
}

function spend(c: Ctx, { now }: Platform): void {
  if (!checks.take(addressOf(c), now())) throw new Refusal('platform.busy', 503);
}

async function byNumber(c: Ctx, platform: Platform, typed: string): Promise<Response> {
  const tr = t(c.get('visit').lang);
  try {
    const receipt = parseReceipt(typed);
    const agency = await agencyOfReceipt(platform, receipt);
    if (agency) return c.redirect(to('verifyReceipt', { agency, receipt }), 303);
    return forms(c, { nomor: tr('evidence.noSuchReceipt') }, typed);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return forms(c, { nomor: tr('verify.badReceipt') }, typed);
  }
}

function canonical(receipt: string): string {
  try {
    return parseReceipt(receipt);
  } catch {
    throw new Refusal('evidence.noSuchReceipt', 404);
  }
}

function forms(c: Ctx, errors: Record<string, string>, typed = ''): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('verify.title'),
    narrow: true,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <VerifyForms lang={lang} errors={errors} typed={typed} plainDigest={plainPageDigest()} />,
  });
}

/** Not invalid and not unknown: it was there, and it is told why it can be shown no more. */
function erased(c: Ctx, receipt: string, erasure: Erasure): Response {
  const { lang } = c.get('visit');
  const body = <Erased {...{ lang, receipt, erasure }} />;
  return show(c, { title: t(lang)('verify.title'), narrow: true, status: 410, body });
}

function report(c: Ctx, found: PactReport, fromPaper: boolean): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('verify.title'),
    narrow: true,
    body: <Report lang={lang} report={found} fromPaper={fromPaper} />,
  });
}
