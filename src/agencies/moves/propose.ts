import type { Pool } from 'pg';
import * as z from 'zod';
import { exec, forAll, many, transaction } from '../../platform/db/index.ts';
import { newIds } from '../new-ids.ts';
import { sql } from './sql.ts';

const Pair = z.object({
  toAgency: z.string(),
  toPerson: z.string(),
  fromAgency: z.string(),
  fromPerson: z.string(),
  idNumber: z.string(),
});

/**
 * Looks who serves at two institutions under one national number, and writes it down for both: came here, left there.
 * Each side's row names its own person and the other institution, nothing else. The old institution answers.
 * @param agencyId who asks: those who came to it; null: everybody @returns how many were found
 */
export function proposeMoves(pool: Pool, agencyId: string | null, now: Date): Promise<number> {
  return forAll(() =>
    transaction(pool, async (client) => {
      const pairs = await many(client, sql.proposeIn, { agencyId }, Pair);
      if (pairs.length === 0) return 0;
      const ids = newIds(now, pairs.length);
      await exec(client, sql.addMoves, {
        agencyIds: pairs.flatMap(({ toAgency, fromAgency }) => [toAgency, fromAgency]),
        ids: ids.flatMap((id) => [id, id]),
        sides: pairs.flatMap(() => ['in', 'out']),
        personIds: pairs.flatMap(({ toPerson, fromPerson }) => [toPerson, fromPerson]),
        idNumbers: pairs.flatMap(({ idNumber }) => [idNumber, idNumber]),
        others: pairs.flatMap(({ toAgency, fromAgency }) => [fromAgency, toAgency]),
        now,
      });
      return pairs.length;
    }),
  );
}
