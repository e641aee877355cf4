import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';

/** A page that anybody may have open at any time. */
const ELSEWHERE = 'https://www.bmkg.go.id/';

/**
 * The way out: the browser forgets what it kept of this origin and shows another site. Storage is cleared only where
 * reports have an origin of their own: elsewhere signatures may wait in it for a network (signing/offline), and any site
 * could make a tablet lose them by a picture of this address.
 */
export function leavePage(app: App, { config: { report } }: Platform): void {
  const kept = report?.url ? '"cache", "storage"' : '"cache"';
  app.get(urls.reportLeave, (c) => {
    c.header('Clear-Site-Data', kept);
    c.header('Cache-Control', 'no-store');
    return c.redirect(report?.exit ?? ELSEWHERE, 303);
  });
}
