import { actor, guard, showWork } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { t } from '../messages.ts';
import { CATEGORIES, categoryCounts, type PeopleFilter, peopleOf } from '../person.ts';
import { unitsBelow, unitsOf } from '../unit.ts';
import { type Asked, PAGE } from './asked.ts';
import { RosterPage } from './roster.view.tsx';
import { pageNumber, visibleUnits } from './staff.ts';

const SHORTEST = 3;

/** The roster: search, unit, category, fifty a page. */
export function rosterPage(app: App, { pool, now }: Platform): void {
  app.get(urls.roster, async (c) => {
    const staff = guard(c, 'roster.view');
    const { lang } = c.get('visit');
    const agency = await agencyOn(pool, staff.agencyId, null);
    const visible = await visibleUnits(pool, staff);
    const units = (await unitsOf(pool, agency.id)).filter((unit) => visible?.has(unit.id) ?? true);
    const search = (c.req.query('cari') ?? '').trim().slice(0, 100);
    const unitId = units.find((unit) => unit.id === c.req.query('unit'))?.id ?? '';
    const category = CATEGORIES.find((name) => name === c.req.query('kategori')) ?? null;
    const below = unitId ? await unitsBelow(pool, agency.id, [unitId]) : null;
    const filter: PeopleFilter = {
      unitIds: below ?? (visible && [...visible]),
      search: search.length >= SHORTEST ? search : '',
    };
    const page = pageNumber(c);
    const limits = { limit: PAGE, offset: (page - 1) * PAGE };
    const { people, total } = await peopleOf(pool, agency.id, { ...filter, category, ...limits });
    const counts = await categoryCounts(pool, agency.id, filter);
    const { unitIds = null } = filter;
    const read = { agencyId: agency.id, actor: actor(staff), list: 'roster', unitIds, count: total } as const;
    await peopleRead(pool, { ...read, searched: filter.search !== '' }, now());
    const asked: Asked = {
      search,
      unitId,
      category,
      page,
      tooShort: search !== '' && search.length < SHORTEST,
    };
    const mayEdit = staff.has('officer') && staff.unitIds === null;
    return showWork(c, {
      title: t(lang)('agencies.roster'),
      brand: agency.name,
      body: <RosterPage {...{ lang, agency, units, people, total, counts, asked, mayEdit }} />,
    });
  });
}
