import { actor, showWork } from '../../access/index.ts';
import { formErrors } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { type ExpectedPerson, expectedByUnit, expectedPeople } from '../expected.ts';
import { t } from '../plan/messages.ts';
import { deriveOrder, type Move, moved, ORDER_LIMIT } from '../plan/sign-order.ts';
import { planOf, savePlan } from '../plan.ts';
import { ceremonyFrame } from './frame.ts';
import { OrderPage } from './order.view.tsx';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

/** The order as the page shows it. */
interface Shown {
  version: number;
  people: ExpectedPerson[];
  saved: boolean;
  search: string;
  found: ExpectedPerson[];
}

const FOUND_LIMIT = 20;
const MOVES: readonly Move[] = ['first', 'up', 'down', 'out'];

/** Names of the whole institution: for the officer, who changes it, and the head. */
export function orderPage(app: App, platform: Platform): void {
  const { pool } = platform;

  app.get(urls.ceremonyOrder, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.order.read');
    const { plan, version } = await planOf(pool, here.agency.id, here.head.id);
    const saved = plan.order.persons.length > 0;
    const people = saved
      ? await inOrder(platform, here, plan.order.persons)
      : here.staff.has('officer')
        ? await derived(platform, here)
        : [];
    return page(c, platform, here, { version, people, saved, search: '', found: [] }, {});
  });

  app.post(urls.ceremonyOrder, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.order.set');
    const body = await c.req.parseBody({ all: true });
    const version = Number(field(body, 'version')) || 0;
    const ids = fields(body, 'person').slice(0, ORDER_LIMIT);
    const act = field(body, 'act');
    const search = field(body, 'q').trim().slice(0, 100);
    if (act === 'save') return save(c, platform, here, version, ids);
    const people =
      act === 'derive' ? await derived(platform, here) : await inOrder(platform, here, changed(ids, act));
    const found =
      act === 'find' && search.length >= 3
        ? await expectedPeople(pool, here.agency.id, here.head.id, { search, limit: FOUND_LIMIT })
        : [];
    return page(c, platform, here, { version, people, saved: false, search, found }, {});
  });
}

/** `up-ID`: a name may stand in the identifier with hyphens of its own. */
function changed(ids: readonly string[], act: string): string[] {
  const at = act.indexOf('-');
  const move = MOVES.find((known) => known === act.slice(0, at));
  return move ? moved(ids, act.slice(at + 1), move) : [...ids];
}

async function derived({ pool }: Platform, { agency, head }: Here): Promise<ExpectedPerson[]> {
  return deriveOrder(await expectedPeople(pool, agency.id, head.id)).slice(0, ORDER_LIMIT);
}

/** Who is not expected any more falls out of the list. */
async function inOrder(
  { pool }: Platform,
  { agency, head }: Here,
  personIds: readonly string[],
): Promise<ExpectedPerson[]> {
  const people = await expectedPeople(pool, agency.id, head.id, { personIds });
  const byId = new Map(people.map((person) => [person.personId, person]));
  return personIds.flatMap((id) => byId.get(id) ?? []);
}

async function save(
  c: Ctx,
  platform: Platform,
  here: Here,
  version: number,
  ids: readonly string[],
): Promise<Response> {
  const { agency, head, lang, staff } = here;
  const people = await inOrder(platform, here, [...new Set(ids)]);
  const { plan } = await planOf(platform.pool, agency.id, head.id);
  const order = { ...plan.order, persons: people.map(({ personId }) => personId) };
  const about = { agencyId: agency.id, ceremonyId: head.id, version, by: actor(staff) };
  try {
    await transaction(platform.pool, (client) =>
      savePlan(client, { ...about, plan: { ...plan, order } }, platform.now()),
    );
  } catch (error) {
    const { errors, status } = formErrors(lang, error);
    return page(c, platform, here, { version, people, saved: false, search: '', found: [] }, errors, status);
  }
  return c.redirect(`${to('ceremonyOrder', { agency: agency.id, ceremony: head.id })}?tersimpan=1`, 303);
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  shown: Shown,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const counts = await expectedByUnit(pool, here.agency.id, here.head.id);
  const expected = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const done = c.req.method === 'GET' && c.req.query('tersimpan') === '1';
  return showWork(c, {
    title: t(here.lang)('plan.order'),
    brand: here.agency.name,
    status,
    body: <OrderPage {...here} {...shown} expected={expected} done={done} errors={errors} />,
  });
}
