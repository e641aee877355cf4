import { unitsOf } from '../../agencies/index.ts';
import { type Problem, tidyLine, tidyLines } from '../../campaigns/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { field, fields } from '../../platform/http/form.ts';
import { newId } from '../../platform/ids.ts';
import { PLAN_ROLES, type Plan, RUN_STEPS, type RunStep, SITE_MODES } from '../plan.ts';
import { checkPlan } from './check-plan.ts';

/** Rows of the plan's form as typed, to be shown again. Each group's fields are named `GROUP-ROW-NAME`. */
export const GROUPS = {
  sites: ['id', 'name', 'place', 'mode', 'startsAt', 'addUnit'],
  runSheet: ['step', 'title', 'minutes', 'who'],
  officers: ['id', 'role', 'name', 'office', 'employer'],
  witnesses: ['id', 'name', 'office', 'institution'],
} as const;
export type Group = keyof typeof GROUPS;
export type TypedRow = Readonly<Record<string, string>>;

export interface PlanTyped {
  /** The version that the page had shown. */
  version: number;
  rows: Record<Group, TypedRow[]>;
  /** Units of each site, by its place in the list. */
  units: string[][];
  headFirst: boolean;
  fallback: string;
  /** Names of sites to be added, one a line. */
  newSites: string;
}

/** More rows than any plan may have are not read. */
const MOST_ROWS = 200;

export function typedPlan(body: Record<string, unknown>): PlanTyped {
  const rows = Object.fromEntries(
    (Object.keys(GROUPS) as Group[]).map((group) => [group, rowsOf(body, group)]),
  ) as PlanTyped['rows'];
  return {
    version: Number(field(body, 'version')) || 0,
    rows,
    units: rows.sites.map((_, at) => fields(body, `sites-${at}-units`)),
    headFirst: field(body, 'headFirst') === 'yes',
    fallback: field(body, 'fallback'),
    newSites: field(body, 'newSites'),
  };
}

/** A row is there as long as its first field is. */
function rowsOf(body: Record<string, unknown>, group: Group): TypedRow[] {
  const [first] = GROUPS[group];
  const rows: TypedRow[] = [];
  while (rows.length < MOST_ROWS && typeof body[`${group}-${rows.length}-${first}`] === 'string') {
    const at = rows.length;
    rows.push(Object.fromEntries(GROUPS[group].map((name) => [name, field(body, `${group}-${at}-${name}`)])));
  }
  return rows;
}

/** A saved plan as the form shows it. */
export function shownPlan(plan: Plan, version: number): PlanTyped {
  return {
    version,
    rows: {
      sites: plan.sites.map(({ id, name, place, mode, startsAt }) => ({
        ...{ id, name, place, mode, startsAt: startsAt ?? '', addUnit: '' },
      })),
      runSheet: plan.runSheet.map(stepRow),
      officers: plan.officers.map(({ employer, ...officer }) => ({ ...officer, employer: employer ?? '' })),
      witnesses: plan.witnesses.map((witness) => ({ ...witness })),
    },
    units: plan.sites.map(({ unitIds }) => unitIds ?? []),
    headFirst: plan.order.headFirst,
    fallback: plan.fallback,
    newSites: '',
  };
}

export function stepRow({ minutes, ...step }: RunStep): TypedRow {
  return { ...step, minutes: String(minutes ?? '') };
}

/** How a unit is called in the form: by its name, with the unit above it where two bear one name. */
export async function unitLabels(client: Client, agencyId: string): Promise<Map<string, string>> {
  const units = await unitsOf(client, agencyId);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const times = new Map<string, number>();
  for (const { name } of units) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  const label = ({ name, parentId }: (typeof units)[number]) =>
    (times.get(name.toLowerCase()) ?? 0) > 1 && parentId ? `${name} (${names.get(parentId)})` : name;
  return new Map(units.map((unit) => [unit.id, label(unit)]));
}

