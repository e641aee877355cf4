import { z } from 'zod';
import type { Staff } from '../../access/index.ts';
import { type Client, maybe, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './cases.sql';

export const sql = queries(sqlText);

const CaseSeen = z.object({
  id: z.string(),
  origin: z.enum(['report', 'finding']),
  arrivedOn: z.string(),
  sealedIn: z.enum(['browser', 'server']),
  mode: z.enum(['identified', 'confidential', 'anonymous', 'staff']),
  dialoguePublic: z.instanceof(Buffer),
  teamPublic: z.instanceof(Buffer),
  /** Keys of this account to which the case's keys were sealed. */
  keyIds: z.array(z.string()),
});
export type CaseSeen = z.output<typeof CaseSeen>;

/**
 * The one check in front of everything of a case: access of one's own that has not ended, and no recusal. Told alike
 * whether the case is of others or does not exist.
 * @throws Refusal oversight.caseUnknown (404)
 */
export async function caseSeen(client: Client, staff: Staff, caseId: string): Promise<CaseSeen> {
  const { agencyId, account } = staff;
  const found = await maybe(client, sql.seen, { agencyId, caseId, accountId: account.id }, CaseSeen);
  if (!found) throw new Refusal('oversight.caseUnknown', 404);
  return found;
}
