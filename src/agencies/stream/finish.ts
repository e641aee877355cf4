import type { Pool } from 'pg';
import * as z from 'zod';
import { analyze, exec, many, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { proposeMoves } from '../moves/propose.ts';
import { type Load, NATION, sumsOf } from './load.ts';
import { sql } from './sql.ts';

export interface Ending {
  load: Pick<Load, 'agencyId' | 'id' | 'fileName'>;
  by: string;
}

/** The file came to its end: says so to each institution that it named, once, and looks who stands on two rosters now. */
export async function finish(pool: Pool, { load, by }: Ending, now: Date): Promise<void> {
  const { agencyId, id: loadId, fileName } = load;
  const sums = await sumsOf(pool, agencyId, loadId);
  const touched = await many(pool, sql.touchedAgencies, { agencyId, loadId }, z.object({ id: z.string() }));
  const data =
    agencyId === NATION
      ? { fileName }
      : { fileName, rows: sums.good, added: sums.added, changed: sums.changed, refused: sums.bad };
  await transaction(pool, async (client) => {
    const end = { agencyId, loadId, outcome: 'done', code: null, params: {}, by, now };
    if ((await exec(client, sql.addEnd, end)) === 0) return;
    for (const { id } of touched)
      await happened(client, {
        agencyId: id,
        at: now,
        actor: by,
        kind: 'roster.loaded',
        subject: loadId,
        data,
      });
  });
  await analyze(pool, 'agencies.unit');
  await analyze(pool, 'agencies.person');
  await proposeMoves(pool, agencyId === NATION ? null : agencyId, now);
}

/** The load ends without the rest of its file: given up by somebody, or the file cannot be read. */
export async function giveUp(
  pool: Pool,
  { load, by }: Ending,
  why: { outcome: 'stopped' | 'refused'; code: string | null; params: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await exec(pool, sql.addEnd, { agencyId: load.agencyId, loadId: load.id, ...why, by, now });
}
