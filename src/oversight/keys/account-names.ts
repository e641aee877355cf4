import { z } from 'zod';
import { type Client, many } from '../../platform/db/index.ts';
import { sql } from './keys.ts';

const Named = z.object({ keyId: z.string(), name: z.string().nullable() });

/** Whose key is whose, by what their accounts are called now; by the key's id. */
export async function accountNames(client: Client, agencyId: string): Promise<Map<string, string>> {
  const rows = await many(client, sql.names, { agencyId }, Named);
  return new Map(rows.map(({ keyId, name }) => [keyId, name ?? '']));
}
