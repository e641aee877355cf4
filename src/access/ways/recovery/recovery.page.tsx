import { addressOf } from '../../../platform/http/address.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { admit } from '../admit.ts';
import { notify } from '../mail/notify.ts';
import { t } from '../messages.ts';
import { useCode } from './codes.ts';
import { RecoveryForm } from './recovery.view.tsx';

/** For whoever lost everything else: a code that was made beforehand, and kept on paper. */
export function recoveryPages(app: App, platform: Platform, log: (line: string) => void): void {
  const forPeer = createLimiter(60, 2000);
  app.get(urls.signInRecover, (c) => form(c, '', {}));

  app.post(urls.signInRecover, async (c) => {
    const body = await c.req.parseBody();
    const username = String(body.username ?? '')
      .trim()
      .toLowerCase();
    try {
      if (!forPeer.take(addressOf(c), platform.now())) throw new Refusal('access.slowDown', 429);
      const accountId = await useCode(platform, username, String(body.kode ?? ''));
      notify(platform, log, accountId, 'recovered');
      return await admit(c, platform, { accountId, method: 'recovery' }, { again: false });
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 503) throw error;
      return form(c, username, { '': refusalText(c.get('visit').lang, error) }, error.status as 401);
    }
  });
}

function form(c: Ctx, username: string, errors: Record<string, string>, status: 200 | 401 | 429 = 200) {
  const { lang } = c.get('visit');
  const title = t(lang)('access.recover');
  return show(c, { title, narrow: true, status, body: <RecoveryForm {...{ lang, username, errors }} /> });
}
