/**
 * A bucket of tries for each key, refilled evenly; in memory of one process, bounded in size.
 * `take` answers false when the bucket of the key is empty.
 */
export function createLimiter(size: number, refillMs: number) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key: string, now: Date): boolean {
      if (buckets.size > 50_000) buckets.clear();
      const held = buckets.get(key) ?? { left: size, at: now.getTime() };
      const left = Math.min(size, held.left + (now.getTime() - held.at) / refillMs);
      if (left < 1) return false;
      buckets.set(key, { left: left - 1, at: now.getTime() });
      return true;
    },
    /** A success gives the tries back. */
    forget(key: string): void {
      buckets.delete(key);
    },
  };
}
