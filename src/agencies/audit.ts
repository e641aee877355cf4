import * as z from 'zod';
import { type Client, many, one } from '../platform/db/index.ts';
import { sql } from './sql.ts';

const Event = z.object({
  id: z.string(),
  at: z.date(),
  /** account:ID, person:ID, tablet:ID, door:CODE, system */
  actor: z.string(),
  actorName: z.string().nullable(),
  kind: z.string(),
  subject: z.string(),
  data: z.record(z.string(), z.unknown()),
});
/** One line of an institution's audit trail. */
export type AuditEvent = z.output<typeof Event>;

/** The newest first. */
export async function eventsOf(
  client: Client,
  agencyId: string,
  limits: { limit: number; offset: number },
): Promise<{ events: AuditEvent[]; total: number }> {
  const { count } = await one(client, sql.countEvents, { agencyId }, z.object({ count: z.number() }));
  return { events: await many(client, sql.events, { agencyId, ...limits }, Event), total: count };
}
