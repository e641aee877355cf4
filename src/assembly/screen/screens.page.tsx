import { actor, type Staff, showWork } from '../../access/index.ts';
import { campaignOf, type Frame, formErrors, frameOf, ownUnits } from '../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead, planOf, type Site } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { isLoopback } from '../../platform/loopback.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { closeScreen } from './close-screen.ts';
import { t } from './messages.ts';
import { openScreen } from './open-screen.ts';
import { codeOf, screensOf } from './screen.ts';
import { ScreensPage } from './screens.view.tsx';

type Here = Frame & { head: CeremonyHead; sites: Site[] };
interface Sent {
  site: string;
  hours: string;
}

/** Where the office opens the screens of a ceremony, finds their addresses, and closes them. */
export function screensPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyScreens, async (c) => page(c, platform, await hereOf(c, platform)));

  app.post(urls.ceremonyScreens, async (c) => {
    const here = await hereOf(c, platform);
    const body = await c.req.parseBody();
    const back = c.redirect(to('ceremonyScreens', { agency: here.agency.id, ceremony: here.head.id }), 303);
    const closing = field(body, 'close');
    if (closing) return close(platform, here, closing).then(() => back);
    const sent = { site: field(body, 'site'), hours: field(body, 'hours') };
    try {
      await open(platform, here, sent);
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error, 'site');
      return page(c, platform, here, sent, errors, status);
    }
    return back;
  });
}

/** Only sites that are somebody's: an operator sees those of their units and those for everybody. */
async function hereOf(c: Ctx, platform: Platform): Promise<Here> {
  const frame = await frameOf(c, platform, 'screen.open');
  const head = await ceremonyHead(platform.pool, frame.agency.id, c.req.param('ceremony') ?? '');
  const { plan } = await planOf(platform.pool, frame.agency.id, head.id);
  const own = await ownUnits(platform.pool, frame.staff);
  const mine = ({ unitIds }: Site) => !own || !unitIds || unitIds.some((unit) => own.includes(unit));
  return { ...frame, head, sites: plan.sites.filter((site) => site.mode === 'onsite').filter(mine) };
}

/** @throws Refusal screen.noText (409), screen.siteUnknown (422) */
async function open(platform: Platform, here: Here, { site, hours }: Sent): Promise<void> {
  const { agency, head, sites, staff } = here;
  const { pledge } = await campaignOf(platform.pool, agency.id, head.campaignId);
  if (!pledge) throw new Refusal('screen.noText', 409);
  if (site !== '' && !sites.some(({ id }) => id === site)) throw new Refusal('screen.siteUnknown');
  const of = { agencyId: agency.id, ceremonyId: head.id, site: site || null, by: actor(staff) };
  await transaction(platform.pool, (client) =>
    openScreen(client, platform, { ...of, hours: Number(hours) || 4 }),
  );
}

/** @throws Refusal screen.unknown (404) where it is none of this ceremony, or of a site that is not theirs */
async function close(platform: Platform, here: Here, id: string): Promise<void> {
  const { pool, now } = platform;
  const open = (await mine(platform, here)).find((screen) => screen.id === id);
  if (!open) throw new Refusal('screen.unknown', 404);
  await transaction(pool, (client) => closeScreen(client, open, actor(here.staff), now()));
}

async function mine({ pool, now }: Platform, { agency, head, sites, staff }: Here) {
  const open = await screensOf(pool, { agencyId: agency.id, ceremonyId: head.id }, now());
  return open.filter(({ site }) => site === null || seesAll(staff) || sites.some(({ id }) => id === site));
}

function seesAll(staff: Staff): boolean {
  return staff.unitIds === null;
}

async function page(
  c: Ctx,
  platform: Platform,
  here: Here,
  sent: Sent = { site: '', hours: '4' },
  errors: FieldErrors = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const tr = t(here.lang);
  const base = platform.config.publicUrl ?? new URL(c.req.url).origin;
  const screens = (await mine(platform, here)).map((screen) => ({
    id: screen.id,
    site: here.sites.find(({ id }) => id === screen.site)?.name ?? tr('screen.wholeCeremony'),
    until: screen.expiresAt,
    screen: base + to('screen', { screen: codeOf(platform, screen, 'screen') }),
    clicker: base + to('clicker', { clicker: codeOf(platform, screen, 'clicker') }),
  }));
  const { hostname, protocol } = new URL(base);
  return showWork(c, {
    title: `${tr('screen.workTitle')} · ${here.head.title}`,
    brand: here.agency.name,
    status,
    body: (
      <ScreensPage
        {...here}
        screens={screens}
        sent={sent}
        errors={errors}
        base={base}
        ownMachine={isLoopback(hostname)}
        secure={protocol === 'https:' || isLoopback(hostname)}
      />
    ),
  });
}
