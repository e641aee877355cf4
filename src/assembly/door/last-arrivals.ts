import { z } from 'zod';
import { STANDINGS } from '../../ceremonies/index.ts';
import { type Client, many } from '../../platform/db/index.ts';
import { sql } from './door.ts';

const Row = z.object({
  id: z.string(),
  /** null for a group, which has a count instead */
  name: z.string().nullable(),
  unitName: z.string(),
  employer: z.string(),
  standing: z.enum(STANDINGS),
  recordedAt: z.date(),
  count: z.number().nullable(),
  guest: z.boolean(),
});
export type LastArrival = z.output<typeof Row>;

/** The ten who were recorded last, newest first; guests among them. */
export function lastArrivals(
  client: Client,
  at: { agencyId: string; ceremonyId: string; unitIds: readonly string[] | null },
): Promise<LastArrival[]> {
  return many(client, sql.lastArrivals, { ...at }, Row);
}

/** Names of those who recorded something, by actor; devices have none. */
export async function actorNames(
  client: Client,
  at: { agencyId: string; campaignId: string },
  actors: readonly string[],
): Promise<Map<string, string>> {
  const rows = await many(client, sql.actorNames, { ...at, actors }, ActorRow);
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}

const ActorRow = z.object({ actor: z.string(), name: z.string() });
