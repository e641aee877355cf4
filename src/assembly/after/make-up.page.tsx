import { actor, showWork } from '../../access/index.ts';
import { fieldErrors, formErrors } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { type AfterFrame, afterFrame } from './frame.ts';
import { createMakeUps } from './make-up.ts';
import { MakeUpForm, type TypedMakeUp } from './make-up.view.tsx';
import { t } from './messages.ts';
import { checkSession, readSession, sessionValues } from './session-form.tsx';
import { isMade, missingOf, REASONS } from './standing.ts';

/** Make-up sessions for those who have not signed: an officer for all, a unit clerk for their own units. */
export function makeUpPage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.ceremonyMakeUp, async (c) => {
    const here = await afterFrame(c, platform, 'follow.plan');
    const place = here.parent.place ?? '';
    const typed = { key: newId(now()), heldOn: '', startsAt: '', place, units: null, reasons: REASONS };
    return page(c, platform, here, { ...typed, perUnit: true }, {});
  });

  app.post(urls.ceremonyMakeUp, async (c) => {
    const here = await afterFrame(c, platform, 'follow.plan');
    const typed = typedOf(await c.req.parseBody({ all: true }), newId(now()));
    const { parent, own, today, staff, agency, lang } = here;
    const problems = checkSession(typed, parent);
    if (problems.length > 0) return page(c, platform, here, typed, fieldErrors(lang, problems), 422);
    const units = (typed.units ?? []).filter((unit) => !own || own.includes(unit));
    const makeUp = { ...typed, parent, units, values: sessionValues(typed, parent), by: actor(staff) };
    try {
      await transaction(pool, async (client) => {
        if (await isMade(client, agency.id, parent.id, typed.key)) return;
        await createMakeUps(client, makeUp, now(), today);
      });
    } catch (error) {
      const { errors, status } = formErrors(lang, error, 'unit');
      return page(c, platform, here, typed, errors, status);
    }
    return c.redirect(to('ceremonyCascade', { agency: agency.id, ceremony: parent.id }), 303);
  });
}

function typedOf(body: Record<string, unknown>, fresh: string): TypedMakeUp {
  const reasons = fields(body, 'reason');
  return {
    ...readSession((name) => field(body, name), fresh),
    units: fields(body, 'unit').slice(0, 5000),
    reasons: REASONS.filter((reason) => reasons.includes(reason)),
    perUnit: field(body, 'grouping') !== 'together',
  };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: AfterFrame,
  typed: TypedMakeUp,
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { parent, own, today, agency, lang } = here;
  const missing = await missingOf(pool, { agencyId: agency.id, ceremonyId: parent.id, unitIds: own }, today);
  return showWork(c, {
    title: t(lang)('after.makeUp'),
    brand: agency.name,
    status,
    body: <MakeUpForm {...here} {...{ missing, typed, errors }} />,
  });
}
