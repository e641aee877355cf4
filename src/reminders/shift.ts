import { setTimeout as sleep } from 'node:timers/promises';
import { unitsBelow } from '../agencies/index.ts';
import type { Platform } from '../platform/platform.ts';
import { type Desk, deskOf } from './desk.ts';
import { type Addressee, type Channel, type Due, duePeople, dueStaff } from './due.ts';
import { type Matter, matterOf } from './matter.ts';
import { addressHash, claim, type Outcome, settle } from './message.ts';
import { gateAt } from './schedule.ts';

/** One channel of one campaign. */
export interface Turn {
  agencyId: string;
  campaignId: string;
  channel: Channel;
}

/** What to send now, as the plan stands at this moment; null where nothing may be sent by that channel. */
export async function matterNow(platform: Platform, turn: Turn): Promise<Matter | null> {
  const { config, now } = platform;
  const matter = await matterOf(platform, turn.agencyId, turn.campaignId);
  if (!matter?.plan.isOn) return null;
  const on = turn.channel === 'mail' ? matter.plan.byMail && config.mail : matter.plan.hookUrl;
  return on && gateAt(now(), matter.terms).open ? matter : null;
}

interface Worked {
  sent: number;
  /** Why the server takes nothing now; null when everybody was worked through, or the hours or the process ended. */
  halted: string | null;
}

const PAGE = 50;

/** Works once through whoever is due. @param kept called after each page of people, to stay the one who does */
export async function workThrough(
  platform: Platform,
  turn: Turn,
  ending: AbortSignal,
  kept: () => Promise<unknown>,
): Promise<Worked> {
  const { pool, now } = platform;
  const desk = deskOf(platform, turn.channel);
  const hand = createHand(platform, turn.channel, desk, ending);
  try {
    for (let after = ''; ; ) {
      const matter = await matterNow(platform, turn);
      if (!matter) return hand.worked(null);
      const people = await duePeople(pool, { ...matter, now: now() }, turn.channel, after, PAGE);
      const end = await hand.toEach(
        matter,
        people.map((due) => ({ ...due, level: 'person' as const })),
      );
      if (end) return end;
      await kept();
      if (people.length === PAGE) after = (people.at(-1) as Due).target;
      else if (turn.channel === 'hook') return hand.worked(null);
      else {
        const below = (ids: string[]) => unitsBelow(pool, turn.agencyId, ids);
        const staff = await dueStaff(pool, { ...matter, now: now() }, below);
        return (await hand.toEach(matter, staff)) ?? hand.worked(null);
      }
    }
  } finally {
    desk.close();
  }
}

/** Hands over one message after the other, at the pace of the desk. */
function createHand(platform: Platform, channel: Channel, desk: Desk, ending: AbortSignal) {
  const { now } = platform;
  const pace = createPace(desk.perMinute, ending);
  let sent = 0;
  const worked = (halted: string | null): Worked => ({ sent, halted });

  async function toOne(matter: Matter, due: Addressee, address: string): Promise<Outcome | null> {
    const claimed = await claim(platform, { ...matter, now: now() }, { ...due, channel, address });
    if (!claimed) return null;
    const outcome = await desk.send(matter, due, claimed, address);
    await settle(platform, claimed, outcome);
    return outcome;
  }

  return {
    worked,
    /** Null when all were tried. */
    async toEach(matter: Matter, addressees: readonly Addressee[]): Promise<Worked | null> {
      for (const due of addressees) {
        const address = (channel === 'mail' ? due.address : matter.plan.hookUrl) ?? '';
        if (due.deadHash?.equals(addressHash(platform, address))) continue;
        await pace();
        // The evening may have come meanwhile, or the end of this process.
        if (ending.aborted || !gateAt(now(), matter.terms).open) return worked(null);
        const outcome = await toOne(matter, due, address);
        if (outcome?.ok) sent += 1;
        else if (outcome?.fault === 'server') return worked(outcome.why);
      }
      return null;
    },
  };
}

/** Waits so that no more than so many begin in a minute; by the clock of the wall, which tests of dates do not move. */
function createPace(perMinute: number, ending: AbortSignal): () => Promise<void> {
  let next = 0;
  return async () => {
    const wait = next - performance.now();
    next = Math.max(performance.now(), next) + 60_000 / perMinute;
    if (wait > 0) await sleep(wait, undefined, { signal: ending }).catch(() => undefined);
  };
}
