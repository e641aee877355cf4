import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { cascadePage } from './cascade.page.tsx';
import { makeUpPage } from './make-up.page.tsx';
import { untilDeadlinePage } from './until.page.tsx';

export function afterPages(app: App, platform: Platform): void {
  makeUpPage(app, platform);
  cascadePage(app, platform);
  untilDeadlinePage(app, platform);
}
