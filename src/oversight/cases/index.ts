import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { accessPage } from './pages/access.page.tsx';
import { casePage } from './pages/case.page.tsx';
import { contentPages } from './pages/content.page.ts';
import { findingPage } from './pages/finding.page.tsx';
import { casesPage } from './pages/list.page.tsx';

/** Cases: the list, one case, what is in it, who sees it, and findings of one's own. */
export function casePages(app: App, platform: Platform): void {
  casesPage(app, platform);
  casePage(app, platform);
  contentPages(app, platform);
  accessPage(app, platform);
  findingPage(app, platform);
}
