import { actor, guard, type Staff, showWork } from '../../access/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { lineField } from '../../platform/http/form.ts';
import type { App, Ctx } from '../../platform/http/visit.ts';
import { messageOf } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { to, urls } from '../../urls.ts';
import { agencyOn } from '../agency.ts';
import { t } from '../messages.ts';
import { checkUnitRegion, parseRegionCode, UNIT_KINDS } from '../roster/index.ts';
import { addUnit, type NewUnit, unitsOf } from '../unit.ts';
import { field, visibleUnits } from './staff.ts';
import { type Typed, UnitsPage } from './units.view.tsx';

const LONGEST = 200;
const EMPTY: Typed = { name: '', kind: 'opd', parentId: '', regionCode: '', code: '' };

/** The unit tree, and adding a unit to it. */
export function unitsPage(app: App, platform: Platform): void {
  const { pool, now } = platform;
  app.get(urls.units, (c) => show(c, platform, guard(c, 'units.view'), EMPTY, {}));

  app.post(urls.units, async (c) => {
    const staff = guard(c, 'units.change');
    const { agencyId } = staff;
    const typed = readTyped(await c.req.parseBody());
    const { errors, unit } = check(typed, c);
    if (!unit) return show(c, platform, staff, typed, errors);
    try {
      await transaction(pool, async (client) => {
        const at = now();
        const id = await addUnit(client, agencyId, unit, at);
        const data = { name: unit.name, kind: unit.kind };
        await happened(client, { agencyId, at, actor: actor(staff), kind: 'unit.added', subject: id, data });
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const name = error.code === 'agencies.unitNameTaken' ? 'name' : 'parentId';
      return show(c, platform, staff, typed, { [name]: said(c, error.code, error.params) });
    }
    return c.redirect(to('units', { agency: agencyId }), 303);
  });
}

async function show(c: Ctx, { pool }: Platform, staff: Staff, typed: Typed, errors: Record<string, string>) {
  const { lang } = c.get('visit');
  const agency = await agencyOn(pool, staff.agencyId, null);
  const visible = await visibleUnits(pool, staff);
  const units = (await unitsOf(pool, agency.id)).filter((unit) => visible?.has(unit.id) ?? true);
  const mayEdit = staff.has('officer') && staff.unitIds === null;
  return showWork(c, {
    title: t(lang)('agencies.units'),
    brand: agency.name,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    body: <UnitsPage {...{ lang, agency, units, mayEdit, typed, errors }} />,
  });
}

function readTyped(body: Record<string, unknown>): Typed {
  const name = lineField(body, 'name');
  const [kind, parentId] = [field(body, 'kind'), field(body, 'parentId')];
  return {
    name,
    kind,
    parentId,
    regionCode: field(body, 'regionCode'),
    code: field(body, 'code').slice(0, 60),
  };
}

function check(typed: Typed, c: Ctx): { errors: Record<string, string>; unit: NewUnit | null } {
  const errors: Record<string, string> = {};
  const { name, parentId, code } = typed;
  const kind = UNIT_KINDS.find((known) => known === typed.kind);
  if (name === '') errors.name = said(c, 'agencies.unitNameMissing');
  else if (name.length > LONGEST) errors.name = said(c, 'agencies.roster.unit.too-long', { limit: LONGEST });
  else if (/^'*[=+@-]/.test(name)) errors.name = said(c, 'agencies.roster.unit.formula');
  if (!kind) errors.kind = said(c, 'agencies.unitKindMissing');
  const wrong = kind && typed.regionCode ? checkUnitRegion(kind, typed.regionCode) : null;
  if (wrong) errors.regionCode = said(c, `agencies.roster.${wrong}`);
  if (!kind || Object.keys(errors).length > 0) return { errors, unit: null };
  const region = parseRegionCode(typed.regionCode);
  const regionCode = region.ok ? region.code : null;
  return { errors, unit: { name, kind, parentId: parentId || null, regionCode, code: code || null } };
}

function said(c: Ctx, code: string, params?: Readonly<Record<string, string | number>>): string {
  return messageOf(c.get('visit').lang, code, params) ?? code;
}
