import { z } from 'zod';
import { many } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { App } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';
import { urls } from '../../../urls.ts';
import { oversightFrame, showOversight } from '../../pages/frame.tsx';
import { t } from '../messages.ts';
import { sql } from '../seen.ts';
import { STAGES } from '../stages.ts';
import { dueOfEach } from './due.ts';
import { CaseList } from './list.view.tsx';

const Listed = z.object({
  id: z.string(),
  origin: z.enum(['report', 'finding']),
  arrivedOn: z.string(),
  sealedIn: z.enum(['browser', 'server']),
  mode: z.enum(['identified', 'confidential', 'anonymous', 'staff']),
  stage: z.enum(STAGES).nullable(),
  what: z.string().nullable(),
  onDate: z.string().nullable(),
  unread: z.number(),
  /** As it was classified last: a code, so that cases can be told apart without their words. */
  act: z.string().nullable(),
});
export type Listed = z.output<typeof Listed>;

/** One's own cases: those that one holds access to, and no count of any other. */
export function casesPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.oversight, async (c) => {
    const frame = await oversightFrame(c, platform, 'cases.list');
    const { lang, staff, agency } = frame;
    const own = { agencyId: agency.id, accountId: staff.account.id };
    const cases = await many(pool, sql.ownCases, own, Listed);
    const today = dateIn(now(), agency.zone);
    const due = await dueOfEach(pool, frame, cases, today);
    const body = <CaseList {...{ lang, agencyId: agency.id, cases, due, today }} />;
    return showOversight(c, frame, { title: t(lang)('cases.title'), body, at: 'oversight' });
  });
}
