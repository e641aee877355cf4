import type { ClientBase } from 'pg';
import { actor, showWork } from '../../access/index.ts';
import { unitsOf } from '../../agencies/index.ts';
import { analyze, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { CATEGORIES, type Campaign, type Category } from '../campaign.ts';
import { t } from '../messages.ts';
import { type AudienceChoice, countAudience, openCampaign, refuseUnready } from '../open-campaign.ts';
import { CampaignOpen } from './campaign-open.view.tsx';
import { campaignFrame, type Frame, formErrors } from './frame.ts';

type Here = Frame & { campaign: Campaign };

export function campaignOpenPage(app: App, platform: Platform): void {
  app.get(urls.campaignOpen, async (c) => {
    const here = await campaignFrame(c, platform, 'campaign.open');
    refuseUnready(here.campaign, platform.now());
    const choice = { agencyId: here.agency.id, categories: [...CATEGORIES], unitIds: null };
    return page(c, platform, here, choice, {});
  });

  // Counting changes nothing: the answer is the page itself with the number and the button that opens.
  app.post(urls.campaignOpen, async (c) => {
    const here = await campaignFrame(c, platform, 'campaign.open');
    const body = await c.req.parseBody({ all: true });
    const choice = choiceOf(here, body);
    try {
      refuseUnready(here.campaign, platform.now());
      const size = await countAudience(platform.pool, choice);
      if (field(body, 'act') !== 'open') return page(c, platform, here, choice, {}, 200, size);
      await transaction(platform.pool, (client) =>
        openAsShown(client, here, choice, Number(field(body, 'expected')), platform.now()),
      );
      await analyze(platform.pool, 'campaigns.audience');
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error);
      return page(c, platform, here, choice, errors, status);
    }
    return c.redirect(to('campaign', { agency: here.agency.id, campaign: here.campaign.id }), 303);
  });
}

/** Opens only for the number of people that the officer saw. @throws Refusal campaigns.audienceChanged (409) */
async function openAsShown(
  client: ClientBase,
  here: Here,
  choice: AudienceChoice,
  expected: number,
  now: Date,
) {
  const size = await openCampaign(
    client,
    { ...choice, campaignId: here.campaign.id, by: actor(here.staff) },
    now,
  );
  if (size !== expected) throw new Refusal('campaigns.audienceChanged', 409);
}

function choiceOf({ agency }: Here, body: Record<string, unknown>): AudienceChoice {
  const categories = fields(body, 'categories').filter((name): name is Category =>
    CATEGORIES.includes(name as Category),
  );
  const unitIds = field(body, 'scope') === 'units' ? fields(body, 'units') : null;
  return { agencyId: agency.id, categories, unitIds };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  choice: AudienceChoice,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
  size: number | null = null,
): Promise<Response> {
  const units = await unitsOf(pool, here.agency.id);
  return showWork(c, {
    title: t(here.lang)('campaigns.openTitle'),
    brand: here.agency.name,
    status,
    body: <CampaignOpen {...here} units={units} choice={choice} errors={errors} size={size} />,
  });
}
