import type { ClientBase } from 'pg';
import { actor, showWork } from '../../access/index.ts';
import { audienceCount, audienceOf, field, fields, formErrors, ownUnits } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { ATTENDANCE_FACTS } from '../ceremony.ts';
import { attendanceOf } from '../find-ceremony.ts';
import { t } from '../messages.ts';
import { recordPresence } from '../presence.ts';
import { recordAttendance } from '../record-attendance.ts';
import { AttendanceList, listHref } from './attendance.view.tsx';
import { ceremonyFrame } from './frame.ts';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

const PAGE = 50;
/** A page shows 50 people; nobody can post more in one go. */
const MOST_AT_ONCE = 500;

export function attendancePage(app: App, platform: Platform): void {
  app.get(urls.ceremonyAttendance, async (c) =>
    page(c, platform, await ceremonyFrame(c, platform, ['officer', 'operator']), {}),
  );

  app.post(urls.ceremonyAttendance, async (c) => {
    const here = await ceremonyFrame(c, platform, ['officer', 'operator']);
    const { agency, head, staff } = here;
    const body = await c.req.parseBody({ all: true });
    const unitIds = await ownUnits(platform.pool, staff);
    try {
      const added = await transaction(platform.pool, (client) =>
        record(client, here, body, unitIds, platform.now()),
      );
      const at = to('ceremonyAttendance', { agency: agency.id, ceremony: head.id });
      const back = listHref(at, field(body, 'q'), Number(field(body, 'hal')) || 1);
      return c.redirect(`${back}&baru=${added}`, 303);
    } catch (error) {
      const { errors, status } = formErrors(here.lang, error);
      return page(c, platform, here, errors, status);
    }
  });
}

/** All four facts of one page of people, in one transaction. @returns how many records are new */
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
  const there = { standing: 'present', reason: null, how: 'list', site: null, deviceAt: null } as const;
  const marks = chosen('attended').map((personId) => ({ personId, ...there }));
  let added = await recordPresence(client, { ...about, marks }, now);
  for (const fact of ATTENDANCE_FACTS) {
    added += await recordAttendance(client, { ...about, personIds: chosen(fact), fact }, now);
  }
  return added;
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { lang, agency, head, staff } = here;
  const search = (c.req.query('q') ?? '').trim().slice(0, 100);
  const filter = { unitIds: staff.unitIds, search: search.length >= 3 ? search : null };
  const count = await audienceCount(pool, agency.id, head.campaignId, filter);
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const at = Math.min(Math.max(1, Math.trunc(Number(c.req.query('hal'))) || 1), pages);
  const shown = { ...filter, limit: PAGE, offset: (at - 1) * PAGE };
  const people = await audienceOf(pool, agency.id, head.campaignId, shown);
  const ids = people.map((person) => person.personId);
  const recorded = await attendanceOf(pool, agency.id, head.id, ids);
  const added = /^\d{1,4}$/.test(c.req.query('baru') ?? '') ? Number(c.req.query('baru')) : null;
  const list = { people, recorded, search, count, page: at, pages, added, errors };
  return showWork(c, {
    title: t(lang)('ceremonies.attendance'),
    brand: agency.name,
    status,
    body: <AttendanceList {...here} {...list} />,
  });
}
