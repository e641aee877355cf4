import { narrowTo, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { addressOf } from '../../platform/http/address.ts';
import { download, show } from '../../platform/http/respond.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holderOf, openBy, ownDataOpen, signatoryOf } from '../../signing/index.ts';
import { to, urls } from '../../urls.ts';
import { t } from '../messages.ts';
import { askCorrection } from '../requests.ts';
import { ownData } from './own-data.ts';
import { AskDigits, OwnDataPage } from './own-data.view.tsx';

type Signatory = Awaited<ReturnType<typeof signatoryOf>>;

/** What is held of the holder of a slip: to read, to take away, to have set right. */
export function ownDataPages(app: App, platform: Platform): void {
  app.get(urls.signOwnData, async (c) => {
    const signatory = await bySlip(c, platform);
    return ownDataOpen(c, platform, signatory) ? page(c, platform, signatory) : askDigits(c, signatory, {});
  });

  app.post(urls.signOwnData, async (c) => {
    const signatory = await bySlip(c, platform);
    const body = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
    if (body.do === 'open') return open(c, platform, signatory, field(body.digits));
    if (!ownDataOpen(c, platform, signatory)) return askDigits(c, signatory, {});
    return ask(c, platform, signatory, field(body.what));
  });

  app.get(urls.signOwnDataFile, async (c) => {
    const signatory = await bySlip(c, platform);
    if (!ownDataOpen(c, platform, signatory)) return c.redirect(here(c), 303);
    const { agency, person } = signatory;
    const data = await ownData(platform.pool, agency.id, person.personId, platform.now());
    return download(c, JSON.stringify(data, null, 2), 'application/json', 'data-saya.json');
  });
}

async function bySlip(c: Ctx, platform: Platform): Promise<Signatory> {
  const holder = await holderOf(platform, c.req.param('code') ?? '', addressOf(c));
  narrowTo(holder.agencyId);
  return signatoryOf(platform.pool, holder);
}

function open(c: Ctx, platform: Platform, signatory: Signatory, digits: string): Response {
  try {
    openBy(c, platform, signatory, digits);
    return c.redirect(here(c), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return askDigits(c, signatory, { digits: refusalText(c.get('visit').lang, error) });
  }
}

async function ask(c: Ctx, platform: Platform, signatory: Signatory, what: string): Promise<Response> {
  const { agency, campaign, person } = signatory;
  const asked = { agencyId: agency.id, campaignId: campaign.id, personId: person.personId, what };
  try {
    await transaction(platform.pool, (client) => askCorrection(client, asked, platform.now()));
    return c.redirect(`${here(c)}?diminta=1`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return page(c, platform, signatory, what, { what: refusalText(c.get('visit').lang, error) });
  }
}

function askDigits(c: Ctx, owner: Signatory, errors: FieldErrors): Response {
  const { lang } = c.get('visit');
  return show(c, {
    title: t(lang)('privacy.ownTitle'),
    narrow: true,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <AskDigits {...{ lang, errors, owner }} here={here(c)} back={to('sign', at(c))} />,
  });
}

async function page(
  c: Ctx,
  platform: Platform,
  { agency, person }: Signatory,
  typed = '',
  errors: FieldErrors = {},
): Promise<Response> {
  const { lang } = c.get('visit');
  const now = platform.now();
  const data = await ownData(platform.pool, agency.id, person.personId, now);
  const asked = c.req.query('diminta') === '1';
  return show(c, {
    title: t(lang)('privacy.ownTitle'),
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <OwnDataPage {...{ lang, data, typed, errors, asked, code: at(c).code }} />,
  });
}

function at(c: Ctx): { code: string } {
  return { code: c.req.param('code') ?? '' };
}

function here(c: Ctx): string {
  return to('signOwnData', at(c));
}

function field(value: unknown): string {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
}
