import { actor, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import {
  type Campaign,
  campaignOf,
  type Frame,
  fieldErrors,
  formErrors,
  frameOf,
} from '../../campaigns/index.ts';
import { isDay } from '../../platform/days.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { type CeremonyValues, checkCeremony } from '../check-ceremony.ts';
import { createCeremony } from '../create-ceremony.ts';
import { t } from '../messages.ts';
import { CeremonyNew } from './ceremony-new.view.tsx';
import { CEREMONY_NAMES, ceremonyValues, type Typed, typedOf } from './form.ts';

type Here = Frame & { campaign: Campaign };

export function ceremonyNewPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyNew, async (c) => {
    const here = await newFrame(c, platform);
    const kind = c.req.query('jenis') === 'susulan' ? 'susulan' : 'apel';
    return page(c, here, { kind, heldOnStatus: 'stated' }, {});
  });

  app.post(urls.ceremonyNew, async (c) => {
    const here = await newFrame(c, platform);
    const { agency, campaign, lang, staff } = here;
    const typed = typedOf(await c.req.parseBody(), CEREMONY_NAMES);
    const values = await withOrganiser(platform, agency.id, ceremonyValues(typed));
    const problems = checkCeremony(values);
    if (problems.length > 0) return page(c, here, typed, fieldErrors(lang, problems), 422);
    const ceremony = {
      ...values,
      agencyId: agency.id,
      campaignId: campaign.id,
      isExample: campaign.isExample,
    };
    try {
      const id = await transaction(platform.pool, (client) =>
        createCeremony(client, { ...ceremony, by: actor(staff) }, platform.now()),
      );
      return c.redirect(to('ceremony', { agency: agency.id, ceremony: id }), 303);
    } catch (error) {
      const { errors, status } = formErrors(lang, error);
      return page(c, here, typed, errors, status);
    }
  });
}

async function newFrame(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'ceremony.plan');
  return {
    ...frame,
    campaign: await campaignOf(platform.pool, frame.agency.id, c.req.param('campaign') ?? ''),
  };
}

/** No organiser written: the institution itself, under the name that it bore on that day. */
async function withOrganiser(
  { pool }: Platform,
  agencyId: string,
  values: CeremonyValues,
): Promise<CeremonyValues> {
  if (values.organiser !== '') return values;
  const day = values.heldOn !== null && isDay(values.heldOn) ? values.heldOn : null;
  return { ...values, organiser: (await agencyOn(pool, agencyId, day)).name };
}

function page(
  c: Ctx,
  here: Here,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Response {
  return showWork(c, {
    title: t(here.lang)('ceremonies.new'),
    brand: here.agency.name,
    status,
    body: <CeremonyNew {...here} typed={typed} errors={errors} />,
  });
}
