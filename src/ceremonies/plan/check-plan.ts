import { checkLine, type Problem, unprintable } from '../../campaigns/index.ts';
import { checkTime, needed } from '../check-ceremony.ts';
import type { Plan } from '../plan.ts';
import { ORDER_LIMIT } from './sign-order.ts';

const PLAN_LIMITS = {
  sites: 60,
  runSheet: 40,
  officers: 30,
  witnesses: 30,
  minutes: 600,
  fallback: 2000,
} as const;

/** What keeps a plan from being saved; empty when nothing does. Fields are named as the form names them. */
export function checkPlan(plan: Plan): Problem[] {
  return [
    ...(['sites', 'runSheet', 'officers', 'witnesses'] as const).flatMap((group) => checkCount(plan, group)),
    ...plan.sites.flatMap((site, at) => [
      ...needed(`sites-${at}-name`, site.name, 200),
      ...checkLine(`sites-${at}-place`, site.place, 300),
      ...checkTime(`sites-${at}-startsAt`, site.startsAt),
    ]),
    ...checkUnits(plan),
    ...plan.runSheet.flatMap((step, at) => [
      ...needed(`runSheet-${at}-title`, step.title, 300),
      ...checkLine(`runSheet-${at}-who`, step.who, 200),
      ...checkMinutes(`runSheet-${at}-minutes`, step.minutes),
    ]),
    ...plan.officers.flatMap((officer, at) => [
      ...needed(`officers-${at}-name`, officer.name, 200),
      ...checkLine(`officers-${at}-office`, officer.office, 300),
      ...checkLine(`officers-${at}-employer`, officer.employer ?? '', 300),
    ]),
    ...plan.witnesses.flatMap((witness, at) => [
      ...needed(`witnesses-${at}-name`, witness.name, 200),
      ...checkLine(`witnesses-${at}-office`, witness.office, 300),
      ...needed(`witnesses-${at}-institution`, witness.institution, 300),
    ]),
    ...checkFallback(plan.fallback),
    ...checkOrder(plan.order.persons),
  ];
}

function checkCount(plan: Plan, group: 'sites' | 'runSheet' | 'officers' | 'witnesses'): Problem[] {
  const limit = PLAN_LIMITS[group];
  return plan[group].length > limit ? [{ field: group, code: 'plan.tooMany', params: { limit } }] : [];
}

/** One unit is expected at one place: two would count its people twice. */
function checkUnits({ sites }: Plan): Problem[] {
  const seen = new Set<string>();
  return sites.flatMap(({ unitIds }, at) => {
    const twice = (unitIds ?? []).some((id) => seen.has(id));
    for (const id of unitIds ?? []) seen.add(id);
    return twice ? [{ field: `sites-${at}-addUnit`, code: 'plan.unitTwice' }] : [];
  });
}

function checkMinutes(field: string, minutes: number | null): Problem[] {
  if (minutes === null) return [];
  const fits = Number.isSafeInteger(minutes) && minutes >= 0 && minutes <= PLAN_LIMITS.minutes;
  return fits ? [] : [{ field, code: 'plan.badMinutes', params: { limit: PLAN_LIMITS.minutes } }];
}

function checkFallback(text: string): Problem[] {
  const limit = PLAN_LIMITS.fallback;
  if (text.length > limit) return [{ field: 'fallback', code: 'campaigns.tooLong', params: { limit } }];
  const char = unprintable(text);
  return char ? [{ field: 'fallback', code: 'campaigns.unprintable', params: { char } }] : [];
}

function checkOrder(persons: readonly string[]): Problem[] {
  const fits = persons.length <= ORDER_LIMIT && new Set(persons).size === persons.length;
  return fits ? [] : [{ field: '', code: 'plan.badOrder', params: { limit: ORDER_LIMIT } }];
}
