import type { ClientBase } from 'pg';
import { actor, showWork } from '../../access/index.ts';
import { formErrors, ownUnits } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { to, urls } from '../../urls.ts';
import { attendanceList, expectedUnits } from '../attendance-list.ts';
import { ATTENDANCE_FACTS } from '../ceremony.ts';
import { attendanceOf } from '../find-ceremony.ts';
import { t } from '../messages.ts';
import { planOf } from '../plan.ts';
import { recordPresence, STANDINGS } from '../presence.ts';
import { recordAttendance } from '../record-attendance.ts';
import { AttendanceList, listHref } from './attendance.view.tsx';
import { filterOf, marksOf, missingReasons } from './attendance-form.ts';
import { ceremonyFrame } from './frame.ts';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

const PAGE = 50;
/** A page shows 50 people; nobody can post more in one go. */
const MOST_AT_ONCE = 500;

export function attendancePage(app: App, platform: Platform): void {
  app.get(urls.ceremonyAttendance, async (c) =>
    page(c, platform, await ceremonyFrame(c, platform, 'attendance.record'), {}),
  );

  app.post(urls.ceremonyAttendance, async (c) => {
    const here = await ceremonyFrame(c, platform, 'attendance.record');
    const { agency, head, staff } = here;
    const body = await c.req.parseBody({ all: true });
    const unitIds = await ownUnits(platform.pool, staff);
    try {
      const added = await transaction(platform.pool, (client) =>
        record(client, here, body, unitIds, platform.now()),
      );
      const at = to('ceremonyAttendance', { agency: agency.id, ceremony: head.id });
      const back = listHref(
        at,
        filterOf((name) => field(body, name)),
        Number(field(body, 'hal')) || 1,
      );
      return c.redirect(`${back}&baru=${added}`, 303);
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error);
      const missing = missingReasons(here.lang, body);
      return page(c, platform, here, { errors: missing ?? errors, status, body });
    }
  });
}

/** What was said of one page of people, in one transaction. @returns how many records are new */
async function record(
  client: ClientBase,
  { agency, head, staff }: Here,
  body: Record<string, unknown>,
  unitIds: readonly string[] | null,
  now: Date,
): Promise<number> {
  const chosen = (fact: string) => {
    const all = fields(body, 'all').includes(fact) && fact !== 'symbolic';
    return fields(body, all ? 'shown' : fact).slice(0, MOST_AT_ONCE);
  };
  const about = { agencyId: agency.id, ceremonyId: head.id, unitIds, by: actor(staff) };
  const marks = marksOf(body).slice(0, MOST_AT_ONCE);
  let added = await recordPresence(client, { ...about, marks }, now);
  for (const fact of ATTENDANCE_FACTS) {
    added += await recordAttendance(client, { ...about, personIds: chosen(fact), fact }, now);
  }
  return added;
}

async function page(
  c: Ctx,
  { pool, now }: Platform,
  here: Here,
  sent: { errors?: FieldErrors; status?: 409 | 422; body?: Record<string, unknown> },
): Promise<Response> {
  const { lang, agency, head, staff } = here;
  const { body } = sent;
  const filter = filterOf((name) => (body ? field(body, name) : (c.req.query(name) ?? '')));
  const own = await ownUnits(pool, staff);
  const at = { agencyId: agency.id, ceremonyId: head.id };
  const units = await expectedUnits(pool, { ...at, unitIds: own });
  const unitIds = units.some(({ id }) => id === filter.unit) ? [filter.unit] : own;
  const standing =
    filter.standing === 'unrecorded'
      ? ('unrecorded' as const)
      : (STANDINGS.find((one) => one === filter.standing) ?? null);
  const search = filter.search.length >= 3 ? filter.search : null;
  const wanted = { ...at, unitIds, standing, search };
  const asked = Math.max(1, Math.trunc(Number(body ? field(body, 'hal') : c.req.query('hal'))) || 1);
  let list = await attendanceList(pool, wanted, { limit: PAGE, offset: (asked - 1) * PAGE });
  const pages = Math.max(1, Math.ceil(list.total / PAGE));
  if (asked > pages) list = await attendanceList(pool, wanted, { limit: PAGE, offset: (pages - 1) * PAGE });
  const read = { agencyId: agency.id, actor: actor(staff), list: 'attendance', unitIds } as const;
  await peopleRead(pool, { ...read, count: list.total, searched: search !== null }, now());
  const ids = list.people.map((person) => person.personId);
  const recorded = await attendanceOf(pool, agency.id, head.id, ids);
  const { plan } = await planOf(pool, agency.id, head.id);
  const added = /^\d{1,4}$/.test(c.req.query('baru') ?? '') ? Number(c.req.query('baru')) : null;
  return showWork(c, {
    title: t(lang)('ceremonies.attendance'),
    brand: agency.name,
    status: sent.status ?? 200,
    body: (
      <AttendanceList
        {...here}
        {...{ filter, units, recorded, pages, plan, added: body ? null : added }}
        people={list.people}
        count={list.total}
        page={Math.min(asked, pages)}
        errors={sent.errors ?? {}}
        body={body ?? null}
      />
    ),
  });
}
