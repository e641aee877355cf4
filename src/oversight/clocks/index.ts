import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { caseClocksPage } from './pages/case-clocks.page.tsx';
import { duePage } from './pages/due.page.tsx';

export { type CaseClock, type CaseFacts, clocksOf, isOpen } from './clocks-of.ts';
export { type CaseDue, dueOf } from './due.ts';
export { ClockList } from './pages/clock-list.view.tsx';
export { startCaseClocks } from './round.ts';

/** The clocks of a case, and what is due in one's own cases. */
export function clockPages(app: App, platform: Platform): void {
  duePage(app, platform);
  caseClocksPage(app, platform);
}
