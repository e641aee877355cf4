import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { hookPage } from './pages/hook.page.tsx';
import { hooksPage } from './pages/hooks.page.tsx';

export { hooksApi } from './api.ts';
export { startHooks } from './send.ts';

export function hookPages(app: App, platform: Platform): void {
  hooksPage(app, platform);
  hookPage(app, platform);
}
