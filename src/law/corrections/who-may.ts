import { isClaimed } from '../../access/index.ts';
import type { Client } from '../../platform/db/index.ts';
import type { Account } from '../../platform/http/visit.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Institutions } from '../neighbours.ts';

/** An account that may correct the register, and the institution for which it does so. */
export interface Corrector {
  readonly account: Account;
  readonly agencyId: string;
}

/**
 * The register belongs to the whole installation. Once it is claimed, only officers of its own institutions may correct
 * it, never those of the examples; before that, every officer.
 * @throws Refusal access.signInFirst (401), access.notYours (403)
 */
export async function corrector(
  client: Client,
  institutions: Institutions,
  account: Account | null,
): Promise<Corrector> {
  if (!account) throw new Refusal('access.signInFirst', 401);
  const found = await mayCorrect(client, institutions, account);
  if (!found) throw new Refusal('access.notYours', 403);
  return found;
}

/** The same question, answered with null instead of a refusal. */
export async function mayCorrect(
  client: Client,
  institutions: Institutions,
  account: Account | null,
): Promise<Corrector | null> {
  const ids = (account?.grants ?? [])
    .filter(({ role, unitId }) => role === 'officer' && unitId === null)
    .map(({ agencyId }) => agencyId);
  if (!account || ids.length === 0) return null;
  const known = await institutions([...new Set(ids)]);
  const own = known.find(({ isExample }) => !isExample);
  const chosen = own ?? ((await isClaimed(client)) ? undefined : known[0]);
  return chosen ? { account, agencyId: chosen.id } : null;
}
