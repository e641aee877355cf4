import { actor, guard, type Staff, showWork } from '../../../access/index.ts';
import { agencyOn } from '../../../agencies/index.ts';
import { campaignOf, ownUnits } from '../../../campaigns/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { type Device, deviceOf } from '../device.ts';
import { devicesOf, forgetDevice, REASONS, refusedItems } from '../devices.ts';
import { t } from '../messages.ts';
import { packKey } from '../pack-key.ts';
import { DevicesView } from './devices.view.tsx';

/** The tablets of a campaign and what was heard of them: officers, and operators for those of their own units. */
export function devicesPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.devices, (c) => view(c, platform, guard(c, 'devices.manage')));

  app.post(urls.devices, async (c) => {
    const staff = guard(c, 'devices.manage');
    const { device: id = '', act, why } = await c.req.parseBody();
    const device = await ownDevice(platform, staff, c.req.param('campaign'), String(id));
    if (act === 'code') return showCode(c, platform, staff, device);
    const reason = REASONS.find((one) => one === why);
    if (!reason) throw new Refusal('platform.unreadable', 400);
    await transaction(pool, (client) => forgetDevice(client, device, reason, actor(staff), now()));
    return c.redirect(to('devices', { agency: staff.agencyId, campaign: device.campaignId }), 303);
  });
}

/** @throws Refusal access.notYours, for a device that does not exist as well */
async function ownDevice({ pool }: Platform, staff: Staff, campaignId: string, id: string): Promise<Device> {
  const device = await deviceOf(pool, staff.agencyId, id).catch((error) => {
    throw error instanceof Refusal ? new Refusal('access.notYours', 403) : error;
  });
  const own = await ownUnits(pool, staff);
  const within = own === null || (device.unitId !== null && own.includes(device.unitId));
  if (device.campaignId !== campaignId || !within) throw new Refusal('access.notYours', 403);
  return device;
}

/** In the answer itself: behind an address it could be asked for again without a trace. */
async function showCode(c: Ctx, platform: Platform, staff: Staff, device: Device): Promise<Response> {
  const { agencyId, id, publicKey, forgotten, expiresAt } = device;
  const at = platform.now();
  if (!publicKey || forgotten || expiresAt < at) throw new Refusal('devices.noCode', 410);
  const event = { agencyId, at, actor: actor(staff), kind: 'device.codeShown', subject: id };
  await transaction(platform.pool, (client) => happened(client, event));
  return view(c, platform, staff, { id, unlock: packKey(platform, device).unlock });
}

async function view(
  c: Ctx,
  platform: Platform,
  staff: Staff,
  shown?: { id: string; unlock: string },
): Promise<Response> {
  const { lang } = c.get('visit');
  const { pool } = platform;
  const { agencyId } = staff;
  const campaign = await campaignOf(pool, agencyId, c.req.param('campaign') ?? '');
  const agency = await agencyOn(pool, agencyId, null);
  const among = { agencyId, campaignId: campaign.id, unitIds: await ownUnits(pool, staff) };
  const at = { agency: agencyId, campaign: campaign.id };
  return showWork(c, {
    title: `${t(lang)('devices.title')} · ${campaign.title}`,
    brand: agency.name,
    body: (
      <DevicesView
        {...{ lang, title: campaign.title, zone: agency.zone, shown, now: platform.now() }}
        links={{ here: to('devices', at), campaign: to('campaign', at), open: to('tabletOpen', at) }}
        devices={await devicesOf(pool, among)}
        refused={await refusedItems(pool, among)}
      />
    ),
  });
}
