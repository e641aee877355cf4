import { actor, showWork } from '../../access/index.ts';
import { unitsOf } from '../../agencies/index.ts';
import { fieldErrors, formErrors } from '../../campaigns/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { to, urls } from '../../urls.ts';
import { expectedByUnit } from '../expected.ts';
import { type PlanTyped, planFrom, shownPlan, typedPlan, unitLabels } from '../plan/form.ts';
import { afterAct } from '../plan/form-acts.ts';
import { t } from '../plan/messages.ts';
import { unitsAt } from '../plan/site-units.ts';
import { planOf, savePlan } from '../plan.ts';
import { ceremonyFrame } from './frame.ts';
import { PlanForm, type PlanFormProps } from './plan.view.tsx';
import { PlanRead } from './plan-read.view.tsx';

type Here = Awaited<ReturnType<typeof ceremonyFrame>>;

/** What is planned: an officer of the whole institution edits it, the others read it. */
export function planPage(app: App, platform: Platform): void {
  const { pool } = platform;

  app.get(urls.ceremonyPlan, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.read');
    const { plan, version } = await planOf(pool, here.agency.id, here.head.id);
    if (!here.staff.has('officer') || here.staff.unitIds !== null) return read(c, platform, here);
    return form(c, platform, here, shownPlan(plan, version), {}, { saved: c.req.query('tersimpan') === '1' });
  });

  app.post(urls.ceremonyPlan, async (c) => {
    const here = await ceremonyFrame(c, platform, 'ceremony.plan');
    const body = await c.req.parseBody({ all: true });
    const typed = typedPlan(body);
    const act = field(body, 'act');
    const labels = await unitLabels(pool, here.agency.id);
    const changed = afterAct(act, typed, labels);
    return changed
      ? form(c, platform, here, changed, {}, { unsaved: true, opened: act.replace(/^unit-/, 'sites-') })
      : save(c, platform, here, afterAct('many-sites', typed, labels) ?? typed, labels);
  });
}

async function save(
  c: Ctx,
  platform: Platform,
  here: Here,
  typed: PlanTyped,
  labels: ReadonlyMap<string, string>,
): Promise<Response> {
  const { agency, head, lang, staff } = here;
  const { plan: before } = await planOf(platform.pool, agency.id, head.id);
  const { plan, problems, kept } = planFrom(typed, before.order, labels, platform.now());
  if (problems.length > 0)
    return form(c, platform, here, kept, fieldErrors(lang, problems), { unsaved: true }, 422);
  const saved = { agencyId: agency.id, ceremonyId: head.id, version: typed.version, plan, by: actor(staff) };
  try {
    await transaction(platform.pool, (client) => savePlan(client, saved, platform.now()));
  } catch (error) {
    const { errors, status } = formErrors(lang, error);
    return form(c, platform, here, kept, errors, { unsaved: true }, status);
  }
  return c.redirect(`${to('ceremonyPlan', { agency: agency.id, ceremony: head.id })}?tersimpan=1`, 303);
}

async function form(
  c: Ctx,
  { pool }: Platform,
  here: Here,
  typed: PlanTyped,
  errors: FieldErrors,
  state: Pick<PlanFormProps, 'saved' | 'unsaved' | 'opened'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const labels = await unitLabels(pool, here.agency.id);
  return showWork(c, {
    title: t(here.lang)('plan.title'),
    brand: here.agency.name,
    status,
    body: <PlanForm {...here} {...state} typed={typed} errors={errors} labels={labels} />,
  });
}

async function read(c: Ctx, { pool }: Platform, here: Here): Promise<Response> {
  const { agency, head } = here;
  const { plan } = await planOf(pool, agency.id, head.id);
  const units = await unitsOf(pool, agency.id);
  const expected = await expectedByUnit(pool, agency.id, head.id);
  const people = plan.sites.map(({ id }) =>
    unitsAt(units, plan.sites, id).reduce((sum, unit) => sum + (expected.get(unit) ?? 0), 0),
  );
  const labels = await unitLabels(pool, agency.id);
  return showWork(c, {
    title: t(here.lang)('plan.title'),
    brand: agency.name,
    body: <PlanRead {...here} plan={plan} people={people} labels={labels} />,
  });
}
