import { showWork } from '../../../access/index.ts';
import { audienceCount, audienceOf, campaignOf, frameOf, ownUnits } from '../../../campaigns/index.ts';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { waysOn } from '../way-setting.ts';
import { t } from './messages.ts';
import { scansOf } from './scan.ts';
import { ScanList } from './scans.view.tsx';

const MOST_FOUND = 20;

/** The scans that wait for a second person, and the way to attach one. Officers, and operators for their units. */
export function scansPage(app: App, platform: Platform): void {
  const { pool } = platform;
  app.get(urls.scans, async (c) => {
    const frame = await frameOf(c, platform, 'paper.collect');
    const { agency, staff, lang } = frame;
    const campaign = await campaignOf(pool, agency.id, c.req.param('campaign'));
    const unitIds = await ownUnits(pool, staff);
    const search = (c.req.query('cari') ?? '').replaceAll('\0', '').trim().slice(0, 60);
    const filter = { unitIds, search, limit: MOST_FOUND };
    const found = search === '' ? [] : await audienceOf(pool, agency.id, campaign.id, filter);
    const total = search === '' ? 0 : await audienceCount(pool, agency.id, campaign.id, { unitIds, search });
    const waiting = await scansOf(pool, agency.id, campaign.id, { unitIds, open: true });
    const allowed = (await waysOn(pool, agency.id, campaign.id)).ink;
    const mayAllow = unitIds === null && staff.has('officer');
    return showWork(c, {
      title: `${t(lang)('ink.title')} · ${campaign.title}`,
      brand: agency.name,
      body: <ScanList {...{ lang, agency, campaign, search, found, total, waiting, allowed, mayAllow }} />,
    });
  });
}
