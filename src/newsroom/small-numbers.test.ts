import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, STATES } from '../coverage/index.ts';
import { publicTotal, publicUnits, SMALL } from './small-numbers.ts';

const counts = (signed: number, audience: number): Counts => ({
  ...(Object.fromEntries(STATES.map((state) => [state, 0])) as Counts),
  signed,
  audience,
  notYet: audience - signed,
});
const unit = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([signed, rest]) => ({ counts: counts(signed, signed + rest) }));

const few = (n: number) => n > 0 && n < SMALL;

describe('publicTotal', () => {
  it.each([
    [214, 250, { kind: 'exact', signed: 214, audience: 250 }],
    [57, 60, { kind: 'at-least', signed: 56, audience: 60 }],
    [3, 60, { kind: 'under', audience: 60 }],
    [0, 60, { kind: 'exact', signed: 0, audience: 60 }],
    [60, 60, { kind: 'exact', signed: 60, audience: 60 }],
    [2, 4, { kind: 'withheld' }],
    [3, 6, { kind: 'withheld' }],
  ])('%i of %i', (signed, audience, said) => expect(publicTotal(counts(signed, audience))).toEqual(said));
});

describe('publicUnits', () => {
  it('shows no small number, and none can be had by subtraction', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 15 }), (rows) => {
        const { shown, hidden } = publicUnits(rows);
        expect(shown.length + hidden).toBe(rows.length);
        for (const row of shown) {
          expect(few(row.counts.signed)).toBe(false);
          expect(few(row.counts.audience - row.counts.signed)).toBe(false);
        }
        if (hidden === 0 || shown.length === 0) return;
        const left = rows.filter((row) => !shown.includes(row));
        const sum = (key: 'signed' | 'audience') => left.reduce((total, row) => total + row.counts[key], 0);
        expect(few(sum('signed')) || few(sum('audience') - sum('signed'))).toBe(false);
      }),
    );
  });
});
