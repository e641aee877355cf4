import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { differencePage } from '../difference/difference.page.tsx';
import { campaignPage } from './campaign.page.tsx';
import { campaignClosePage } from './campaign-close.page.tsx';
import { campaignNewPage } from './campaign-new.page.tsx';
import { campaignOpenPage } from './campaign-open.page.tsx';
import { campaignTextPage } from './campaign-text.page.tsx';
import { campaignListPage } from './campaigns.page.tsx';
import { standingPage } from './standing.page.tsx';

/** Every page of the slice. "baru" is registered before the campaign's own page, which would take it for an id. */
export function campaignPages(app: App, platform: Platform): void {
  campaignListPage(app, platform);
  campaignNewPage(app, platform);
  campaignPage(app, platform);
  campaignTextPage(app, platform);
  campaignOpenPage(app, platform);
  campaignClosePage(app, platform);
  standingPage(app, platform);
  differencePage(app, platform);
}
