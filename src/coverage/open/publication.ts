import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { forget } from './read-open.ts';
import { refreshFigures } from './refresh.ts';
import { shownOf } from './shown.ts';
import { sql } from './sql.ts';

const Decision = z.object({
  id: z.string(),
  published: z.boolean(),
  reason: z.string(),
  by: z.string(),
  decidedAt: z.date(),
});
export type Decision = z.output<typeof Decision>;

/** Every decision about showing the figures to everybody, the newest first, which counts. */
export function decisionsOf(client: Client, agencyId: string): Promise<Decision[]> {
  return many(client, sql.decisions, { agencyId }, Decision);
}

export interface NewDecision {
  readonly agencyId: string;
  readonly published: boolean;
  readonly reason: string;
  readonly by: string;
}

/**
 * Shows the figures from now on, or hides them. What is shown first is counted in the same transaction.
 * @throws Refusal open.reasonMissing
 */
export async function decide(pool: Pool, decision: NewDecision, now: Date): Promise<void> {
  const { agencyId, published, by } = decision;
  const reason = decision.reason.trim();
  if (reason === '') throw new Refusal('open.reasonMissing');
  await transaction(pool, async (client: ClientBase) => {
    const id = newId(now);
    await exec(client, sql.addDecision, { agencyId, id, published, reason, by, now });
    const kind = published ? 'figures.published' : 'figures.hidden';
    await happened(client, { agencyId, at: now, actor: by, kind, subject: agencyId, data: { reason } });
    for (const shown of await shownOf(client, { agencyId }))
      await refreshFigures(client, agencyId, shown.campaignId, now);
  });
  forget(pool);
}
