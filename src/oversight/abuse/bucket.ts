/** How fast a channel refills, and what an empty one asks for. */
export interface Rate {
  /** Sends that may come at once. */
  size: number;
  /** Milliseconds for one to come back. */
  refillMs: number;
}

export interface Buckets {
  /** What is left, 0..size; full where nothing was taken. */
  left(key: string, now: Date): number;
  /** Takes `cost`; never below nothing. */
  take(key: string, now: Date, cost: number): void;
}

/** Above so many keys the full ones are dropped, which changes no answer. */
const SWEEP_AT = 4096;

/**
 * A bucket for each channel, in memory of one process. Attacker: somebody who invents channels to fill the memory; each
 * costs a proof, and is forgotten once it has refilled.
 */
export function createBuckets({ size, refillMs }: Rate): Buckets {
  const held = new Map<string, { left: number; at: number }>();

  function left(key: string, now: Date): number {
    const one = held.get(key);
    if (!one) return size;
    return Math.min(size, one.left + Math.max(0, now.getTime() - one.at) / refillMs);
  }

  function sweep(now: Date): void {
    for (const key of held.keys()) if (left(key, now) >= size) held.delete(key);
  }

  return {
    left,
    take(key, now, cost) {
      held.set(key, { left: Math.max(0, left(key, now) - cost), at: now.getTime() });
      if (held.size > SWEEP_AT) sweep(now);
    },
  };
}

/** 0 while half of the bucket is left, then a step at a time, `steps` when it is empty. */
export function levelOf(left: number, size: number, steps: number): number {
  const used = 1 - (2 * left) / size;
  return used <= 0 ? 0 : Math.min(steps, Math.ceil(used * steps));
}
