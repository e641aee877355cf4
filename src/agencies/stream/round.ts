import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as z from 'zod';
import { exec, forAgency, forAll, many } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { rounds } from '../../platform/rounds.ts';
import { agencyOn } from '../agency.ts';
import { finish, giveUp } from './finish.ts';
import { loadOf, runLoad } from './load.ts';
import { sql } from './sql.ts';
import { uploadPath } from './upload.ts';
import { LEASE_MS, LeaseLost } from './write-part.ts';

const Waiting = z.object({ agencyId: z.string(), id: z.string(), path: z.string() });
const EVERY_MS = 1_000;
/** A load that fails so often by no fault of its file is given up, so that it does not fail for ever. */
const MOST_FAULTS = 5;

/**
 * Loads the rosters that came over the web, one after the other. Any number of processes may: a load is its lease's, and
 * only a process that has the file takes it. Killed, it goes on at the last part when the lease ran out.
 */
export function startRosterLoads(platform: Platform, log: (line: string) => void): { stop(): Promise<void> } {
  const faults = new Map<string, number>();
  let stopping = false;
  const work = rounds(async () => {
    try {
      const now = platform.now();
      const waiting = await forAll(() => many(platform.pool, sql.waitingLoads, { now }, Waiting));
      for (const load of waiting.filter(({ id }) => existsSync(uploadPath(platform, id)))) {
        if (stopping) return;
        await forAgency(load.agencyId, () => loadUpload(platform, load, () => stopping)).catch(
          async (error) => {
            if (error instanceof LeaseLost) return;
            log(`roster load ${load.id}: ${(error as Error).message}`);
            const count = (faults.get(load.id) ?? 0) + 1;
            faults.set(load.id, count);
            if (count >= MOST_FAULTS) await forAgency(load.agencyId, () => abandon(platform, load));
          },
        );
      }
    } catch (error) {
      log(`roster loads: ${(error as Error).message}`);
    }
  }, EVERY_MS);
  return {
    stop() {
      stopping = true;
      return work.stop();
    },
  };
}

type Upload = z.output<typeof Waiting>;

async function loadUpload(
  platform: Platform,
  { agencyId, id }: Upload,
  stopping: () => boolean,
): Promise<void> {
  const { pool, now } = platform;
  const load = await loadOf(pool, agencyId, id, now());
  if (!load || load.outcome) return;
  const holder = `${hostname()}:${process.pid}`;
  const until = new Date(now().getTime() + LEASE_MS);
  if ((await exec(pool, sql.takeLease, { agencyId, loadId: id, holder, until, now: now() })) === 0) return;
  const path = uploadPath(platform, id);
  const { zone } = await agencyOn(pool, agencyId, null);
  const ending = { load, by: load.startedBy };
  try {
    const today = dateIn(now(), zone);
    if (await runLoad(pool, { load, path, holder, today, now, stopping })) await finish(pool, ending, now());
    else await exec(pool, sql.freeLease, { agencyId, loadId: id, holder });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params = {} } = error;
    await giveUp(pool, ending, { outcome: 'refused', code, params }, now());
  }
  if ((await loadOf(pool, agencyId, id, now()))?.outcome) await rm(path, { force: true });
}

async function abandon(platform: Platform, { agencyId, id }: Upload): Promise<void> {
  const { pool, now } = platform;
  const load = await loadOf(pool, agencyId, id, now());
  if (!load) return;
  const why = { outcome: 'stopped', code: 'agencies.stream.fault', params: {} } as const;
  await giveUp(pool, { load, by: 'system' }, why, now());
  await rm(uploadPath(platform, id), { force: true });
}
