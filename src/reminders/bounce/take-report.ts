import { z } from 'zod';
import { forAll, maybe, one, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { sql } from '../plan.ts';
import { readReport } from './report.ts';

/** `other`: no report, or not about a message of ours; `again`: marked before, or never sent. */
export type Taken = 'marked' | 'again' | 'delayed' | 'other';

const Marked = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  level: z.string(),
  target: z.string(),
});

/** Marks the message that a delivery report tells of; taken twice it is marked once. */
export async function takeReport(
  { pool, now }: Pick<Platform, 'pool' | 'now'>,
  source: Uint8Array,
): Promise<Taken> {
  const report = readReport(source);
  if (!report) return 'other';
  const { token, failed, status } = report;
  return forAll(() =>
    transaction(pool, async (client) => {
      const { known } = await one(client, sql.knownToken, { token }, z.object({ known: z.boolean() }));
      if (!known) return 'other';
      if (!failed) return 'delayed';
      const why = `bounced:${status ?? 'unknown'}`;
      const marked = await maybe(client, sql.markBounced, { token, why, now: now() }, Marked);
      if (!marked) return 'again';
      const { agencyId, campaignId, level, target: subject } = marked;
      const data = { campaignId, level, status };
      await happened(client, {
        ...{ agencyId, at: now(), actor: 'system', kind: 'reminders.bounced', subject, data },
      });
      return 'marked';
    }),
  );
}
