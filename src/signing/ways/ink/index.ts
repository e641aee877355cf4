import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Signer } from '../../batch.ts';
import { scanPage } from './scan.page.tsx';
import { scanPersonPage } from './scan-person.page.tsx';
import { scansPage } from './scans.page.tsx';
import { sheetPage } from './sheet.page.tsx';
import { sheetsPage } from './sheets.page.tsx';

/** Wet ink: the list, papers for many, one person's scans, and the comparison by a second person. */
export function inkPages(app: App, platform: Platform, signer: Signer): void {
  scansPage(app, platform);
  scanPersonPage(app, platform);
  // Before the scan's own page, which would take the word for a scan.
  sheetsPage(app, platform);
  sheetPage(app, platform);
  scanPage(app, platform, signer);
}
