import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { accountWaysPage } from './account/account.page.tsx';
import { provingAgain } from './again/again.page.tsx';
import { mailPages } from './mail/mail.page.tsx';
import { oidcPages } from './oidc/oidc.page.tsx';
import { ownAccessPage } from './own/own.page.tsx';
import { passkeySignIn } from './passkey/passkey.page.tsx';
import { recoveryPages } from './recovery/recovery.page.tsx';

/** Every way to sign in beside name and password, proving again, and the page where one has all of one's own ways. */
export function wayPages(app: App, platform: Platform, log: (line: string) => void): void {
  oidcPages(app, platform);
  passkeySignIn(app, platform);
  mailPages(app, platform, log);
  recoveryPages(app, platform, log);
  provingAgain(app, platform);
  ownAccessPage(app, platform, log);
  accountWaysPage(app, platform, log);
}
