import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { abusePages } from './abuse/index.ts';

export { OVERSIGHT_LOGS } from './events/log/contents.ts';
export { startCaseLog } from './events/log/round.ts';

/** Reports, cases, clocks, documents and figures, in the order in which they come. */
export function oversightPages(app: App, platform: Platform): void {
  abusePages(app, platform);
}
