import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { incidentPages } from './breach/incidents.page.tsx';
import { privacyPage } from './held/privacy.page.tsx';
import { ownDataPages } from './own-data/own-data.page.tsx';
import { privacyWorkPage } from './work/work.page.tsx';

export { takeRole } from './erase/erase.ts';
export { privacyCommands } from './retention/commands.ts';
export { startSweep } from './retention/sweep.ts';

export function privacyPages(app: App, platform: Platform): void {
  privacyPage(app);
  ownDataPages(app, platform);
  privacyWorkPage(app, platform);
  incidentPages(app, platform);
}
