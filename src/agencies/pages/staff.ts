import type { Staff } from '../../access/index.ts';
import type { Client } from '../../platform/db/index.ts';
import { type Body, field as rawField } from '../../platform/http/form.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import { unitsBelow } from '../unit.ts';

/** The units that this account may see, those below included; null: all. */
export async function visibleUnits(client: Client, staff: Staff): Promise<Set<string> | null> {
  return staff.unitIds && new Set(await unitsBelow(client, staff.agencyId, staff.unitIds));
}

/** A page number from the address, from 1; anything else is the first page. */
export function pageNumber(c: Ctx): number {
  const page = Number(c.req.query('hal') ?? 1);
  return Number.isSafeInteger(page) && page >= 1 && page < 1_000_000 ? page : 1;
}

/** A field of a form as text without blanks around it; files and repeated fields count as empty. */
export function field(body: Body, name: string): string {
  return rawField(body, name).trim();
}