/** The unit of that label, in any case; null where there is none. */
export function unitCalled(labels: ReadonlyMap<string, string>, typed: string): string | null {
  const wanted = tidyLine(typed).toLowerCase();
  return [...labels].find(([, label]) => label.toLowerCase() === wanted)?.[0] ?? null;
}

/**
 * The plan that a form means, and what is wrong with it. Rows in which nothing was written are left out; `order` is
 * kept, as the page of the order has it. Fields of problems are those of the typed rows.
 */
export function planFrom(
  typed: PlanTyped,
  order: Plan['order'],
  labels: ReadonlyMap<string, string>,
  now: Date,
): { plan: Plan; problems: Problem[]; kept: PlanTyped } {
  const kept = withoutEmpty(withUnits(typed, labels));
  const { sites, runSheet, officers, witnesses } = kept.rows;
  const plan: Plan = {
    sites: sites.map((row, at) => ({
      id: row.id || newId(now),
      name: line(row.name),
      place: line(row.place),
      mode: choice(SITE_MODES, row.mode),
      startsAt: line(row.startsAt).replace('.', ':') || null,
      unitIds: known(kept.units[at] ?? [], labels),
    })),
    runSheet: runSheet.map((row) => ({
      step: choice(RUN_STEPS, row.step),
      title: line(row.title),
      minutes: line(row.minutes) === '' ? null : Number(line(row.minutes)),
      who: line(row.who),
    })),
    officers: officers.map((row) => ({
      id: row.id || newId(now),
      role: choice(PLAN_ROLES, row.role),
      name: line(row.name),
      office: line(row.office),
      employer: line(row.employer) || null,
    })),
    witnesses: witnesses.map((row) => ({
      id: row.id || newId(now),
      name: line(row.name),
      office: line(row.office),
      institution: line(row.institution),
    })),
    order: { ...order, headFirst: kept.headFirst },
    fallback: tidyLines(kept.fallback),
  };
  const strangers = sites.flatMap((row, at) =>
    line(row.addUnit) === '' ? [] : [{ field: `sites-${at}-addUnit`, code: 'plan.unknownUnit' }],
  );
  return { plan, problems: [...strangers, ...checkPlan(plan)], kept };
}

/** A unit that was typed joins its site; one that nobody knows stays in its field. */
export function withUnits(typed: PlanTyped, labels: ReadonlyMap<string, string>): PlanTyped {
  const units = typed.units.map((ids) => [...ids]);
  const sites = typed.rows.sites.map((row, at) => {
    const found = unitCalled(labels, row.addUnit ?? '');
    if (found === null) return row;
    units[at] = [...new Set([...(units[at] ?? []), found])];
    return { ...row, addUnit: '' };
  });
  return { ...typed, rows: { ...typed.rows, sites }, units };
}

/** What a row holds before anybody wrote in it does not make it a row. */
const GIVEN = new Set(['id', 'mode', 'step', 'role']);

function withoutEmpty(typed: PlanTyped): PlanTyped {
  const written = (row: TypedRow, units: readonly string[] = []) =>
    units.length > 0 || Object.entries(row).some(([name, text]) => !GIVEN.has(name) && line(text) !== '');
  const stays = typed.rows.sites.map((row, at) => written(row, typed.units[at]));
  const { runSheet, officers, witnesses } = typed.rows;
  return {
    ...typed,
    rows: {
      sites: typed.rows.sites.filter((_, at) => stays[at]),
      runSheet: runSheet.filter((row) => written(row)),
      officers: officers.filter((row) => written(row)),
      witnesses: witnesses.filter((row) => written(row)),
    },
    units: typed.units.filter((_, at) => stays[at]),
  };
}

function known(ids: readonly string[], labels: ReadonlyMap<string, string>): string[] | null {
  const found = [...new Set(ids)].filter((id) => labels.has(id));
  return found.length > 0 ? found : null;
}

/** One of the known values; a form of ours sends no other, so anything else is taken as the first. */
function choice<T extends string>(options: readonly T[], value: string | undefined): T {
  return options.find((option) => option === value) ?? (options[0] as T);
}

function line(text: string | undefined): string {
  return tidyLine(text ?? '');
}
