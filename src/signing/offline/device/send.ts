import type { QueueAnswer } from '../shapes.ts';
import { signQueue } from './sign.ts';
import { changeDevice, type Kept, keptItems, readDevice, settle } from './store.ts';

/** Whether a network was there when it was last tried, and how much is not yet recorded. */
export interface Standing {
  network: boolean;
  waiting: number;
  refused: number;
  /** What the server says against the whole queue. */
  problem: string | null;
}

export interface Sender {
  /** Sends now what waits; with nothing waiting it asks whether the device is to forget, and who signed elsewhere. */
  send(): Promise<void>;
  /** Counts anew, after something was saved. */
  count(): Promise<void>;
  readonly standing: Standing;
}

export interface Hears {
  told(standing: Standing): void;
  answered(answer: QueueAnswer): Promise<void>;
  forget(): Promise<void>;
}

/** At most in one request: a bar of signal carries it, and a server's limit is far away. */
const MOST = 20;
const PATIENCE = 20_000;
/** Between two tries while something waits, and between two questions when nothing does. */
const [SOONEST, LATEST, IDLE] = [2000, 20_000, 60_000];

/**
 * Sends in order, each item until the server has answered for it; recorded twice it cannot be, for the server knows
 * its number. Needs no code: the items are sealed already, and the device's key signs while the list is locked.
 */
export function createSender(db: IDBDatabase, address: string, hears: Hears): Sender {
  let standing: Standing = { network: navigator.onLine, waiting: 0, refused: 0, problem: null };
  let pause = SOONEST;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const tell = (change: Partial<Standing>) => {
    standing = { ...standing, ...change };
    hears.told(standing);
  };
  const count = async () => {
    const items = await keptItems(db);
    const of = (state: Kept['state']) => items.filter((item) => item.state === state).length;
    tell({ waiting: of('waiting'), refused: of('refused') });
  };
  const again = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(send, after);
  };

  async function run(): Promise<void> {
    try {
      await inTurn(() => sendSome(db, address, hears));
      await count();
      tell({ network: true, problem: null });
      pause = SOONEST;
      // Something may have been saved since this sending was read.
      again(standing.waiting > 0 ? 0 : IDLE);
    } catch (error) {
      if (error instanceof Forgotten) return;
      // A server that answers is a network; only what it says stands in the way.
      tell(error instanceof Problem ? { network: true, problem: error.message } : { network: false });
      again(pause);
      pause = Math.min(pause * 2, LATEST);
    }
  }

  function send(): Promise<void> {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  addEventListener('online', () => void send());
  addEventListener('offline', () => tell({ network: false }));
  return {
    send,
    count,
    get standing() {
      return standing;
    },
  };
}

/** The server answered, but not with what was asked. */
class Problem extends Error {}
class Forgotten extends Error {}

/** One tab at a time. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('ikrar-antrean', work) : work();
}

async function sendSome(db: IDBDatabase, address: string, hears: Hears): Promise<void> {
  const device = await readDevice(db);
  if (!device) throw new Forgotten();
  const waiting = (await keptItems(db)).filter(({ state }) => state === 'waiting');
  const items = waiting.slice(0, MOST).map(({ seq, sealed }) => ({ seq, sealed }));
  const sent = await signQueue(device.privateKey, device, new Date().toISOString(), items);
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(sent),
    signal: AbortSignal.timeout?.(PATIENCE) ?? null,
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(answer.message ?? String(response.status));
  if (!Array.isArray(answer.items)) throw new TypeError('not the server');
  await settle(db, answer.items);
  if (answer.forget && answer.items.length === items.length && waiting.length === items.length) {
    await hears.forget();
    throw new Forgotten();
  }
  await hears.answered(answer);
  if (items.length > 0 && answer.items.length === 0) throw new Problem('');
}

/** A pack lives until its time; what waits to be sent outlives it. @returns whether nothing is left to keep */
export async function expire(db: IDBDatabase, now: Date): Promise<boolean> {
  const device = await readDevice(db);
  if (!device) return true;
  if (new Date(device.expires) > now) return false;
  const waiting = (await keptItems(db)).some(({ state }) => state === 'waiting');
  if (waiting && device.pack) await changeDevice(db, { pack: null, news: null });
  return !waiting;
}
