import { z } from 'zod';
import { actor, guard, mayDo } from '../../../access/index.ts';
import { many, transaction } from '../../../platform/db/index.ts';
import { dateIn } from '../../../platform/format.ts';
import type { FieldErrors } from '../../../platform/html/form.view.tsx';
import { field, lineField } from '../../../platform/http/form.ts';
import type { App, Ctx } from '../../../platform/http/visit.ts';
import { messageOf } from '../../../platform/i18n.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { to, urls } from '../../../urls.ts';
import { sql as casesSql } from '../../cases/seen.ts';
import { type OversightFrame, oversightFrame, showOversight } from '../../pages/frame.tsx';
import { dueOf, namesOf } from '../due.ts';
import { ownDaysOf } from '../ground.ts';
import { t } from '../messages.ts';
import { setDays } from '../set-days.ts';
import { type DaysForm, DuePage } from './due.view.tsx';

const FIELD_OF: Readonly<Record<string, string>> = {
  'dueDays.setName': 'name',
  'dueDays.setDays': 'days',
  'dueDays.setReason': 'reason',
  'dueDays.setMeanwhile': '',
};

/** What is due in one's own cases, and the lengths that the institution set for itself. */
export function duePage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  async function show(c: Ctx, frame: OversightFrame, form: DaysForm, errors: FieldErrors = {}) {
    const { lang, agency, staff } = frame;
    const today = dateIn(now(), agency.zone);
    const mine = { agencyId: agency.id, accountId: staff.account.id };
    const ids = (await many(pool, casesSql.ownCases, mine, z.object({ id: z.string() }))).map(({ id }) => id);
    const own = await ownDaysOf(pool, agency.id);
    const body = (
      <DuePage
        {...{ lang, agencyId: agency.id, today, own, form, errors }}
        cases={[...(await dueOf(pool, agency.id, ids, today)).values()]}
        names={await namesOf(pool, [...new Set(own.map(({ by }) => by))])}
        may={mayDo(c, 'clocks.set') !== null}
      />
    );
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    return showOversight(c, frame, { title: t(lang)('dueDays.title'), body, status, at: 'oversightDue' });
  }

  const empty = { name: '', days: '', reason: '' };
  app.get(urls.oversightDue, async (c) => show(c, await oversightFrame(c, platform, 'cases.list'), empty));

  app.post(urls.oversightDue, async (c) => {
    const staff = guard(c, 'clocks.set');
    const { lang } = c.get('visit');
    const body = await c.req.parseBody();
    const form = {
      name: field(body, 'name'),
      days: field(body, 'days').trim(),
      reason: lineField(body, 'reason'),
    };
    const frame = await oversightFrame(c, platform, 'clocks.set');
    const set = {
      ...{ agencyId: staff.agencyId, name: form.name, reason: form.reason, by: actor(staff) },
      days: /^\d{1,3}$/.test(form.days) ? Number(form.days) : 0,
      fromDay: dateIn(now(), frame.agency.zone),
    };
    try {
      await transaction(pool, (client) => setDays(client, set, now()));
    } catch (error) {
      const at = error instanceof Refusal ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof Refusal) || at === undefined) throw error;
      return show(c, frame, form, { [at]: messageOf(lang, error.code, error.params) ?? error.code });
    }
    return c.redirect(to('oversightDue', { agency: staff.agencyId }), 303);
  });
}
