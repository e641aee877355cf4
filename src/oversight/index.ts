import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';

/** Reports, cases, clocks, documents and figures, in the order in which they come. */
export function oversightPages(_app: App, _platform: Platform): void {}
