import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

const ROOM = { most: 3, waiting: 5 };

/** A round that ends when the test says so. */
function held() {
  const rounds: { items: number[]; end(results: (number | Error)[]): void; fail(error: Error): void }[] = [];
  const ask = gather<number, number>(
    (items) => new Promise((end, fail) => rounds.push({ items, end, fail })),
    ROOM,
  );
  return { rounds, ask };
}
const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('gathering', () => {
  it('takes what came in one turn together, and what comes meanwhile in the next round, in order', async () => {
    const { rounds, ask } = held();
    const first = [ask(1), ask(2)];
    await turn();
    const next = [3, 4, 5, 6].map(ask);
    await turn();
    expect(rounds.map(({ items }) => items)).toEqual([[1, 2]]);
    rounds[0]?.end([10, 20]);
    expect(await Promise.all(first)).toEqual([10, 20]);
    expect(rounds[1]?.items).toEqual([3, 4, 5]);
    rounds[1]?.end([30, 40, 50]);
    await turn();
    rounds[2]?.end([60]);
    expect(await Promise.all(next)).toEqual([30, 40, 50, 60]);
    const later = ask(7);
    await turn();
    rounds[3]?.end([70]);
    expect(await later).toBe(70);
  });

  it('gives each its own error, and a failed round to all of it alone', async () => {
    const { rounds, ask } = held();
    const part = Promise.allSettled([ask(1), ask(2)]);
    await turn();
    const other = ask(3);
    rounds[0]?.end([1, new Error('mine')]);
    expect((await part).map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
    rounds[1]?.fail(new Error('all'));
    await expect(other).rejects.toThrow('all');
    const after = ask(4);
    await turn();
    rounds[2]?.end([4]);
    expect(await after).toBe(4);
  });

  it('refuses the one too many and answers all who wait', async () => {
    const { rounds, ask } = held();
    const running = ask(0);
    await turn();
    const waiting = [1, 2, 3, 4, 5].map(ask);
    await expect(ask(6)).rejects.toMatchObject({ code: 'platform.busy', status: 503 });
    for (const at of [0, 1, 2]) {
      await turn();
      rounds[at]?.end(rounds[at].items);
    }
    expect(await Promise.all([running, ...waiting])).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
