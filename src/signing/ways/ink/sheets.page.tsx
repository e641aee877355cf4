import { actor, showWork } from '../../../access/index.ts';
import { unitsOf } from '../../../agencies/index.ts';
import {
  type Campaign,
  campaignOf,
  type Frame,
  formErrors,
  frameOf,
  ownUnits,
  refuseOtherUnits,
} from '../../../campaigns/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { to, urls } from '../../../urls.ts';
import { waysOn } from '../way-setting.ts';
import { makeSheet } from './make-sheet.ts';
import { t } from './messages.ts';
import { sheetsOf } from './sheet.ts';
import { SheetList } from './sheets.view.tsx';

type Here = Frame & { campaign: Campaign };

/** The papers for many of one campaign, and the form that makes another. */
export function sheetsPage(app: App, platform: Platform): void {
  app.get(urls.scanSheets, async (c) => page(c, platform, await here(c, platform)));

  app.post(urls.scanSheets, async (c) => {
    const frame = await here(c, platform);
    const { agency, campaign, staff } = frame;
    const unitId = field(await c.req.parseBody(), 'unit');
    await refuseOtherUnits(platform.pool, staff, unitId);
    const on = { agencyId: agency.id, campaignId: campaign.id, unitId, by: actor(staff) };
    try {
      const sheet = await makeSheet(platform, on);
      return c.redirect(to('scanSheet', { agency: agency.id, campaign: campaign.id, sheet }), 303);
    } catch (error) {
      const { errors, status } = formErrors(frame.lang, error, 'unit');
      return page(c, platform, frame, unitId, errors, status);
    }
  });
}

/** @throws Refusal 401, 403, 404 */
async function here(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'paper.collect');
  return {
    ...frame,
    campaign: await campaignOf(platform.pool, frame.agency.id, c.req.param('campaign') ?? ''),
  };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  { lang, agency, staff, campaign }: Here,
  unit = '',
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const unitIds = await ownUnits(pool, staff);
  const units = (await unitsOf(pool, agency.id)).filter(({ id }) => !unitIds || unitIds.includes(id));
  const sheets = await sheetsOf(pool, agency.id, campaign.id, unitIds);
  const allowed = (await waysOn(pool, agency.id, campaign.id)).ink;
  return showWork(c, {
    title: `${t(lang)('ink.sheetsTitle')} · ${campaign.title}`,
    brand: agency.name,
    status,
    body: <SheetList {...{ lang, agency, campaign, units, sheets, allowed, unit, errors }} />,
  });
}
