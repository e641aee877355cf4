import { z } from 'zod';
import { type Client, many } from '../../../platform/db/index.ts';
import { sql } from './sql.ts';

const Holder = z.object({
  keyId: z.string(),
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  /** `reporter`, or the id of the key whose owner gave it. */
  givenBy: z.string(),
  at: z.date(),
});
export type Holder = z.output<typeof Holder>;

/** Who sees the case now, and from whom they have it. */
export function holdersOf(client: Client, place: { agencyId: string; caseId: string }): Promise<Holder[]> {
  return many(client, sql.holders, place, Holder);
}

const MayHold = z.object({ id: z.string(), accountId: z.string(), name: z.string() });
export type MayHold = z.output<typeof MayHold>;

/** Of these keys the ones whose owners may be given the case: not kept from it, and inspector or leader here today. */
export function mayHold(
  client: Client,
  asked: { agencyId: string; caseId: string; keyIds: readonly string[] },
  now: Date,
): Promise<MayHold[]> {
  return many(client, sql.mayHold, { ...asked, now }, MayHold);
}
