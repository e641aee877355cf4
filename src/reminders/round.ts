import { z } from 'zod';
import { exec, forAgency, forAll, many, one } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { rounds } from '../platform/rounds.ts';
import type { Channel } from './due.ts';
import { sql } from './plan.ts';
import { matterNow, type Turn, workThrough } from './shift.ts';

const MINUTE = 60_000;
/** Nobody else takes the turn meanwhile; renewed with each page of people. */
const TURN_MS = 5 * MINUTE;
/** After everybody was looked at: whoever becomes due by a change of the roster is found so much later. */
const IDLE_MS = 10 * MINUTE;
/** After the server, not one mailbox, refused or said nothing. */
const HALT_MS = 5 * MINUTE;
const CHANNELS: readonly Channel[] = ['mail', 'hook'];

type Log = (line: string) => void;

/** Sends what is due while the process lives, in turn with other processes. */
export function startReminders(platform: Platform, log: Log, everyMs = 30_000) {
  const ending = new AbortController();
  const round = () =>
    remind(platform, log, ending.signal).catch((error: Error) =>
      log(`reminders: the round failed, will try again: ${error.message}`),
    );
  const { stop } = rounds(round, everyMs);
  return {
    stop: () => {
      ending.abort();
      return stop();
    },
  };
}

const Running = z.object({ agencyId: z.string(), campaignId: z.string() });

/** One round over every institution. @returns how many messages were handed over */
export async function remind(
  platform: Platform,
  log: Log,
  ending: AbortSignal = new AbortController().signal,
): Promise<number> {
  const found = await forAll(() => many(platform.pool, sql.running, { now: platform.now() }, Running));
  let sent = 0;
  for (const campaign of found)
    for (const channel of CHANNELS)
      if (!ending.aborted)
        sent += await forAgency(campaign.agencyId, () =>
          take(platform, { ...campaign, channel }, log, ending),
        );
  return sent;
}

/** Crash point: the lease of the turn runs out, and each message under way has one of its own. */
async function take(platform: Platform, turn: Turn, log: Log, ending: AbortSignal): Promise<number> {
  const { pool, now } = platform;
  const until = (ms: number) => new Date(now().getTime() + ms);
  if (!(await matterNow(platform, turn))) return 0;
  if ((await exec(pool, sql.takeTurn, { ...turn, now: now(), until: until(TURN_MS) })) === 0) return 0;
  const hold = (end: Date, haltedWhy: string | null) =>
    exec(pool, sql.holdTurn, { ...turn, until: end, haltedWhy });
  const { sent, halted } = await workThrough(platform, turn, ending, () => hold(until(TURN_MS), null));
  const idle = ending.aborted ? now() : await nextLook(platform, turn, until(IDLE_MS));
  await hold(halted === null ? idle : until(HALT_MS), halted);
  if (halted !== null) log(`reminders by ${turn.channel} of ${turn.campaignId} wait: ${halted}`);
  return sent;
}

/** When the turn is taken again: after a while, or when a message that failed for now is tried once more. */
async function nextLook({ pool, now }: Platform, turn: Turn, latest: Date): Promise<Date> {
  const { at } = await one(pool, sql.nextTry, { ...turn, now: now() }, z.object({ at: z.date().nullable() }));
  return at && at < latest ? at : latest;
}
