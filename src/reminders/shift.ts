import { setTimeout as sleep } from 'node:timers/promises';
import { unitsBelow } from '../agencies/index.ts';
import type { Platform } from '../platform/platform.ts';
import { deskOf } from './desk.ts';
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

const PAGE = 50;

/** Works through whoever is due by one channel of one campaign, once. */
export function createShift(
  platform: Platform,
  { agencyId, campaignId, channel }: Turn,
  ending: AbortSignal,
) {
  const { pool, now } = platform;
  let sent = 0;

  /** What is to be sent now, as the plan stands at this moment; null where nothing may be. */
  async function matter(): Promise<Matter | null> {
    const found = await matterOf(platform, agencyId, campaignId);
    const { config } = platform;
    const on =
      found?.plan.isOn && (channel === 'mail' ? found.plan.byMail && config.mail : found.plan.hookUrl);
    return found && on && gateAt(now(), found.terms).open ? found : null;
  }

  return {
    sent: () => sent,
    isDue: async () => (await matter()) !== null,

    /** @param kept called after each page of people @returns why the server takes nothing now, or null */
    async work(kept: () => Promise<unknown>): Promise<string | null> {
      const desk = deskOf(platform, channel);
      const pace = createPace(desk.perMinute, ending);
      try {
        for (let after = ''; ; ) {
          const about = await matter();
          if (!about) return null;
          const people = await duePeople(pool, { ...about, now: now() }, channel, after, PAGE);
          const halted = await each(
            about,
            people.map((due) => ({ ...due, level: 'person' as const })),
          );
          if (halted !== null) return halted;
          await kept();
          if (people.length === PAGE) after = (people.at(-1) as Due).target;
          else return channel === 'mail' ? await staff(about) : null;
        }
      } finally {
        desk.close();
      }

      async function staff(about: Matter): Promise<string | null> {
        const below = (ids: string[]) => unitsBelow(pool, agencyId, ids);
        return each(about, await dueStaff(pool, { ...about, now: now() }, below));
      }

      async function each(about: Matter, addressees: readonly Addressee[]): Promise<string | null> {
        for (const due of addressees) {
          const address = (channel === 'mail' ? due.address : about.plan.hookUrl) ?? '';
          if (due.deadHash?.equals(addressHash(platform, address))) continue;
          await pace();
          // The evening may have come meanwhile, or the end of this process.
          if (ending.aborted || !gateAt(now(), about.terms).open) return null;
          const outcome = await one(about, due, address);
          if (outcome?.ok) sent += 1;
          else if (outcome?.fault === 'server') return outcome.why;
        }
        return null;
      }

      async function one(about: Matter, due: Addressee, address: string): Promise<Outcome | null> {
        const claimed = await claim(platform, { ...about, now: now() }, { ...due, channel, address });
        if (!claimed) return null;
        const outcome = await desk.send(about, due, claimed, address);
        await settle(platform, claimed, outcome);
        return outcome;
      }
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
