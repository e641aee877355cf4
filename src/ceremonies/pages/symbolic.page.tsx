import { actor, showWork } from '../../access/index.ts';
import { fieldErrors, formErrors, ownUnits, tidyLine } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { expectedPeople } from '../expected.ts';
import { unitCalled, unitLabels } from '../plan/form.ts';
import { t } from '../plan/messages.ts';
import { checkSymbolic, recordSymbolic, symbolicOf } from '../symbolic.ts';
import { type Typed, typedOf } from './form.ts';
import { ceremonyFrame } from './frame.ts';
import { OFFICIAL, SymbolicPage, UNIT_FIELDS } from './symbolic.view.tsx';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

const NAMES = ['person', 'name', 'office', 'words', ...UNIT_FIELDS];
const FOUND_LIMIT = 20;

/** Who signs in front for others. An operator records people and units of their own alone. */
export function symbolicPage(app: App, platform: Platform): void {
  app.get(urls.ceremonySymbolic, async (c) => {
    const here = await ceremonyFrame(c, platform, 'symbolic.read');
    return page(c, platform, here, {}, {});
  });

  app.post(urls.ceremonySymbolic, async (c) => {
    const here = await ceremonyFrame(c, platform, 'symbolic.record');
    const { agency, head, lang, staff } = here;
    const typed = typedOf(await c.req.parseBody(), NAMES);
    const { signing, unknown } = await signingOf(platform, here, typed);
    const nobody = typed.person === '' ? [{ field: 'person', code: 'plan.chooseWho' }] : [];
    const problems = [...nobody, ...unknown, ...checkSymbolic(signing)].filter(
      ({ field }) => nobody.length === 0 || field !== 'name',
    );
    if (problems.length > 0) return page(c, platform, here, typed, fieldErrors(lang, problems), 422);
    const about = { agencyId: agency.id, ceremonyId: head.id, by: actor(staff) };
    try {
      await transaction(platform.pool, (client) =>
        recordSymbolic(client, { ...about, ...signing }, platform.now()),
      );
    } catch (error) {
      const { errors, status } = formErrors(lang, error);
      return page(c, platform, here, typed, errors, status);
    }
    return c.redirect(`${to('ceremonySymbolic', { agency: agency.id, ceremony: head.id })}?tercatat=1`, 303);
  });
}

/** What the form means; a unit that nobody knows is a problem of its field. */
async function signingOf({ pool }: Platform, { agency, staff }: Here, typed: Typed) {
  const labels = await unitLabels(pool, agency.id);
  const written = UNIT_FIELDS.filter((name) => tidyLine(typed[name] ?? '') !== '');
  const units = written.map((name) => ({ name, id: unitCalled(labels, typed[name] ?? '') }));
  const unknown = units
    .filter(({ id }) => id === null)
    .map(({ name }) => ({ field: name, code: 'plan.unknownUnit' }));
  const person = typed.person ?? '';
  const signing = {
    personId: person === '' || person === OFFICIAL ? null : person,
    name: tidyLine(typed.name ?? ''),
    office: tidyLine(typed.office ?? ''),
    unitIds: [...new Set(units.flatMap(({ id }) => id ?? []))],
    words: tidyLine(typed.words ?? ''),
    within: await ownUnits(pool, staff),
  };
  return { signing, unknown };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { lang, agency, head, staff } = here;
  const own = await ownUnits(pool, staff);
  const isOwn = (unitId: string) => own === null || own.includes(unitId);
  const all = await symbolicOf(pool, agency.id, head.id);
  const symbolic = all.filter(({ unitId }) => unitId === null || isOwn(unitId));
  const search = (c.req.query('q') ?? '').trim().slice(0, 100);
  const personIds = typed.person && typed.person !== OFFICIAL ? [typed.person] : null;
  const among = (filter: { personIds?: string[]; search?: string }) =>
    expectedPeople(pool, agency.id, head.id, { ...filter, unitIds: own, limit: FOUND_LIMIT });
  const found = [
    ...(personIds ? await among({ personIds }) : []),
    ...(search.length >= 3 ? await among({ search }) : []),
  ];
  const labels = [...(await unitLabels(pool, agency.id))].filter(([id]) => isOwn(id));
  const list = { symbolic, search, found, labels: new Map(labels) };
  const done = c.req.method === 'GET' && c.req.query('tercatat') === '1';
  return showWork(c, {
    title: t(lang)('plan.symbolic'),
    brand: agency.name,
    status,
    body: <SymbolicPage {...here} {...list} typed={typed} errors={errors} done={done} />,
  });
}
