import type { Pool } from 'pg';
import { z } from 'zod';
import { actor, type Staff, tieAccount } from '../../access/index.ts';
import { maybe } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sql } from '../sql.ts';
import { locked, usernameOf } from './change.ts';

/**
 * Says whose account it is, by the number in the roster; an empty number takes that back. Rules that want two people then
 * see one human behind two accounts.
 * @throws Refusal access.accountUnknown (404), accounts.numberUnknown
 */
export function tieToPerson(
  pool: Pool,
  staff: Staff,
  { accountId, number }: { accountId: string; number: string },
  now: Date,
): Promise<void> {
  const { agencyId } = staff;
  return locked(pool, staff, now, async (client, told) => {
    const username = await usernameOf(client, agencyId, accountId, now);
    const shape = z.object({ id: z.string() });
    const idNumber = number.replace(/\s+/g, '');
    const person = idNumber ? await maybe(client, sql.personByNumber, { agencyId, idNumber }, shape) : null;
    if (idNumber && !person) throw new Refusal('accounts.numberUnknown');
    const personId = person?.id ?? null;
    await tieAccount(client, { agencyId, accountId, personId, by: actor(staff) }, now);
    const kind = personId ? 'account.tied' : 'account.untied';
    await happened(client, { ...told(now, accountId), kind, data: { username, personId } });
  });
}
