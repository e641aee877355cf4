import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { personRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import {
  correctionsOf,
  correctPerson,
  type KnownPerson,
  type PersonDetails,
  personOf,
} from '../correct-person.ts';
import { t } from '../messages.ts';
import { isStatusKind, recordStatus, statusesOf, unitChangesOf } from '../moves/status.ts';
import { unitsOf } from '../unit.ts';
import { PersonPage } from './person.view.tsx';
import { checkPerson, formOf, type PersonForm, readPersonForm } from './person-form.ts';
import type { Service } from './service.view.tsx';
import { field } from './staff.ts';

/** Adding one person by hand, and correcting one. */
export function personPages(app: App, platform: Platform): void {
  for (const path of [urls.personNew, urls.person]) {
    app.get(path, async (c) => {
      const staff = guard(c, 'person.change');
      const person = await asked(c, platform, staff);
      if (person) {
        const read = {
          agencyId: staff.agencyId,
          personId: person.id,
          actor: actor(staff),
          what: 'details',
        } as const;
        await personRead(platform.pool, read, platform.now());
      }
      return show(c, platform, staff, formOf(person), {});
    });

    app.post(path, async (c) => {
      const staff = guard(c, 'person.change');
      const person = await asked(c, platform, staff);
      const body = await c.req.parseBody();
      if (person && field(body, 'aksi') === 'peristiwa') return happenedTo(c, platform, staff, person, body);
      const form = readPersonForm(body);
      const { lang } = c.get('visit');
      const agency = await agencyOn(platform.pool, staff.agencyId, null);
      const units = await unitsOf(platform.pool, agency.id);
      const { details, errors } = checkPerson(form, { lang, agency, units, now: platform.now() });
      if (!details) return show(c, platform, staff, form, errors);
      return save(c, platform, staff, form, details);
    });
  }
}

async function asked(c: Ctx, { pool }: Platform, { agencyId }: Staff) {
  const personId = c.req.param('person');
  return personId === undefined ? null : personOf(pool, agencyId, personId);
}

async function save(c: Ctx, platform: Platform, staff: Staff, form: PersonForm, details: PersonDetails) {
  const { agencyId } = staff;
  const personId = c.req.param('person') ?? null;
  const seen = personId === null ? null : new Date(form.seen);
  const correction = { agencyId, personId, details, reason: form.reason, by: actor(staff), seen };
  try {
    const person = await correctPerson(platform.pool, correction, platform.now());
    return c.redirect(`${to('person', { agency: agencyId, person })}?tersimpan=1`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404) throw error;
    const text = refusalText(c.get('visit').lang, error);
    const name = error.code === 'agencies.personTaken' ? 'idNumber' : '';
    return show(c, platform, staff, form, { [name]: text });
  }
}

const NO_EVENT = { typed: { kind: 'leave', from: '', until: '', why: '' }, errors: {} };

/** A change of service, dated and with its reason; what was typed stays where it is refused. */
async function happenedTo(
  c: Ctx,
  platform: Platform,
  staff: Staff,
  person: KnownPerson,
  body: Record<string, unknown>,
): Promise<Response> {
  const { pool, now } = platform;
  const { agencyId } = staff;
  const typed = {
    kind: field(body, 'kind'),
    from: field(body, 'from'),
    until: field(body, 'until'),
    why: field(body, 'why'),
  };
  try {
    if (!isStatusKind(typed.kind)) throw new Refusal('agencies.moves.day', 422);
    const { kind, from, until, why: reason } = typed;
    const change = {
      agencyId,
      personId: person.id,
      kind,
      from,
      until: until || null,
      reason,
      by: actor(staff),
    };
    const { zone } = await agencyOn(pool, agencyId, null);
    await transaction(pool, (client) => recordStatus(client, change, dateIn(now(), zone), now()));
    return c.redirect(`${to('person', { agency: agencyId, person: person.id })}#peristiwa`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404) throw error;
    const errors = {
      [error.code.endsWith('.reason') ? 'why' : 'from']: refusalText(c.get('visit').lang, error),
    };
    return show(c, platform, staff, formOf(person), errors, { typed, errors });
  }
}

async function show(
  c: Ctx,
  { pool }: Platform,
  staff: Staff,
  form: PersonForm,
  errors: FieldErrors,
  event: Pick<Service, 'typed' | 'errors'> = NO_EVENT,
) {
  const { lang } = c.get('visit');
  const personId = c.req.param('person') ?? null;
  const agency = await agencyOn(pool, staff.agencyId, null);
  const units = await unitsOf(pool, agency.id);
  const history = personId === null ? [] : await correctionsOf(pool, agency.id, personId);
  const service =
    personId === null
      ? null
      : {
          ...event,
          statuses: await statusesOf(pool, agency.id, personId),
          unitChanges: await unitChangesOf(pool, agency.id, personId),
        };
  const wrong = Object.keys(errors).length > 0;
  const saved = !wrong && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: t(lang)(personId === null ? 'agencies.personAdd' : 'agencies.personCorrect'),
    brand: agency.name,
    status: wrong ? 422 : 200,
    body: <PersonPage {...{ lang, agency, units, personId, form, errors, history, saved, service }} />,
  });
}
