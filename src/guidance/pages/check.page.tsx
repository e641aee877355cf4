import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { aggregate } from '../check/results.ts';
import { checkSetting, MODES, type Mode, setCheck } from '../check/setting.ts';
import { t } from '../messages.ts';
import { CheckView } from './check.view.tsx';

/** The title of a campaign, from the slice that owns it; @throws Refusal (404) where there is none. */
export type CampaignTitle = (agencyId: string, campaignId: string) => Promise<string>;

/** Whether a campaign has a check, and its results together; changed by officers of the whole institution only. */
export function checkPage(app: App, platform: Platform, titleOf: CampaignTitle): void {
  app.get(urls.understanding, async (c) => {
    const staff = guard(c, 'understanding.read');
    return view(c, platform, titleOf, staff);
  });

  app.post(urls.understanding, async (c) => {
    const staff = guard(c, 'understanding.change');
    const { agencyId } = staff;
    const campaignId = c.req.param('campaign');
    await titleOf(agencyId, campaignId);
    const body = await c.req.parseBody();
    const mode = MODES.find((one) => one === body.mode);
    if (!mode) return view(c, platform, titleOf, staff, true);
    await transaction(platform.pool, (client) =>
      setCheck(client, { agencyId, campaignId, mode, by: actor(staff) }, platform.now()),
    );
    return c.redirect(`${to('understanding', { agency: agencyId, campaign: campaignId })}?tersimpan=1`, 303);
  });
}

async function view(
  c: Ctx,
  { pool }: Platform,
  titleOf: CampaignTitle,
  staff: Staff,
  wrong = false,
): Promise<Response> {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const { agencyId } = staff;
  const campaignId = c.req.param('campaign') ?? '';
  const [agency, campaign] = await Promise.all([
    agencyOn(pool, agencyId, null),
    titleOf(agencyId, campaignId),
  ]);
  const mode: Mode = await checkSetting(pool, agencyId, campaignId);
  return showWork(c, {
    title: tr('guidance.check.title'),
    brand: agency.name,
    status: wrong ? 422 : 200,
    body: (
      <CheckView
        {...{ lang, mode, campaign }}
        back={to('campaign', { agency: agencyId, campaign: campaignId })}
        may={staff.has('officer')}
        saved={c.req.query('tersimpan') === '1'}
        errors={wrong ? { mode: tr('guidance.check.pickMode') } : {}}
        results={await aggregate(pool, agencyId, campaignId)}
      />
    ),
  });
}
