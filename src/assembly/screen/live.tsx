import { render } from 'preact-render-to-string';
import { agencyOn } from '../../agencies/index.ts';
import { campaignOf } from '../../campaigns/index.ts';
import { ceremonyHead } from '../../ceremonies/index.ts';
import type { Zone } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CeremonyCounts, ceremonyCounts } from '../counts.ts';
import { doorKey, nodeHmac } from '../door/door.ts';
import { passAt } from '../door/pass.ts';
import { Counts, countsSentence } from './counts.view.tsx';
import { type Screen, screensOf } from './screen.ts';

/** What an open screen is told, again and again. */
export interface Told {
  /** Where the screen stands: the number of its last move, and the card. */
  seq: number;
  step: string | null;
  /** Digest of the pinned text; another than the page's means that the page is old. */
  text: string;
  /** The figures as the page shows them, and as one sentence. */
  figures: string;
  say: string;
  /** The door's present pass, for browsers that cannot make it (no https). */
  pass: string;
}

interface Listener {
  screen: Screen;
  lang: Lang;
  hear(told: Told): void;
  end(): void;
}

/** What all screens of one ceremony share at one moment. */
interface Read {
  counts: CeremonyCounts;
  zone: Zone;
  text: string;
  at: Date;
  screens: Screen[];
}

/** Answers that go on cost a connection each: of one process, and of one screen (reloads leave some behind). */
const MOST = 500;
const MOST_OF_ONE = 20;
/** Three times as long as the question took, where that is more: tens of thousands of people are counted each time. */
const PAUSE_MS = 1000;
/** A round in which nothing changed is told all the same after so many: the page knows that we are there. */
const HEARTBEAT = 5;

export type Live = ReturnType<typeof createLive>;

/** One question a second for each ceremony with an open screen, however many screens listen. */
export function createLive(platform: Platform, log: (line: string) => void) {
  const ceremonies = new Map<string, Set<Listener>>();
  let stopped = false;

  async function rounds(listeners: Set<Listener>, key: string): Promise<void> {
    const told = new WeakMap<Listener, { text: string; round: number }>();
    for (let round = 0; listeners.size > 0; round += 1) {
      const [first] = listeners;
      const began = performance.now();
      const read = await readNow(platform, (first as Listener).screen).catch((error: Error) => {
        log(`screen ${key}: ${error.message}`);
        return null;
      });
      if (read) for (const listener of [...listeners]) tell(listener, read, round, told);
      const pause = Math.max(PAUSE_MS, 3 * (performance.now() - began));
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
    ceremonies.delete(key);
  }

  function tell(
    listener: Listener,
    read: Read,
    round: number,
    told: WeakMap<Listener, { text: string; round: number }>,
  ): void {
    const screen = read.screens.find(({ id }) => id === listener.screen.id);
    if (!screen) {
      listener.end();
      return;
    }
    const text = JSON.stringify([screen.seq, read.counts, read.text]);
    const last = told.get(listener);
    if (last?.text === text && round - last.round < HEARTBEAT) return;
    told.set(listener, { text, round });
    void toldOf(platform, screen, read, listener.lang).then((what) => listener.hear(what));
  }

  return {
    /** @returns how to leave. @throws Refusal screen.full (503) */
    listen(listener: Listener): () => void {
      const { agencyId, ceremonyId, id } = listener.screen;
      const key = `${agencyId}/${ceremonyId}`;
      const all = [...ceremonies.values()].reduce((sum, one) => sum + one.size, 0);
      const listeners = ceremonies.get(key) ?? new Set<Listener>();
      const own = [...listeners].filter(({ screen }) => screen.id === id).length;
      if (stopped || all >= MOST || own >= MOST_OF_ONE) throw new Refusal('screen.full', 503);
      listeners.add(listener);
      if (!ceremonies.has(key)) {
        ceremonies.set(key, listeners);
        void rounds(listeners, key);
      }
      return () => listeners.delete(listener);
    },

    /** The same once, for a page that asks by itself. */
    async once(screen: Screen, lang: Lang): Promise<Told> {
      return toldOf(platform, screen, await readNow(platform, screen), lang);
    },

    listening: () => [...ceremonies.values()].reduce((sum, one) => sum + one.size, 0),

    /** Ends every answer that goes on. */
    stop(): void {
      stopped = true;
      for (const listeners of ceremonies.values()) {
        for (const listener of [...listeners]) listener.end();
        listeners.clear();
      }
    },
  };
}

async function readNow({ pool, now }: Platform, { agencyId, ceremonyId }: Screen): Promise<Read> {
  const at = now();
  const head = await ceremonyHead(pool, agencyId, ceremonyId);
  const { pledge } = await campaignOf(pool, agencyId, head.campaignId);
  return {
    at,
    text: pledge?.digest ?? '',
    zone: (await agencyOn(pool, agencyId, null)).zone,
    counts: await ceremonyCounts(pool, { agencyId, ceremonyId, unitIds: null }),
    screens: await screensOf(pool, { agencyId, ceremonyId }, at),
  };
}

async function toldOf(platform: Platform, screen: Screen, read: Read, lang: Lang): Promise<Told> {
  const { counts, at, zone, text } = read;
  return {
    ...{ seq: screen.seq, step: screen.step, text },
    figures: render(<Counts lang={lang} counts={counts} at={at} zone={zone} />),
    say: countsSentence({ lang, counts }),
    pass: await passNow(platform, screen),
  };
}

export function passNow(platform: Platform, { doorCode, expiresAt }: Screen): Promise<string> {
  return passAt(nodeHmac, doorKey(platform, { code: doorCode, until: expiresAt }), platform.now());
}
