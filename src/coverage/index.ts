import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { nationPages } from './nation/index.ts';
import { openFigures } from './open/index.ts';
import { coveragePage } from './pages/coverage.page.tsx';
import { downloads } from './pages/downloads.page.ts';
import { remainingPage } from './pages/remaining.page.tsx';
import { recountPage } from './recount/recount.page.tsx';

export { coverageApi } from './api.ts';
export { type Counts, remainingIn, STATES, type State, signedShare } from './counts.ts';
export { type CategoryCounts, type Coverage, coverageOf, type UnitCounts } from './coverage.ts';
export { deadlineText } from './deadline.ts';
export {
  countRosters,
  csvRows,
  jsonOf,
  Meanings,
  NATION_ZONE,
  provinceName,
  type Report,
  type ReportColumn,
  type Sheet,
  SheetTable,
  startRosterSizes,
  type Value,
} from './nation/index.ts';
export { isSafe, LEAST_COUNT, LEAST_PEOPLE, LICENCE, refreshAll, startOpenFigures } from './open/index.ts';
export { type Recap, recapOf } from './recap.ts';
export { recapPaper } from './recap-pdf.ts';
export { recapXlsx } from './recap-xlsx.ts';
export type { Scope } from './scope.ts';
export { type Subject, subjectOf } from './subject.ts';

export function coveragePages(app: App, platform: Platform): void {
  coveragePage(app, platform);
  remainingPage(app, platform);
  recountPage(app, platform);
  downloads(app, platform);
  nationPages(app, platform);
  openFigures(app, platform);
}
