import { actor, guard, showWork } from '../../access/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleRead } from '../../platform/reads.ts';
import { urls } from '../../urls.ts';
import { REMAINING, type State, UNSIGNED } from '../counts.ts';
import { t } from '../messages.ts';
import { peopleOf } from '../people.ts';
import { snapshot } from '../recap.ts';
import { narrowed, unitsIn } from '../scope.ts';
import { subjectOf } from '../subject.ts';
import { RemainingView } from './remaining.view.tsx';

const PAGE_SIZE = 100;

/** Names of people who have not signed: never public, never for the auditor. */
export function remainingPage(app: App, { pool, now }: Platform): void {
  app.get(urls.remaining, async (c) => {
    const staff = guard(c, 'remaining.read');
    const asked = {
      search: (c.req.query('cari') ?? '').trim().slice(0, 100),
      state: c.req.query('keadaan') ?? '',
      unit: c.req.query('unit') ?? '',
      page: pageNumber(c.req.query('hal')),
    };
    const asOf = now();
    const found = await snapshot(pool, async (client) => {
      const subject = await subjectOf(client, staff.agencyId, c.req.param('campaign'));
      const units = await unitsIn(client, staff.agencyId, staff);
      const within = narrowed(units, staff, asked.unit);
      const wanted = {
        unitIds: within.unitIds,
        states: statesOf(asked.state),
        search: asked.search,
        limit: PAGE_SIZE,
        offset: (asked.page - 1) * PAGE_SIZE,
      };
      return {
        subject,
        units,
        within,
        ...(await peopleOf(client, staff.agencyId, subject.campaignId, wanted)),
      };
    });
    const { unitIds } = found.within;
    const read = { agencyId: staff.agencyId, actor: actor(staff), list: 'remaining', unitIds } as const;
    await peopleRead(pool, { ...read, count: found.total, searched: asked.search !== '' }, asOf);
    const { lang } = c.get('visit');
    return showWork(c, {
      title: t(lang)('coverage.listTitle'),
      brand: found.subject.agency,
      body: (
        <RemainingView
          {...found}
          lang={lang}
          asOf={asOf}
          asked={asked}
          pages={Math.ceil(found.total / PAGE_SIZE)}
          mayReasons={staff.has('officer') || staff.has('leader')}
        />
      ),
    });
  });
}

function statesOf(asked: string): readonly State[] {
  if (asked === 'semua') return UNSIGNED;
  return UNSIGNED.some((state) => state === asked) ? [asked as State] : REMAINING;
}

function pageNumber(text: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1;
}
