import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { checkInPages } from './check-in.page.tsx';
import { doorPage } from './door.page.tsx';
import { guestsPage } from './guests.page.tsx';
import { sheetPage } from './sheet.page.tsx';

/** How people come in, and who of them belongs elsewhere. */
export function doorPages(app: App, platform: Platform): void {
  checkInPages(app, platform);
  doorPage(app, platform);
  guestsPage(app, platform);
  sheetPage(app, platform);
}
