import { Refusal } from './refusal.ts';

/** How many go in one round, and how many may wait for theirs. */
export interface Room {
  most: number;
  waiting: number;
}

/** A result for each item, in their order; an Error is thrown to that caller alone. */
export type Round<Item, Result> = (items: Item[]) => Promise<(Result | Error)[]>;

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * What is asked together is done together, without a timer: when idle at once, that is with all that this turn of the
 * event loop brought; otherwise collected until the running round returns. A round that throws fails all its callers.
 * @returns a function that throws Refusal platform.busy (503), with nothing done, where too many wait
 */
export function gather<Item, Result>(
  round: Round<Item, Result>,
  { most, waiting }: Room,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let running = false;

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const part = queue.splice(0, most);
      try {
        const results = await round(part.map(({ item }) => item));
        part.forEach(({ resolve, reject }, i) => {
          const result = results[i] as Result | Error;
          if (result instanceof Error) reject(result);
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of part) reject(error);
      }
    }
    running = false;
  }

  return (item) => {
    if (queue.length >= waiting) return Promise.reject(new Refusal('platform.busy', 503));
    return new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (running) return;
      running = true;
      setImmediate(drain);
    });
  };
}
