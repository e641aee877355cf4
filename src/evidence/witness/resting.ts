const FIRST_MS = 1000;
const MOST_MS = 60_000;

/** Who did not answer well is left alone for a while, each time twice as long, up to a minute. */
export class Resting {
  readonly #until = new Map<string, { at: number; ms: number }>();

  rests(key: string, now: Date): boolean {
    return (this.#until.get(key)?.at ?? 0) > now.getTime();
  }

  /** @returns whether it had been well until now */
  failed(key: string, now: Date): boolean {
    const before = this.#until.get(key);
    const ms = Math.min(before ? before.ms * 2 : FIRST_MS, MOST_MS);
    this.#until.set(key, { at: now.getTime() + ms, ms });
    return before === undefined;
  }

  /** @returns whether it had not been well until now */
  well(key: string): boolean {
    return this.#until.delete(key);
  }
}
