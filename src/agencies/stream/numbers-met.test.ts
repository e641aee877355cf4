import { expect, it } from 'vitest';
import { createNumbersMet } from './numbers-met.ts';

it('knows each number once for each institution, however many there are', () => {
  const met = createNumbersMet();
  const number = (at: number) => String(190_101_011_925_011_000n + BigInt(at) * 7_919n);
  const all = Array.from({ length: 50_000 }, (_, at) => at);
  const fresh = () => all.filter((at) => met.add(1 + (at % 3), number(at))).length;
  expect([fresh(), fresh()]).toEqual([50_000, 0]);
  expect(met.add(4, number(5))).toBe(true);
  met.clear();
  expect(met.add(1, number(0))).toBe(true);
  expect(met.add(1, number(0))).toBe(false);
});
