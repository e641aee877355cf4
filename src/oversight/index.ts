import type { App } from '../platform/http/visit.ts';
import type { Platform } from '../platform/platform.ts';
import { abusePages } from './abuse/index.ts';
import { backPages } from './back/index.ts';
import { casePages } from './cases/index.ts';
import { channelPages } from './channel/index.ts';
import { clockPages } from './clocks/index.ts';
import { figuresPages } from './figures/index.ts';
import { handOffPages } from './hand-off/index.ts';
import { keepingPage } from './keeping/pages/keeping.page.tsx';
import { keyDataPage, ownKeysPage } from './keys/index.ts';
import { papersPages } from './papers/index.ts';
import { recipientsPage } from './recipients/index.ts';

export { startCaseClocks } from './clocks/index.ts';
export { OVERSIGHT_LOGS } from './events/log/contents.ts';
export { startCaseLog } from './events/log/round.ts';
export { EXAMPLE_PASSPHRASE, openChannelHere, reportHere } from './example.ts';
export { startKeeping } from './keeping/round.ts';

/** Reports, cases, clocks, documents and figures, in the order in which they come. */
export function oversightPages(app: App, platform: Platform): void {
  ownKeysPage(app, platform);
  keyDataPage(app, platform);
  recipientsPage(app, platform);
  abusePages(app, platform);
  backPages(app, platform);
  keepingPage(app, platform);
  clockPages(app, platform);
  casePages(app, platform);
  papersPages(app, platform);
  handOffPages(app, platform);
  figuresPages(app, platform);
  // After all other addresses below /lapor: the last part of its own would be taken for an institution.
  channelPages(app, platform);
}
