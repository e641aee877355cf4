import { z } from 'zod';
import {
  type Client,
  exec,
  forAgency,
  forAll,
  type Log,
  many,
  transaction,
} from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import { lastFigure, shownOf } from './shown.ts';
import { sql } from './sql.ts';
import { nextFigures, sumRows } from './suppress.ts';

const HOUR = 3_600_000;

/**
 * Once an hour what everybody may see is made anew. Two processes that do it at once make the same; the second row of an
 * hour is refused by its key.
 */
export function startOpenFigures(platform: Platform, log: Log): { stop(): Promise<void> } {
  let done = 0;
  const round = async () => {
    const hour = hourOf(platform.now()).getTime();
    if (hour === done) return;
    await refreshAll(platform)
      .then(() => {
        done = hour;
      })
      .catch((error: Error) => log(`Public figures could not be made: ${error.message}`));
  };
  const first = round();
  const going = rounds(round, 60_000);
  return { stop: () => first.then(() => going.stop()) };
}

/** Every campaign that is shown; a closed one until two hours after it closed. */
export async function refreshAll({ pool, now }: Pick<Platform, 'pool' | 'now'>): Promise<void> {
  const at = now();
  const shown = await forAll(() => shownOf(pool, {}));
  const moving = shown.filter(
    ({ closedAt, asOf }) =>
      asOf === null || closedAt === null || closedAt.getTime() + 2 * HOUR > at.getTime(),
  );
  for (const { id, campaignId } of moving)
    await forAgency(id, () =>
      transaction(pool, (client) => refreshFigures(client, id, campaignId, at), {
        mode: 'isolation level repeatable read',
      }),
    );
}

/** Writes a row only where something moved. */
export async function refreshFigures(
  client: Client,
  agencyId: string,
  campaignId: string,
  now: Date,
): Promise<void> {
  const asOf = hourOf(now);
  const last = await lastFigure(client, agencyId, campaignId);
  if (last && last.asOf >= asOf) return;
  const cells = await many(client, sql.cells, { agencyId, campaignId }, Cell);
  const next = nextFigures(last?.body ?? null, cells, asOf.toISOString());
  if (last && next === last.body) return;
  const total = next.units.length > 0 ? sumRows(next.units) : { audience: null, signed: null };
  const row = { agencyId, campaignId, asOf, ...total, body: JSON.stringify(next) };
  await exec(client, sql.addFigure, row);
}

const Cell = z.object({
  unitId: z.string(),
  category: z.string(),
  audience: z.number(),
  signed: z.number(),
});

/** Minutes would let somebody who watches tell one signature from the next. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR) * HOUR);
}
