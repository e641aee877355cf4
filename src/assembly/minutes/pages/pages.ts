import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { minutesFiles } from './files.page.ts';
import { minutesPage } from './minutes.page.tsx';
import { minutesSignPage } from './sign.page.tsx';

/** Every page of the minutes. */
export function minutesPages(app: App, platform: Platform): void {
  minutesPage(app, platform);
  minutesFiles(app, platform);
  minutesSignPage(app, platform);
}
