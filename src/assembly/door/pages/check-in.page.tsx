import { audienceOf, audiencePerson } from '../../../campaigns/index.ts';
import { presenceOf } from '../../../ceremonies/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { addressOf } from '../../../platform/http/address.ts';
import { field } from '../../../platform/http/form.ts';
import { show } from '../../../platform/http/respond.tsx';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { refusalText } from '../../../platform/i18n.ts';
import { createLimiter } from '../../../platform/limit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { canSearch, digitsMatch } from '../../../signing/index.ts';
import { to, urls } from '../../../urls.ts';
import { arrive, foundById } from '../arrive.ts';
import { digitsDiffered } from '../door.ts';
import { type Entrance, entranceOf, letIn } from '../enter.ts';
import { bySlip, type Found, findScanned } from '../find-person.ts';
import { guestRecords } from '../guests.ts';
import { t } from '../messages.ts';
import { readScanned } from '../scanned.ts';
import { issueTicket, readTicket } from '../ticket.ts';
import { CheckedIn, CheckInForm } from './check-in.view.tsx';

/** Names asked for at one door: a whole yard at once, then five a second. */
const searches = createLimiter(600, 200);
const MOST_NAMES = 10;

/** Somebody at the site scans its code with their own phone and says who they are. */
export function checkInPages(app: App, platform: Platform): void {
  for (const path of [urls.checkIn, urls.checkInQr] as const) {
    app.get(path, async (c) => {
      const at = await entranceOf(platform, c.req.param('pass'), addressOf(c));
      const receipt = c.req.query('tercatat');
      return receipt === undefined ? form(c, platform, at, {}) : checkedIn(c, platform, at, receipt);
    });
  }

  app.post(urls.checkIn, async (c) => {
    const at = await entranceOf(platform, c.req.param('pass'), addressOf(c));
    const body = await c.req.parseBody();
    const ticket = await letIn(platform, at, c.req.param('pass'), field(body, 'tiket'));
    try {
      const found = await whoIs(c, platform, at, body);
      const id = await record(platform, at, found);
      const tercatat = issueTicket(platform, 'receipt', `${at.door.code}~${id}`);
      const query = new URLSearchParams({ tercatat, ...slipOf(found, field(body, 'kode')) });
      return c.redirect(`${to('checkIn', { pass: c.req.param('pass') })}?${query}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || ![404, 422].includes(error.status)) throw error;
      const name = field(body, 'orang') ? 'lastFour' : 'kode';
      const errors = { [name]: refusalText(c.get('visit').lang, error) };
      return form(c, platform, at, { ticket, body, errors });
    }
  });
}

/** By the slip's code, or by a name that was found and the end of its number. */
async function whoIs(
  c: Ctx,
  platform: Platform,
  { head, door }: Entrance,
  body: Record<string, unknown>,
): Promise<Found> {
  const personId = field(body, 'orang');
  if (!personId) {
    const given = field(body, 'kode');
    const scanned = readScanned(given);
    // A number says who somebody is, not that it is they: that takes the slip.
    if (scanned.kind === 'number') throw new Refusal('door.numberNotEnough');
    return scanned.kind === 'text' && /^[\w\s-]{12,20}$/.test(given)
      ? bySlip(platform, head, given, addressOf(c))
      : findScanned(platform, head, given, addressOf(c));
  }
  const found = await foundById(platform.pool, head, personId);
  const { idNumber, name } = found.person;
  if (!idNumber) throw new Refusal('door.needSlip');
  const holder = { agencyId: head.agencyId, campaignId: head.campaignId, personId };
  if (digitsMatch(holder, idNumber, field(body, 'lastFour').trim(), platform.now())) return found;
  await transaction(platform.pool, (client) => digitsDiffered(client, door, personId, platform.now()));
  throw new Refusal('signing.digitsDiffer', 422, { name });
}

/** @returns the id under which they were recorded */
async function record(platform: Platform, { door, head, agency }: Entrance, found: Found): Promise<string> {
  const arrival = { head, zone: agency.zone, found, standing: null, reason: null, unitIds: null };
  const by = `person:${found.person.personId}`;
  const { id } = await transaction(platform.pool, (client) =>
    arrive(client, { ...arrival, how: 'site-code', site: door.site, by }, platform.now()),
  );
  return id;
}

/** The own signing page is offered to who proved to have the slip. */
function slipOf(found: Found, given: string): { lembar: string } | object {
  const scanned = readScanned(given);
  return !found.from && scanned.kind === 'slip' ? { lembar: scanned.code } : {};
}

interface Sent {
  ticket?: string;
  body?: Record<string, unknown>;
  errors?: FieldErrors;
}

async function form(c: Ctx, platform: Platform, at: Entrance, sent: Sent): Promise<Response> {
  const { lang } = c.get('visit');
  const pass = c.req.param('pass') ?? '';
  const ticket = sent.ticket ?? (await letIn(platform, at, pass, c.req.query('tiket') ?? ''));
  const search = (sent.body ? field(sent.body, 'cari') : (c.req.query('cari') ?? '')).trim().slice(0, 60);
  return show(c, {
    title: t(lang)('door.checkIn'),
    brand: at.agency.name,
    narrow: true,
    status: sent.errors ? 422 : 200,
    body: (
      <CheckInForm
        {...at}
        {...{ lang, pass, ticket, search }}
        site={at.plan.sites.find(({ id }) => id === at.door.site) ?? null}
        people={await named(platform, at, search)}
        errors={sent.errors ?? {}}
        typed={sent.body ? { kode: field(sent.body, 'kode'), orang: field(sent.body, 'orang') } : {}}
      />
    ),
  });
}

/** @returns null where nothing was asked; one more than are shown where there are too many */
async function named({ pool, now }: Platform, { door, head }: Entrance, search: string) {
  if (search === '') return null;
  if (!canSearch(search)) return [];
  if (!searches.take(door.code, now())) throw new Refusal('door.slowDown', 429);
  return audienceOf(pool, head.agencyId, head.campaignId, { search, limit: MOST_NAMES + 1 });
}

/** What was recorded, for as long as the ticket of it holds. */
async function checkedIn(c: Ctx, platform: Platform, at: Entrance, ticket: string): Promise<Response> {
  const { lang } = c.get('visit');
  const [code, id = ''] = readTicket(platform, 'receipt', ticket)?.split('~') ?? [];
  if (code !== at.door.code) throw new Refusal('door.receiptOld', 410);
  const { agencyId, id: ceremonyId, campaignId } = at.head;
  const person = await audiencePerson(platform.pool, agencyId, campaignId, id);
  const known = (await presenceOf(platform.pool, agencyId, ceremonyId, [id])).get(id);
  const guests = person ? [] : await guestRecords(platform.pool, agencyId, ceremonyId);
  const guest = guests.find((one) => one.id === id);
  const recorded = known ?? guest;
  if (!recorded) throw new Refusal('door.receiptOld', 410);
  return show(c, {
    title: t(lang)('door.checkedIn'),
    brand: at.agency.name,
    narrow: true,
    body: (
      <CheckedIn
        {...at}
        lang={lang}
        name={person?.name ?? guest?.name ?? ''}
        detail={person?.unitName ?? guest?.employer ?? ''}
        guest={person === null}
        recorded={recorded}
        site={at.plan.sites.find((one) => one.id === recorded.site)?.name ?? null}
        slip={await ownSlip(c, platform, at, id)}
      />
    ),
  });
}

/** The code in the address, where it is indeed the slip of this person. */
async function ownSlip(c: Ctx, platform: Platform, { head }: Entrance, id: string): Promise<string | null> {
  const code = c.req.query('lembar');
  if (!code) return null;
  const found = await bySlip(platform, head, code, addressOf(c)).catch(() => null);
  return found?.person.personId === id ? code : null;
}
