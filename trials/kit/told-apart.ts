/** How well two lots of times can be told apart by whoever watches them. */
export interface Apart {
  /** Of Mann and Whitney, with the normal approximation: beyond 4 hardly ever by chance. */
  z: number;
  /** Share of the second half that a threshold learnt on the first half sorts rightly; 0.5 is a coin. */
  accuracy: number;
}

export function toldApart(a: readonly number[], b: readonly number[]): Apart {
  return { z: mannWhitney(a, b), accuracy: byThreshold(a, b) };
}

function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((value) => ({ value, own: true })), ...b.map((value) => ({ value, own: false }))];
  all.sort((x, y) => x.value - y.value);
  const ranks = all.reduce((sum, { own }, at) => sum + (own ? at + 1 : 0), 0);
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const mean = (a.length * b.length) / 2;
  return (u - mean) / Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
}

function byThreshold(a: readonly number[], b: readonly number[]): number {
  const half = (values: readonly number[], which: 0 | 1) => values.filter((_, at) => at % 2 === which);
  const [learnA, learnB] = [half(a, 0), half(b, 0)];
  const shareRight = (x: readonly number[], y: readonly number[], limit: number) =>
    (x.filter((value) => value <= limit).length / x.length +
      y.filter((value) => value > limit).length / y.length) /
    2;
  let best = { limit: 0, right: 0, turned: false };
  for (const limit of [...learnA, ...learnB]) {
    const right = shareRight(learnA, learnB, limit);
    if (Math.max(right, 1 - right) > best.right)
      best = { limit, right: Math.max(right, 1 - right), turned: right < 0.5 };
  }
  const tried = shareRight(half(a, 1), half(b, 1), best.limit);
  return best.turned ? 1 - tried : tried;
}
