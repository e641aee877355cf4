import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { createReadings } from '../imports/readings.ts';
import { accountsPages } from './accounts.page.tsx';
import { auditPage } from './audit.page.tsx';
import { claimPages } from './claim.page.tsx';
import { importPages } from './import.page.tsx';
import { institutionPages } from './institutions.page.tsx';
import { movesPage } from './moves.page.tsx';
import { personPages } from './person.page.tsx';
import { planPages } from './plan.page.tsx';
import { rosterPage } from './roster.page.tsx';
import { streamPages } from './stream.page.tsx';
import { unitsPage } from './units.page.tsx';
import { workPages } from './work.page.tsx';

/** Every page of the slice. */
export function agencyPages(app: App, platform: Platform): void {
  const readings = createReadings(platform);
  claimPages(app, platform);
  workPages(app, platform);
  institutionPages(app, platform);
  rosterPage(app, platform);
  personPages(app, platform);
  importPages(app, platform, readings);
  // Before a file's own page, whose last part they would be taken for.
  streamPages(app, platform);
  movesPage(app, platform);
  planPages(app, platform, readings);
  unitsPage(app, platform);
  accountsPages(app, platform);
  auditPage(app, platform);
}
