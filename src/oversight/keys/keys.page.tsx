import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { oversightFrame, showOversight } from '../pages/frame.tsx';
import { accountNames } from './account-names.ts';
import { keysOf } from './keys.ts';
import { OwnKeysPage } from './keys.view.tsx';
import { t } from './messages.ts';
import { escrowsHeldBy, wrapsOf } from './wraps.ts';

/** The page of one's own key. */
export function ownKeysPage(app: App, platform: Platform): void {
  const { pool } = platform;
  app.get(urls.oversightKeys, async (c) => {
    const frame = await oversightFrame(c, platform, 'oversight.key');
    const { lang, agency, staff } = frame;
    const own = await keysOf(pool, agency.id, staff.account.id);
    const current = own.at(-1) ?? null;
    const wraps = current ? await wrapsOf(pool, agency.id, [current.id]) : [];
    const keyIds = own.map(({ id }) => id);
    const held = await escrowsHeldBy(pool, agency.id, keyIds);
    const holders = await accountNames(pool, agency.id);
    const { name } = staff.account;
    return showOversight(c, frame, {
      title: t(lang)('ownKeys.title'),
      at: 'oversightKeys',
      islands: ['own-keys'],
      body: <OwnKeysPage {...{ lang, agency, name, current, wraps, held, holders }} />,
    });
  });
}
