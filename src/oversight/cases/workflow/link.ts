import { z } from 'zod';
import { type Client, maybe } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { sql } from '../seen.ts';
import { stepsOf } from './steps.ts';

const Seen = z.object({ id: z.string() });

/**
 * A case is a duplicate only of one that the same person sees: else linking would tell whether a case exists.
 * @throws Refusal cases.linkUnknown (422)
 */
export async function linkedTo(
  client: Client,
  { agencyId, caseId }: { agencyId: string; caseId: string },
  by: string,
  other: unknown,
): Promise<void> {
  const accountId = by.replace(/^account:/, '');
  const asked = { agencyId, caseId: String(other), accountId };
  const found = other === caseId ? null : await maybe(client, sql.seen, asked, Seen);
  if (!found) throw new Refusal('cases.linkUnknown', 422);
}

/**
 * Attacker: who links cases to each other, and closes each as a duplicate of the next, so that none of them goes on.
 * @throws Refusal cases.linkClosed (422)
 */
export async function goesOnElsewhere(
  client: Client,
  { agencyId, caseId }: { agencyId: string; caseId: string },
): Promise<void> {
  const linked = (await stepsOf(client, agencyId, caseId)).findLast(({ what }) => what === 'linked');
  if (!linked) return;
  const last = (await stepsOf(client, agencyId, String(linked.data.case))).at(-1);
  if (last?.what === 'closed' && last.data.reason === 'duplicate') throw new Refusal('cases.linkClosed', 422);
}
