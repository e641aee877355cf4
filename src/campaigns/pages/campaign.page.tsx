import { showWork } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { CampaignPage } from './campaign.view.tsx';
import { campaignFrame } from './frame.ts';

export function campaignPage(app: App, platform: Platform): void {
  app.get(urls.campaign, async (c) => {
    const frame = await campaignFrame(c, platform, 'campaign.read');
    return showWork(c, {
      title: frame.campaign.title,
      brand: frame.agency.name,
      body: <CampaignPage {...frame} now={platform.now()} />,
    });
  });
}
