import { z } from 'zod';
import { type Client, maybe } from '../platform/db/index.ts';
import { sql } from './store.ts';

/** By which kind of rule. A court's order and a mistake do not wait for the retention period; a hold stops all four. */
export const WHYS = ['asked', 'period', 'court', 'mistake'] as const;
export type Why = (typeof WHYS)[number];

const Erasure = z.object({ idx: z.number(), why: z.enum(WHYS), at: z.date() });
/** What remains of an erased record, beside its entry: where it stands, when and by which kind of rule it went. */
export type Erasure = z.output<typeof Erasure>;

export function erasureOf(client: Client, agencyId: string, receipt: string): Promise<Erasure | null> {
  return maybe(client, sql.erasureByReceipt, { agencyId, receipt }, Erasure);
}
