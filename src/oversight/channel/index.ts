import { setApart } from '../../platform/http/apart.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { agencyPage } from './pages/agency.page.tsx';
import { channelPage } from './pages/channel.page.tsx';
import { leavePage } from './pages/leave.page.ts';
import { reportPage } from './pages/report.page.tsx';
import { sendPages } from './pages/send.page.ts';
import { reportShell } from './pages/shell.tsx';

export { receive, receivePart } from './receive.ts';

/** Where reports come in, without a cookie and without an account; and where staff open and close that. */
export function channelPages(app: App, platform: Platform): void {
  setApart(reportShell);
  reportPage(app, platform);
  leavePage(app, platform);
  sendPages(app, platform);
  agencyPage(app, platform);
  channelPage(app, platform);
}
