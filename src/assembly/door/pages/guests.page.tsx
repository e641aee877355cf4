import type { ClientBase } from 'pg';
import { actor, type Staff, showWork } from '../../../access/index.ts';
import { fieldErrors, formErrors, tidyLine } from '../../../campaigns/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import {
  GUEST_STANDINGS,
  type GuestRecord,
  guestProblems,
  guestRecords,
  type NewGuest,
  recordGuest,
  withdrawGuest,
} from '../guests.ts';
import { t } from '../messages.ts';
import { type DoorFrame, doorFrame } from './frame.ts';
import { GuestsView } from './guests.view.tsx';

const KEY = /^[0-9a-z]{16}$/;
const NAMES = ['name', 'count', 'employer', 'office', 'standing', 'paper'];

/** People of other institutions and invited ones, apart from the audience. */
export function guestsPage(app: App, platform: Platform): void {
  app.get(urls.ceremonyGuests, async (c) => page(c, platform, await doorFrame(c, platform, 'door.keep'), {}));

  app.post(urls.ceremonyGuests, async (c) => {
    const here = await doorFrame(c, platform, 'door.keep');
    const body = await c.req.parseBody();
    try {
      await transaction(platform.pool, (client) => act(client, here, body, platform.now()));
      const at = { agency: here.agency.id, ceremony: here.head.id };
      return c.redirect(`${to('ceremonyGuests', at)}?simpan=1`, 303);
    } catch (error) {
      const { errors } = formErrors(here.lang, error);
      const beside = fieldErrors(here.lang, guestProblems(guestOf(body)));
      return page(c, platform, here, { errors: Object.keys(beside).length > 0 ? beside : errors, body });
    }
  });
}

async function act(
  client: ClientBase,
  { agency, head, staff, plan }: DoorFrame,
  body: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const at = { agencyId: agency.id, ceremonyId: head.id, by: actor(staff) };
  const withdrawn = field(body, 'tarik');
  if (withdrawn) {
    const mine = (await guestRecords(client, agency.id, head.id)).filter((guest) => isOwn(staff, guest));
    if (!mine.some(({ id }) => id === withdrawn)) throw new Refusal('door.guestUnknown', 404);
    return withdrawGuest(client, at, withdrawn, now);
  }
  const planned = field(body, 'saksi');
  if (!planned) {
    // The form's own key, so that a form sent twice is one guest.
    const key = field(body, 'kunci');
    await recordGuest(client, at, guestOf(body), now, KEY.test(key) ? key : newId(now));
    return;
  }
  const witness = plan.witnesses.find(({ id }) => id === planned);
  if (!witness) throw new Refusal('door.guestUnknown', 404);
  const { name, office, institution: employer } = witness;
  const guest = { ...guestOf({}), name, office: office || null, employer };
  await recordGuest(client, at, guest, now, `saksi:${witness.id}`);
}

/** Somebody limited to units has to do with the guests they recorded themselves: a guest is of no unit. */
function isOwn(staff: Staff, { recordedBy }: GuestRecord): boolean {
  return staff.unitIds === null || recordedBy === actor(staff);
}

function guestOf(body: Record<string, unknown>): NewGuest {
  const line = (name: string) => tidyLine(field(body, name));
  const count = line('count').replace(/^(\d{1,3})((?:\.\d{3})+)$/, (whole) => whole.replaceAll('.', ''));
  return {
    kind: 'invited',
    name: line('name') || null,
    count: count === '' ? null : Number(count),
    employer: line('employer'),
    office: line('office') || null,
    standing: GUEST_STANDINGS.find((one) => one === field(body, 'standing')) ?? 'present',
    how: field(body, 'paper') ? 'paper' : 'list',
    site: null,
  };
}

async function page(
  c: Ctx,
  { pool, now }: Platform,
  here: DoorFrame,
  sent: { errors?: FieldErrors; body?: Record<string, unknown> },
): Promise<Response> {
  const { lang, agency, head } = here;
  const typed = Object.fromEntries(NAMES.map((name) => [name, sent.body ? field(sent.body, name) : '']));
  return showWork(c, {
    title: `${t(lang)('door.guests')} · ${head.title}`,
    brand: agency.name,
    status: sent.errors ? 422 : 200,
    body: (
      <GuestsView
        {...here}
        guests={(await guestRecords(pool, agency.id, head.id)).map((guest) => ({
          ...guest,
          isOwn: isOwn(here.staff, guest),
        }))}
        formKey={newId(now())}
        errors={sent.errors ?? {}}
        typed={typed}
        saved={c.req.query('simpan') === '1' && !sent.errors}
      />
    ),
  });
}
