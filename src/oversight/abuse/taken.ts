/**
 * What was let in, so that the same again (a lost connection, the parts of a file) is not counted twice, and not without
 * end. Attacker: whoever sends one proof over and over to use up a channel.
 */
export function createTaken() {
  const held = new Map<string, { uses: number; until: number }>();

  function sweep(now: Date): void {
    for (const [token, { until }] of held) if (until < now.getTime()) held.delete(token);
  }

  let sweepAt = 4096;
  return {
    /** How often it came before; counts this time. 0: it was not let in yet, and `add` says that it is. */
    again(token: string): number {
      const one = held.get(token);
      if (!one) return 0;
      one.uses += 1;
      return one.uses - 1;
    },
    add(token: string, until: number, now: Date): void {
      held.set(token, { uses: 1, until });
      if (held.size < sweepAt) return;
      sweep(now);
      sweepAt = Math.max(4096, held.size * 2);
    },
  };
}
