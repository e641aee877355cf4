import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { approvalPages } from './approvals.page.tsx';
import { matrixPage } from './matrix.page.tsx';
import { nationGrantPages } from './nation-grants.page.tsx';

/** Who may do what, what takes two people, and who works for the nation. Before the pages of accounts: their path is taken for one. */
export function grantPages(app: App, platform: Platform): void {
  matrixPage(app);
  approvalPages(app, platform);
  nationGrantPages(app, platform);
}
