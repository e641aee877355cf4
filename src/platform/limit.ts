/** So many keys are remembered; of more, those whose last try was longest ago are forgotten. */
const MOST_KEYS = 50_000;

/**
 * A bucket of tries for each key, refilled evenly; in memory of one process, bounded in size.
 * `take` answers false when the bucket of the key is empty.
 */
export function createLimiter(size: number, refillMs: number) {
  const buckets = new Map<string, { left: number; at: number }>();

  function leftOf(key: string, now: Date): number {
    const held = buckets.get(key);
    return held ? Math.min(size, held.left + (now.getTime() - held.at) / refillMs) : size;
  }

  return {
    take(key: string, now: Date): boolean {
      const left = leftOf(key, now);
      if (left < 1) return false;
      // Deleted first, so that the oldest try stands first.
      buckets.delete(key);
      buckets.set(key, { left: left - 1, at: now.getTime() });
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value as string);
      return true;
    },
    /** Whether the next `take` would be refused; takes nothing. */
    isEmpty(key: string, now: Date): boolean {
      return leftOf(key, now) < 1;
    },
    /** A success gives the tries back. */
    forget(key: string): void {
      buckets.delete(key);
    },
  };
}
