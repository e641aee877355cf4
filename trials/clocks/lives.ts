/** A small random generator (mulberry32), so that a year can be played again from its seed. */
export function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    under: (n: number) => Math.floor(next() * n),
    between: (a: number, b: number) => a + Math.floor(next() * (b - a + 1)),
    chance: (p: number) => next() < p,
  };
}
export type Dice = ReturnType<typeof dice>;

export interface Plan {
  what: string;
  /** Calendar days behind the step before. */
  after: number;
  data: Record<string, unknown>;
  /** Days from the step to the examination that it sets. */
  examIn?: number;
}

/** What happens to one case: mostly in time, sometimes late, sometimes never again. */
export function lifeOf(d: Dice, origin: 'report' | 'finding'): Plan[] {
  const gap = () => (d.chance(0.75) ? d.between(0, 6) : d.between(7, 35));
  const life: Plan[] = [];
  const then = (what: string, data = {}, after = gap()) => life.push({ what, after, data });
  const stops = () => d.chance(0.04);
  if (origin === 'report' && d.chance(0.9)) then('receipt-sent');
  if (stops()) return life;
  then('verified');
  if (stops()) return life;
  if (d.chance(0.3)) return [...life, { what: 'closed', after: gap(), data: { reason: 'not-a-violation' } }];
  examined(d, life, gap);
  if (stops()) return life;
  then('study-done');
  then('recommended', { from: 'team' });
  if (stops()) return life;
  then('decided', { level: d.chance(0.3) ? 'moral' : 'berat', sanction: 'contoh' });
  if (d.chance(0.3)) then('delivery-missed');
  if (stops()) return life;
  then(life.at(-1)?.what === 'delivery-missed' && d.chance(0.7) ? 'delivery-sent' : 'delivered');
  if (d.chance(0.25)) {
    then('objection-filed');
    if (stops()) return life;
    then('objection-decided', { outcome: 'upheld' });
  }
  if (stops()) return life;
  then('effective', {}, d.between(15, 30));
  then('closed', { reason: 'proven-and-sanctioned' });
  if (d.chance(0.1)) {
    then('reopened');
    if (d.chance(0.7)) then('verified');
  }
  return life;
}

function examined(d: Dice, life: Plan[], gap: () => number): void {
  for (const what of ['summoned-1', 'summoned-2']) {
    const examIn = d.between(5, 18);
    life.push({ what, after: gap(), data: {}, examIn });
    const came = d.chance(0.6);
    life.push({ what: came ? 'examined' : 'absent', after: examIn + d.between(0, 4), data: {} });
    if (came) return;
  }
}
