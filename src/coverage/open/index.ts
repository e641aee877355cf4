import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { openDataPages } from './pages/data.page.tsx';
import { openPages } from './pages/open.page.tsx';
import { publicationPage } from './pages/publication.page.tsx';

export { LICENCE } from './open-report.ts';
export { refreshAll, startOpenFigures } from './refresh.ts';
export { isSafe, LEAST_COUNT, LEAST_PEOPLE } from './suppress.ts';

/** What everybody may see, and where an institution decides so. */
export function openFigures(app: App, platform: Platform): void {
  openPages(app, platform);
  openDataPages(app, platform);
  publicationPage(app, platform);
}
