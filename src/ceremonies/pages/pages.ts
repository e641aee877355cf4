import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { attendancePage } from './attendance.page.tsx';
import { ceremonyListPage } from './ceremonies.page.tsx';
import { ceremonyPage } from './ceremony.page.tsx';
import { ceremonyNewPage } from './ceremony-new.page.tsx';

/** Every page of the slice. */
export function ceremonyPages(app: App, platform: Platform): void {
  ceremonyListPage(app, platform);
  ceremonyNewPage(app, platform);
  ceremonyPage(app, platform);
  attendancePage(app, platform);
}
