import { z } from 'zod';
import { type Client, many, queries } from '../../platform/db/index.ts';
import { STAGES } from '../cases/stages.ts';
import sqlText from './figures.sql';

export const sql = queries(sqlText);

const CaseFact = z.object({
  agencyId: z.string(),
  origin: z.enum(['report', 'finding']),
  mode: z.enum(['identified', 'confidential', 'anonymous', 'staff']),
  sealedIn: z.enum(['browser', 'server']),
  arrivedOn: z.string(),
  stage: z.enum(STAGES),
  /** Of the newest classification; null: not classified yet. */
  kind: z.string().nullable(),
  /** Of the decision, before one of the newest classification; null: none, or sources disagree. */
  level: z.string().nullable(),
  openedOn: z.string().nullable(),
  decidedOn: z.string().nullable(),
  /** null while it is open, also when opened again. */
  closedOn: z.string().nullable(),
  recommended: z.boolean(),
  followedUp: z.boolean(),
  reopened: z.boolean(),
  stalled: z.boolean(),
  overdue: z.boolean(),
});
/** All that figures are made of: one case by its codes and days. */
export type CaseFact = z.output<typeof CaseFact>;

/** What was known before that moment of cases that had come by that day. */
export interface AsOf {
  readonly asOf: string;
  readonly before: Date;
}

export function factsOf(
  client: Client,
  agencyIds: readonly string[],
  { asOf, before }: AsOf,
): Promise<CaseFact[]> {
  return many(client, sql.facts, { agencyIds, asOf, before }, CaseFact);
}
