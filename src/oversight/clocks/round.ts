import { z } from 'zod';
import { agencyOn } from '../../agencies/index.ts';
import { exec, forAgency, forAll, many } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import { fireCase } from './fire.ts';
import { firedOf, groundOf, ownDaysOf } from './ground.ts';
import { sendNotices } from './notices.ts';
import { sql } from './sql.ts';
import { keyOfFired, untold } from './untold.ts';

const MINUTE = 60_000;
/** Nobody else goes through an institution's cases meanwhile. Were it too short, each firing would still be once. */
const TURN_MS = 5 * MINUTE;
const IDLE_MS = 10 * MINUTE;
/** How long a closed case is still looked at: whoever was down for less owes nothing afterwards. */
const CLOSED_MS = 40 * 24 * 60 * MINUTE;

type Log = (line: string) => void;

/** Tells what is due, overdue or stalled while the process lives; several processes may. */
export function startCaseClocks(platform: Platform, log: Log, everyMs = 30_000) {
  const ending = new AbortController();
  const round = () =>
    clockRound(platform, log, ending.signal).catch((error: Error) =>
      log(`case clocks: the round failed, will try again: ${error.message}`),
    );
  const { stop } = rounds(round, everyMs);
  return {
    stop: () => {
      ending.abort();
      return stop();
    },
  };
}

/** One round over every institution. @returns how many moments were told that had not been told before */
export async function clockRound(
  platform: Platform,
  log: Log,
  ending: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { pool } = platform;
  const found = await forAll(() => many(pool, sql.agencies, {}, z.object({ id: z.string() })));
  let told = 0;
  for (const { id } of found)
    if (!ending.aborted) told += await forAgency(id, () => takeTurn(platform, id, log, ending));
  return told;
}

/** Crash point: the lease runs out, and what was told has its row; the next one goes on behind it. */
async function takeTurn(
  platform: Platform,
  agencyId: string,
  log: Log,
  ending: AbortSignal,
): Promise<number> {
  const { pool, now } = platform;
  const at = (ms: number) => new Date(now().getTime() + ms);
  const turn = { agencyId, now: now(), until: at(TURN_MS), farthest: at(IDLE_MS + MINUTE) };
  if ((await exec(pool, sql.takeTurn, turn)) === 0) return 0;
  const told = await tellAll(platform, agencyId, log, ending);
  await sendNotices(platform, agencyId, log, ending);
  await exec(pool, sql.holdTurn, { agencyId, until: ending.aborted ? now() : at(IDLE_MS) });
  return told;
}

/** All that is owed in an institution and was not told. A case that cannot be told of does not keep the others waiting. */
async function tellAll(
  platform: Platform,
  agencyId: string,
  log: Log,
  ending: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { pool, now } = platform;
  const agency = await agencyOn(pool, agencyId, null);
  const own = await ownDaysOf(pool, agencyId);
  const closedSince = new Date(now().getTime() - CLOSED_MS);
  const cases = await groundOf(pool, { agencyId, caseIds: null, closedSince });
  const fired = new Set((await firedOf(pool, agencyId, null)).map(keyOfFired));
  let told = 0;
  for (const one of cases) {
    if (ending.aborted) break;
    if (untold(one, own, dateIn(now(), agency.zone), fired).length === 0) continue;
    told += await fireCase(platform, agency, one.caseId, own).catch((error: Error) => {
      log(`case clocks: ${one.caseId} will be tried again: ${error.message}`);
      return 0;
    });
  }
  return told;
}
