import { showWork } from '../../access/index.ts';
import { campaignOf, frameOf } from '../../campaigns/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { ceremoniesOf } from '../find-ceremony.ts';
import { t } from '../messages.ts';
import { CeremonyList } from './ceremonies.view.tsx';

export function ceremonyListPage(app: App, platform: Platform): void {
  app.get(urls.ceremonies, async (c) => {
    const frame = await frameOf(c, platform, 'ceremony.read');
    const campaign = await campaignOf(platform.pool, frame.agency.id, c.req.param('campaign'));
    const ceremonies = await ceremoniesOf(platform.pool, frame.agency.id, campaign.id);
    return showWork(c, {
      title: t(frame.lang)('ceremonies.title'),
      brand: frame.agency.name,
      body: <CeremonyList {...frame} campaign={campaign} ceremonies={ceremonies} />,
    });
  });
}
