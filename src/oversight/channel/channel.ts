import { z } from 'zod';
import { isClaimed } from '../../access/index.ts';
import { type Agency, agenciesOf } from '../../agencies/index.ts';
import { type Client, forAll, many, maybe, queries } from '../../platform/db/index.ts';
import sqlText from './channel.sql';

export const sql = queries(sqlText);

const Channel = z.object({
  state: z.enum(['open', 'closed']),
  keepDays: z.number(),
  by: z.string(),
  at: z.date(),
});

/** By the newest row; an institution without one has never opened a channel. */
export type Channel = z.output<typeof Channel>;

export async function channelOf(client: Client, agencyId: string): Promise<Channel | null> {
  return (await maybe(client, sql.channel, { agencyId }, Channel)) ?? null;
}

/** The institutions to which one may report here, by name; examples only while nobody owns the installation. */
export async function openAgencies(client: Client): Promise<Agency[]> {
  const ids = await forAll(() => many(client, sql.openAgencies, {}, z.object({ id: z.string() })));
  const all = await agenciesOf(
    client,
    ids.map(({ id }) => id),
  );
  return (await isClaimed(client)) ? all.filter(({ isExample }) => !isExample) : all;
}
