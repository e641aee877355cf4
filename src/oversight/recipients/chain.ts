import { z } from 'zod';
import { type Client, many, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Recipient, recipientsOf, SealError, type SignedStatement } from '../seal/index.ts';
import sqlText from './recipients.sql';

export const sql = queries(sqlText);

const bytes = z.instanceof(Buffer).transform((buffer) => new Uint8Array(buffer));
const Row = z.object({ statement: bytes, signature: bytes, signedBy: z.string() });

/** The statements as they stand, unchecked: what browsers are given, which check them for themselves. */
export function chainOf(client: Client, agencyId: string): Promise<SignedStatement[]> {
  return many(client, sql.chain, { agencyId }, Row);
}

/**
 * Who receives reports, by statements that were signed one by the other. Whatever else stands in the table is nothing.
 * @throws Refusal recipients.broken (409): somebody wrote into the list who cannot sign
 */
export async function recipientsAt(client: Client, agencyId: string): Promise<Recipient[]> {
  return checkedList(agencyId, await chainOf(client, agencyId));
}

/** @throws Refusal recipients.broken (409) */
export function checkedList(agencyId: string, chain: readonly SignedStatement[]): Recipient[] {
  try {
    return recipientsOf(agencyId, chain);
  } catch (error) {
    if (error instanceof SealError) throw new Refusal('recipients.broken', 409);
    throw error;
  }
}
