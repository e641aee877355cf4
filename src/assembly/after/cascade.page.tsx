import { actor, showWork } from '../../access/index.ts';
import { unitsOf } from '../../agencies/index.ts';
import { fieldErrors, formErrors } from '../../campaigns/index.ts';
import { type Client, transaction } from '../../platform/db/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import { field, fields } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { ceremonyCounts } from '../counts.ts';
import { createCascade, openBranches, type Standing } from './cascade.ts';
import { CascadeView } from './cascade.view.tsx';
import { type AfterFrame, afterFrame } from './frame.ts';
import { t } from './messages.ts';
import { checkSession, readSession, sessionValues, type TypedSession } from './session-form.tsx';
import { isMade, rollUpOf, treeOf } from './standing.ts';

/** The small ceremonies of a larger one: made here, each with its figures, and everybody rolled up once. */
export function cascadePage(app: App, platform: Platform): void {
  const { pool, now } = platform;

  app.get(urls.ceremonyCascade, async (c) => {
    const here = await afterFrame(c, platform, 'ceremony.read');
    const typed = { key: newId(now()), heldOn: '', startsAt: '', place: '' };
    return page(c, platform, here, typed, [], {});
  });

  app.post(urls.ceremonyCascade, async (c) => {
    const here = await afterFrame(c, platform, 'follow.plan');
    const { parent, staff, agency, lang } = here;
    const body = await c.req.parseBody({ all: true });
    const typed = readSession((name) => field(body, name), newId(now()));
    const chosen = fields(body, 'unit').slice(0, 2000);
    const problems = checkSession(typed, parent);
    if (problems.length > 0) return page(c, platform, here, typed, chosen, fieldErrors(lang, problems), 422);
    try {
      await transaction(pool, async (client) => {
        if (await isMade(client, agency.id, parent.id, typed.key)) return;
        const open = openBranches(here, await standingOf(client, here));
        const branches = open.filter(({ unitId }) => chosen.includes(unitId));
        if (branches.length === 0) throw new Refusal('after.noUnit');
        const values = sessionValues(typed, parent);
        await createCascade(client, { parent, key: typed.key, branches, values, by: actor(staff) }, now());
      });
    } catch (error) {
      const { errors, status } = formErrors(lang, error, 'unit');
      return page(c, platform, here, typed, chosen, errors, status);
    }
    return c.redirect(to('ceremonyCascade', { agency: agency.id, ceremony: parent.id }), 303);
  });
}

async function standingOf(client: Client, { agency, parent, own }: AfterFrame): Promise<Standing> {
  const at = { agencyId: agency.id, ceremonyId: parent.id, unitIds: own };
  return {
    units: await unitsOf(client, agency.id),
    byUnit: (await ceremonyCounts(client, at)).byUnit,
    tree: await treeOf(client, at),
    rolledUp: await rollUpOf(client, at),
  };
}

async function page(
  c: Ctx,
  { pool }: Platform,
  here: AfterFrame,
  typed: TypedSession,
  chosen: readonly string[],
  errors: FieldErrors,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const standing = await standingOf(pool, here);
  const { staff, lang, agency } = here;
  const branches = staff.has('officer') || staff.has('operator') ? openBranches(here, standing) : [];
  return showWork(c, {
    title: t(lang)('after.cascade'),
    brand: agency.name,
    status,
    body: <CascadeView {...here} {...standing} {...{ branches, typed, chosen, errors }} />,
  });
}
