import { showWork } from '../../access/index.ts';
import { frameOf, ownUnits } from '../../campaigns/index.ts';
import { ceremoniesOf } from '../../ceremonies/index.ts';
import { coverageOf, deadlineText, subjectOf } from '../../coverage/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { t } from './messages.ts';
import { remainingByUnit } from './standing.ts';
import { UntilDeadline } from './until.view.tsx';

/** What remains until the deadline, for whoever answers for it: the head, the officer, a unit clerk for their own. */
export function untilDeadlinePage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.untilDeadline, async (c) => {
    const here = await frameOf(c, platform, 'remaining.read');
    const { agency, staff, lang } = here;
    const subject = await subjectOf(pool, agency.id, c.req.param('campaign'));
    const { campaignId } = subject;
    const today = dateIn(now(), agency.zone);
    const at = { agencyId: agency.id, campaignId, unitIds: await ownUnits(pool, staff) };
    const coverage = await coverageOf(pool, agency.id, campaignId, { unitIds: at.unitIds }, now());
    const toCome = (await ceremoniesOf(pool, agency.id, campaignId)).filter(
      ({ heldOn }) => heldOn !== null && heldOn >= today,
    );
    const units = await remainingByUnit(pool, at, today);
    const deadline = deadlineText(lang, subject, now());
    return showWork(c, {
      title: t(lang)('after.untilDeadline'),
      brand: agency.name,
      body: <UntilDeadline {...here} {...{ subject, total: coverage.total, units, toCome, deadline }} />,
    });
  });
}
