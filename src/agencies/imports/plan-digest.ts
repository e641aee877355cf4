import { createHash } from 'node:crypto';
import type { ImportPlan, PersonValues, PlanRow } from '../roster/index.ts';

/**
 * SHA-256 (hex) over everything that accepting the plan would write, in the plan's own order: what the officer saw
 * is what is carried out. Lives for one form; it is no stored format.
 */
export function planDigest(plan: ImportPlan): string {
  const hash = createHash('sha256');
  for (const unit of plan.newUnits) hash.update(line('unit', unit.key, unit.name, unit.code));
  for (const row of plan.rows) hash.update(rowLine(row));
  return hash.digest('hex');
}

function rowLine(row: PlanRow): string {
  if (row.kind === 'refuse') return line('refuse', String(row.rowNumber));
  if (row.kind === 'same') return line('same', String(row.rowNumber), row.personId);
  const person = row.kind === 'change' ? row.personId : null;
  return line(row.kind, String(row.rowNumber), person, ...fields(row.values));
}

function fields(values: PersonValues): (string | null)[] {
  const { idKind, idNumber, name, category, rank, post, postStatus, email, status, unit } = values;
  const place = unit.kind === 'new' ? ['new', unit.key] : ['known', unit.id];
  return [idKind, idNumber, name, category, rank, post, postStatus, email, status, ...place];
}

/** An array of strings has one JSON form; no key order is involved. */
function line(...parts: (string | null)[]): string {
  return `${JSON.stringify(parts)}\n`;
}
