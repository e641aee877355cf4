import type { Held } from './judge.ts';
import type { Refused } from './refused.ts';
import type { Witness } from './witness.ts';

export interface WatchedLog {
  origin: string;
  held: Held;
  /** Proofs first, then the newest. */
  refused: (Refused & { open: boolean })[];
}

/**
 * What this witness has seen, by log. A split view stays open for ever: both heads are proof. What anybody could have
 * caused by sending something old or unfinished is open until the log goes on from the head that was held.
 */
export function watchedLogs({ heads, refused }: Pick<Witness, 'heads' | 'refused'>): WatchedLog[] {
  const byOrigin = Map.groupBy(refused.all(), ({ origin }) => origin);
  const logs = heads.all().map(([origin, held]) => ({
    origin,
    held,
    refused: (byOrigin.get(origin) ?? [])
      .map((one) => ({ ...one, open: one.kind === 'split-view' || !goneOnAfter(one, held) }))
      .reverse()
      .sort((a, b) => Number(b.kind === 'split-view') - Number(a.kind === 'split-view')),
  }));
  return logs.sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.origin < b.origin ? -1 : 1));
}

export function isOpen(log: WatchedLog): boolean {
  return log.refused.some(({ open }) => open);
}

/** Only a larger head counts: the one that was held can be sent again by anybody. */
function goneOnAfter(one: Refused, held: Held): boolean {
  return held.size > one.heldSize;
}
