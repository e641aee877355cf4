import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { agencyOn } from '../../agencies/index.ts';
import { campaignOf } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { t } from './messages.ts';
import { siteOf } from './passkey/passkey.ts';
import { setWays, WAYS, type Way, waysOn } from './way-setting.ts';
import { WaysView } from './ways-setting.view.tsx';

/** Which ways to sign a campaign allows: read by all who run or watch it, changed by officers of the whole institution. */
export function waysPage(app: App, platform: Platform): void {
  app.get(urls.ways, (c) => view(c, platform, guard(c, 'ways.read')));

  app.post(urls.ways, async (c) => {
    const staff = guard(c, 'ways.change');
    const { agencyId } = staff;
    const campaignId = c.req.param('campaign');
    await campaignOf(platform.pool, agencyId, campaignId);
    const chosen = fields(await c.req.parseBody({ all: true }), 'way');
    const [passkey, code, bsre, ink] = WAYS.map((way) => chosen.includes(way)) as [
      boolean,
      boolean,
      boolean,
      boolean,
    ];
    const on = { passkey, code, bsre, ink };
    await transaction(platform.pool, (client) =>
      setWays(client, { agencyId, campaignId, on, by: actor(staff) }, platform.now()),
    );
    return c.redirect(`${to('ways', { agency: agencyId, campaign: campaignId })}?tersimpan=1`, 303);
  });
}

async function view(c: Ctx, platform: Platform, staff: Staff): Promise<Response> {
  const { lang } = c.get('visit');
  const { agencyId } = staff;
  const campaign = await campaignOf(platform.pool, agencyId, c.req.param('campaign') ?? '');
  return showWork(c, {
    title: t(lang)('signing.waysTitle'),
    brand: (await agencyOn(platform.pool, agencyId, null)).name,
    body: (
      <WaysView
        {...{ lang, title: campaign.title }}
        back={to('campaign', { agency: agencyId, campaign: campaign.id })}
        may={staff.has('officer')}
        saved={c.req.query('tersimpan') === '1'}
        on={await waysOn(platform.pool, agencyId, campaign.id)}
        lacking={lackingHere(platform)}
      />
    ),
  });
}

/** Ways that this installation cannot do yet, whatever the campaign allows. */
function lackingHere({ config }: Platform): Way[] {
  const lacks: Partial<Record<Way, boolean>> = {
    passkey: !siteOf(config),
    code: !config.mail,
    bsre: !config.bsre,
  };
  return WAYS.filter((way) => lacks[way]);
}
