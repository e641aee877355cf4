import { actor, showWork } from '../../../access/index.ts';
import { audienceOf } from '../../../campaigns/index.ts';
import { presenceHistory, STANDINGS, type Standing } from '../../../ceremonies/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { addressOf } from '../../../platform/http/address.ts';
import { field } from '../../../platform/http/form.ts';
import { answerJson, wantsJson } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { ceremonyCounts } from '../../counts.ts';
import { type Arrived, arrive, foundById } from '../arrive.ts';
import { refuseShut } from '../enter.ts';
import { findScanned } from '../find-person.ts';
import { guestRecords } from '../guests.ts';
import { actorNames, lastArrivals } from '../last-arrivals.ts';
import { t } from '../messages.ts';
import { readScanned } from '../scanned.ts';
import { countRows, DoorView, type Shown, saidOf } from './door.view.tsx';
import { type DoorFrame, doorFrame } from './frame.ts';

const MOST_NAMES = 12;
/** Fields that stay as they were for the next person: a clerk sets them once. */
const KEPT = ['situs', 'status', 'alasan'] as const;

/** Staff at the door: scan, type or search, and mark. */
export function doorPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyDoor, async (c) => page(c, platform, await doorFrame(c, platform, 'door.keep'), {}));

  app.post(urls.ceremonyDoor, async (c) => {
    const here = await doorFrame(c, platform, 'door.keep');
    const body = await c.req.parseBody();
    const path = to('ceremonyDoor', { agency: here.agency.id, ceremony: here.head.id });
    const kept = Object.fromEntries(KEPT.map((name) => [name, field(body, name).slice(0, 300)]));
    const given = field(body, 'teks');
    try {
      refuseShut(here.campaign, here.head, here.agency, platform.now());
      if (!field(body, 'orang') && readScanned(given).kind === 'text' && !wantsJson(c))
        return c.redirect(`${path}?${new URLSearchParams({ ...kept, cari: given.slice(0, 60) })}`, 303);
      const arrived = await record(c, platform, here, body);
      if (wantsJson(c))
        return answerJson(c, { ...saidOf(here, arrived), counts: await countsNow(platform, here) });
      const back = {
        ...kept,
        status: '',
        alasan: '',
        orang: arrived.id,
        ...(arrived.since && { lagi: '1' }),
      };
      return c.redirect(`${path}?${new URLSearchParams(back)}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || ![404, 409, 422].includes(error.status) || wantsJson(c)) throw error;
      const name = error.code === 'ceremonies.reasonNeeded' ? 'alasan' : 'teks';
      const errors = { [name]: refusalText(here.lang, error) };
      return page(c, platform, here, { errors, body });
    }
  });
}

function record(
  c: Ctx,
  platform: Platform,
  { head, agency, staff, unitIds }: DoorFrame,
  body: Record<string, unknown>,
): Promise<Arrived> {
  const chosen = field(body, 'orang');
  return transaction(platform.pool, async (client) => {
    const found = chosen
      ? await foundById(client, head, chosen)
      : await findScanned(platform, head, field(body, 'teks'), addressOf(c));
    const arrival = {
      ...{ head, found, unitIds, zone: agency.zone, by: actor(staff) },
      how: chosen ? ('list' as const) : ('slip' as const),
      standing: standingOf(field(body, 'status')),
      reason: field(body, 'alasan').trim() || null,
      site: field(body, 'situs') || null,
    };
    return arrive(client, arrival, platform.now());
  });
}

function standingOf(value: string): Standing | null {
  return STANDINGS.find((standing) => standing === value) ?? null;
}

async function page(
  c: Ctx,
  platform: Platform,
  here: DoorFrame,
  sent: { errors?: FieldErrors; body?: Record<string, unknown> },
): Promise<Response> {
  const { pool } = platform;
  const { lang, agency, head, unitIds, staff } = here;
  const typed = (name: string) => (sent.body ? field(sent.body, name) : (c.req.query(name) ?? ''));
  const at = { agencyId: agency.id, ceremonyId: head.id, unitIds };
  const search = (c.req.query('cari') ?? '').trim().slice(0, 60);
  const named =
    search.length < 3 || sent.body
      ? null
      : await audienceOf(pool, agency.id, head.campaignId, {
          search,
          unitIds: staff.unitIds,
          limit: MOST_NAMES + 1,
        });
  return showWork(c, {
    title: `${t(lang)('door.title')} · ${head.title}`,
    brand: agency.name,
    islands: ['door'],
    status: sent.errors ? 422 : 200,
    body: (
      <DoorView
        {...here}
        errors={sent.errors ?? {}}
        typed={{ ...Object.fromEntries([...KEPT, 'teks'].map((name) => [name, typed(name)])) }}
        search={search}
        people={named}
        barrier={barrierOf(here, platform.now())}
        shown={sent.body ? null : await shown(platform, here, c.req.query('orang') ?? '')}
        again={c.req.query('lagi') === '1'}
        counts={(await ceremonyCounts(pool, at)).total}
        guests={(await guestRecords(pool, agency.id, head.id)).length}
        last={await lastArrivals(pool, at)}
      />
    ),
  });
}

/** The values of the counts as they stand now, for the page that stays open. */
async function countsNow({ pool }: Platform, { lang, agency, head, unitIds }: DoorFrame): Promise<string[]> {
  const counts = await ceremonyCounts(pool, { agencyId: agency.id, ceremonyId: head.id, unitIds });
  const guests = await guestRecords(pool, agency.id, head.id);
  return countRows(lang, counts.total, guests.length).map(([, value]) => value);
}

/** Why nobody can come in through this door now, as a code; null where they can. */
function barrierOf({ campaign, head, agency }: DoorFrame, now: Date): Refusal | null {
  try {
    refuseShut(campaign, head, agency, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** One person with everything that was recorded of them, for the clerk to see whose slip this was. */
async function shown({ pool }: Platform, here: DoorFrame, id: string): Promise<Shown | null> {
  if (id === '') return null;
  const { agency, head, unitIds } = here;
  if (id.includes(':')) {
    const guest = (await guestRecords(pool, agency.id, head.id)).find((one) => one.id === id);
    if (!guest) return null;
    const { name, office, employer } = guest;
    const as = { name: name ?? '', unitName: office ?? '', employer };
    return { ...as, guest: true, history: [guest], names: new Map() };
  }
  const { person } = await foundById(pool, head, id);
  if (unitIds && !unitIds.includes(person.unitId)) throw new Refusal('door.unknownPerson', 404);
  const history = await presenceHistory(pool, agency.id, head.id, id);
  const actors = history.map(({ recordedBy }) => recordedBy);
  const names = await actorNames(pool, { agencyId: agency.id, campaignId: head.campaignId }, actors);
  return { ...person, guest: false, history, names };
}
