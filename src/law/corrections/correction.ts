import * as z from 'zod';
import { type Client, many, queries } from '../../platform/db/index.ts';
import sqlText from './corrections.sql';

export const sql = queries(sqlText);

const Correction = z.object({
  id: z.string(),
  /** 1, 2, 3…: the order in which they count. */
  seq: z.number(),
  instrumentId: z.string(),
  article: z.string().nullable(),
  field: z.string(),
  asShipped: z.boolean(),
  value: z.unknown(),
  why: z.string(),
  source: z.string(),
  /** The correction that this one undoes. */
  undoes: z.string().nullable(),
  /** The institution for which the officer acted. */
  agencyId: z.string(),
  by: z.string(),
  at: z.date(),
});
/** Who said what of the register, when, why, and after which source. */
export type Correction = z.output<typeof Correction>;

/** All of them, the oldest first. */
export function corrections(client: Client): Promise<Correction[]> {
  return many(client, sql.corrections, {}, Correction);
}
