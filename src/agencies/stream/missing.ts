import * as z from 'zod';
import { type Client, many, one } from '../../platform/db/index.ts';
import { sql } from './sql.ts';

const Person = z.object({
  id: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  unitName: z.string(),
});
/** In service here, and not in the file any more. Nothing happens to them by that. */
export interface Missing {
  people: z.output<typeof Person>[];
  total: number;
}

export async function missingFrom(
  client: Client,
  agencyId: string,
  loadId: string,
  page: number,
  size: number,
): Promise<Missing> {
  const limits = { limit: size, offset: (page - 1) * size };
  const people = await many(client, sql.missing, { agencyId, loadId, ...limits }, Person);
  const Count = z.object({ count: z.number() });
  return {
    people,
    total: (await one(client, sql.countMissing, { agencies: [agencyId], loadId }, Count)).count,
  };
}
