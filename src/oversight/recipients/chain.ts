import { createHash } from 'node:crypto';
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
  const list = listOrNull(agencyId, chain);
  if (!list) throw new Refusal('recipients.broken', 409);
  return [...list];
}

/** Lists by the digest of the chain that was checked; null where it is broken. */
const checked = new Map<string, readonly Recipient[] | null>();
const MOST_CHECKED = 500;

/** Signatures are checked once for a chain. Attacker: whoever asks for a public page again and again. */
export function listOrNull(agencyId: string, chain: readonly SignedStatement[]): readonly Recipient[] | null {
  const digest = digestOf(agencyId, chain);
  const known = checked.get(digest);
  if (known !== undefined) return known;
  const list = listOf(agencyId, chain);
  checked.set(digest, list);
  if (checked.size > MOST_CHECKED) checked.delete(checked.keys().next().value as string);
  return list;
}

function digestOf(agencyId: string, chain: readonly SignedStatement[]): string {
  const hash = createHash('sha256').update(`${agencyId}\n`);
  for (const { statement, signature, signedBy } of chain)
    hash.update(`${statement.length} ${signature.length} ${signedBy}\n`).update(statement).update(signature);
  return hash.digest('hex');
}

function listOf(agencyId: string, chain: readonly SignedStatement[]): readonly Recipient[] | null {
  try {
    return recipientsOf(agencyId, chain);
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
