import { tidyLine } from '../../campaigns/index.ts';
import { GROUPS, type Group, type PlanTyped, stepRow, type TypedRow, unitCalled, withUnits } from './form.ts';
import { rolesOf, sheetOf, TEMPLATES } from './templates.ts';

/**
 * What a button of the form other than "save" does to the rows: `add-GROUP`, `remove-GROUP-ROW`, `up-GROUP-ROW`,
 * `template-NAME`, `many-sites`, `unit-ROW`. Nothing is saved. null for a word that is none of these.
 */
export function afterAct(
  act: string,
  typed: PlanTyped,
  labels: ReadonlyMap<string, string>,
): PlanTyped | null {
  const [verb = '', group = '', row = ''] = act.split('-');
  if (act === 'many-sites') return manySites(typed, labels);
  if (verb === 'unit') return withUnits(typed, labels);
  if (verb === 'template') return ofTemplate(typed, act.slice('template-'.length));
  if (!Object.hasOwn(GROUPS, group)) return null;
  if (verb === 'add')
    return withRows(typed, group as Group, [...typed.rows[group as Group], emptyRow(group)]);
  const at = Number(row);
  if (verb === 'remove') return without(typed, group as Group, at);
  return verb === 'up' ? raised(typed, group as Group, at) : null;
}

/** A site for each line; where a unit is called so, its people are expected there. */
function manySites(typed: PlanTyped, labels: ReadonlyMap<string, string>): PlanTyped {
  const names = typed.newSites.split('\n').map(tidyLine).filter(Boolean);
  const units = names.map((name) => unitCalled(labels, name)).map((id) => (id ? [id] : []));
  const added = names.map((name) => ({ ...emptyRow('sites'), name }));
  return {
    ...withRows(typed, 'sites', [...typed.rows.sites, ...added]),
    units: [...typed.units, ...units],
    newSites: '',
  };
}

/** The run sheet of a template, and a row for each officer that it needs and nobody has written yet. */
function ofTemplate(typed: PlanTyped, name: string): PlanTyped | null {
  const template = TEMPLATES.find((known) => known === name);
  if (!template) return null;
  const { officers } = typed.rows;
  const absent = rolesOf(template).filter((role) => !officers.some((officer) => officer.role === role));
  const added = absent.map((role) => ({ ...emptyRow('officers'), role }));
  const rows = { runSheet: sheetOf(template).map(stepRow), officers: [...officers, ...added] };
  return { ...typed, rows: { ...typed.rows, ...rows } };
}

function without(typed: PlanTyped, group: Group, at: number): PlanTyped {
  const rows = withRows(
    typed,
    group,
    typed.rows[group].filter((_, index) => index !== at),
  );
  return group === 'sites' ? { ...rows, units: typed.units.filter((_, index) => index !== at) } : rows;
}

function raised(typed: PlanTyped, group: Group, at: number): PlanTyped {
  const rows = [...typed.rows[group]];
  const [row] = rows.splice(at, 1);
  if (!row || at === 0) return typed;
  rows.splice(at - 1, 0, row);
  return withRows(typed, group, rows);
}

function withRows(typed: PlanTyped, group: Group, rows: TypedRow[]): PlanTyped {
  return { ...typed, rows: { ...typed.rows, [group]: rows } };
}

function emptyRow(group: string): TypedRow {
  return Object.fromEntries(GROUPS[group as Group].map((name) => [name, '']));
}
