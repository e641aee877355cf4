import { showWork } from '../../access/index.ts';
import { peopleOf } from '../../agencies/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { campaignsOf } from '../find-campaign.ts';
import { t } from '../messages.ts';
import { CampaignList } from './campaigns.view.tsx';
import { frameOf } from './frame.ts';

export function campaignListPage(app: App, platform: Platform): void {
  app.get(urls.campaigns, async (c) => {
    const frame = await frameOf(c, platform, 'campaign.read');
    const campaigns = await campaignsOf(platform.pool, frame.agency.id);
    const noRoster = (await peopleOf(platform.pool, frame.agency.id, { limit: 1, offset: 0 })).total === 0;
    return showWork(c, {
      title: t(frame.lang)('campaigns.title'),
      brand: frame.agency.name,
      body: <CampaignList {...frame} campaigns={campaigns} noRoster={noRoster} now={platform.now()} />,
    });
  });
}
