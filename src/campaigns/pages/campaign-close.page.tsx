import { actor, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import type { Campaign } from '../campaign.ts';
import { closeCampaign } from '../close-campaign.ts';
import { t } from '../messages.ts';
import { tidyLine } from '../tidy.ts';
import { CampaignClose } from './campaign-close.view.tsx';
import { campaignFrame, type Frame, formErrors } from './frame.ts';

export function campaignClosePage(app: App, platform: Platform): void {
  app.get(urls.campaignClose, async (c) =>
    page(c, await campaignFrame(c, platform, 'campaign.close'), '', {}),
  );

  app.post(urls.campaignClose, async (c) => {
    const here = await campaignFrame(c, platform, 'campaign.close');
    const reason = tidyLine(field(await c.req.parseBody(), 'reason'));
    const closing = { agencyId: here.agency.id, campaignId: here.campaign.id, reason, by: actor(here.staff) };
    try {
      await transaction(platform.pool, (client) => closeCampaign(client, closing, platform.now()));
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error, 'reason');
      return page(c, here, reason, errors, status);
    }
    return c.redirect(to('campaign', { agency: here.agency.id, campaign: here.campaign.id }), 303);
  });
}

function page(
  c: Ctx,
  here: Frame & { campaign: Campaign },
  reason: string,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Response {
  return showWork(c, {
    title: t(here.lang)('campaigns.closeTitle'),
    brand: here.agency.name,
    status,
    body: <CampaignClose {...here} reason={reason} errors={errors} />,
  });
}
