import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { attendancePage } from './attendance.page.tsx';
import { ceremonyListPage } from './ceremonies.page.tsx';
import { ceremonyPage } from './ceremony.page.tsx';
import { ceremonyNewPage } from './ceremony-new.page.tsx';
import { correctPage } from './correct.page.tsx';
import { orderPage } from './order.page.tsx';
import { planPage } from './plan.page.tsx';
import { symbolicPage } from './symbolic.page.tsx';

/** Every page of the slice. */
export function ceremonyPages(app: App, platform: Platform): void {
  ceremonyListPage(app, platform);
  ceremonyNewPage(app, platform);
  ceremonyPage(app, platform);
  attendancePage(app, platform);
  correctPage(app, platform);
  planPage(app, platform);
  orderPage(app, platform);
  symbolicPage(app, platform);
}
