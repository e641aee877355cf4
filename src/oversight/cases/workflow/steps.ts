import { z } from 'zod';
import { type Client, many } from '../../../platform/db/index.ts';
import { sql } from '../seen.ts';
import { STAGES, type Step, WHATS } from '../stages.ts';

/** A step as it is read from the table. */
export const StepFields = z.object({
  n: z.number(),
  stage: z.enum(STAGES),
  what: z.enum(WHATS as [Step['what'], ...Step['what'][]]),
  onDate: z.string(),
  basis: z.array(z.string()),
  data: z.record(z.string(), z.unknown()),
  by: z.string(),
  at: z.date(),
});
const Row = StepFields.extend({ hasNote: z.boolean() });
export type StepRow = z.output<typeof Row>;

/** The steps of a case in the order in which they were written down. Who may see them is for the caller to ask. */
export function stepsOf(client: Client, agencyId: string, caseId: string): Promise<StepRow[]> {
  return many(client, sql.steps, { agencyId, caseId }, Row);
}
