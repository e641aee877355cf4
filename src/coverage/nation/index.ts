import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { nationAgencyPage } from './pages/agency.page.tsx';
import { campaignComparePage, nationComparePage } from './pages/compare.page.tsx';
import { figureFiles } from './pages/files.page.ts';
import { nationPage } from './pages/nation.page.tsx';
import { unitPage } from './pages/unit.page.tsx';

export { provinceName } from './figures.ts';
export { NATION_ZONE } from './nation-report.ts';
export type { Report, ReportColumn, Sheet, Value } from './report.ts';
export { Meanings, SheetTable } from './report.view.tsx';
export { csvRows, jsonOf } from './report-files.ts';
export { countRosters, startRosterSizes } from './roster-sizes.ts';

/** Figures for those who work for the nation or a province, and for one institution's staff. */
export function nationPages(app: App, platform: Platform): void {
  nationComparePage(app, platform);
  nationPage(app, platform);
  nationAgencyPage(app, platform);
  unitPage(app, platform);
  campaignComparePage(app, platform);
  figureFiles(app, platform);
}
