import { expect, it } from 'vitest';
import type { CeremonyCounts } from '../counts.ts';
import { unitBars } from './unit-bars.ts';

const unit = (unitName: string, expected: number, present = 0, late = 0, signed = 0) =>
  ({ unitId: unitName, unitName, expected, present, late, signed }) as CeremonyCounts['byUnit'][number];
const lines = (units: CeremonyCounts['byUnit'], room = 6) =>
  unitBars(units, room).map(({ name, expected, present, signed }) => [name, expected, present, signed]);

it('shows units from the largest; those who came late are present', () => {
  expect(lines([unit('A', 5, 2, 1, 1), unit('B', 9, 9, 0, 4)])).toEqual([
    ['B', 9, 9, 4],
    ['A', 5, 3, 1],
  ]);
});

it('takes small units together, and so many with them that total minus shown tells nobody', () => {
  expect(lines([unit('A', 20), unit('B', 6, 6), unit('C', 2, 1)])).toEqual([
    ['A', 20, 0, 0],
    [null, 8, 7, 0],
  ]);
  expect(lines([unit('A', 3), unit('B', 1)])).toEqual([]);
  expect(lines([unit('A', 0), unit('B', 7)])).toEqual([['B', 7, 0, 0]]);
});

it('holds no more lines than the picture', () => {
  const many = Array.from({ length: 20 }, (_, i) => unit(`U${i}`, 10 + i));
  expect(lines(many)).toHaveLength(6);
  expect(lines(many).reduce((sum, [, expected]) => sum + Number(expected), 0)).toBe(390);
});
