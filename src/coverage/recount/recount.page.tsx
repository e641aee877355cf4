import { actor, guard, mayDo, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { keepComparison, lastComparison, recount, repair } from '../../tally/index.ts';
import { to, urls } from '../../urls.ts';
import { subjectOf } from '../subject.ts';
import { t } from './messages.ts';
import { RecountView } from './recount.view.tsx';

/** The counts beside a recount. Reading everybody is asked for, never done by opening the page. */
export function recountPage(app: App, { pool, now }: Platform): void {
  app.get(urls.coverageRecount, async (c) => {
    const { agencyId } = guard(c, 'recount.read');
    const { lang } = c.get('visit');
    const subject = await subjectOf(pool, agencyId, c.req.param('campaign'));
    const { campaignId } = subject;
    const asked = c.req.query('bandingkan') !== undefined;
    const differences = asked ? await recount(pool, agencyId, campaignId) : null;
    return showWork(c, {
      title: t(lang)('recount.title'),
      brand: subject.agency,
      body: (
        <RecountView
          lang={lang}
          subject={subject}
          at={now()}
          last={await lastComparison(pool, agencyId, campaignId)}
          differences={differences}
          mayRepair={mayDo(c, 'recount.repair') !== null}
        />
      ),
    });
  });

  app.post(urls.coverageRecount, async (c) => {
    const staff = guard(c, 'recount.repair');
    const of = { agencyId: staff.agencyId, campaignId: c.req.param('campaign') };
    await transaction(pool, async (client) => {
      await repair(client, { ...of, by: actor(staff) }, now());
      await keepComparison(client, of, 0, now());
    });
    return c.redirect(to('coverageRecount', { agency: of.agencyId, campaign: of.campaignId }), 303);
  });
}
