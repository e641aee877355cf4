import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { refusalText } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { personRead } from '../../platform/reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { correctionsOf, correctPerson, type PersonDetails, personOf } from '../correct-person.ts';
import { t } from '../messages.ts';
import { unitsOf } from '../unit.ts';
import { PersonPage } from './person.view.tsx';
import { checkPerson, formOf, type PersonForm, readPersonForm } from './person-form.ts';

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
      await asked(c, platform, staff);
      const form = readPersonForm(await c.req.parseBody());
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

async function show(c: Ctx, { pool }: Platform, staff: Staff, form: PersonForm, errors: FieldErrors) {
  const { lang } = c.get('visit');
  const personId = c.req.param('person') ?? null;
  const agency = await agencyOn(pool, staff.agencyId, null);
  const units = await unitsOf(pool, agency.id);
  const history = personId === null ? [] : await correctionsOf(pool, agency.id, personId);
  const wrong = Object.keys(errors).length > 0;
  const saved = !wrong && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: t(lang)(personId === null ? 'agencies.personAdd' : 'agencies.personCorrect'),
    brand: agency.name,
    status: wrong ? 422 : 200,
    body: <PersonPage {...{ lang, agency, units, personId, form, errors, history, saved }} />,
  });
}
