import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_COUNT } from '../../coverage/index.ts';
import { TALLIES, unaccounted } from './data/tallies.ts';
import type { CaseFact } from './facts.ts';
import { countsBy, DIMENSION_IDS, DIMENSIONS, shareOf, spread, spreadOf } from './measures.ts';
import { ownReport } from './own-report.ts';
import { lastQuarter, quarterOf } from './quarters.ts';
import { band, batchesOf, mayTell, together } from './suppress.ts';

const fact = (more: Partial<CaseFact> = {}): CaseFact => ({
  agencyId: 'contoh',
  origin: 'report',
  mode: 'anonymous',
  sealedIn: 'browser',
  arrivedOn: '2026-01-05',
  stage: 'triage',
  kind: null,
  level: null,
  openedOn: null,
  decidedOn: null,
  closedOn: null,
  recommended: false,
  followedUp: false,
  reopened: false,
  stalled: false,
  overdue: false,
  ...more,
});

describe('measures', () => {
  it.each([
    [[], null, null],
    [[4], 4, 4],
    [[9, 1], 1, 9],
    [[3, 1, 2], 2, 3],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('median and 90th percentile of %j', (days, median, p90) => {
    expect(spread(days)).toEqual({ n: days.length, median, p90 });
  });

  it('count from the day of arrival, only what has happened', () => {
    const facts = [
      fact({ openedOn: '2026-01-07', decidedOn: '2026-03-01', closedOn: '2026-03-31' }),
      fact({ openedOn: '2026-01-05' }),
      fact(),
    ];
    expect(spreadOf(facts, 'open')).toEqual({ n: 2, median: 0, p90: 2 });
    expect(spreadOf(facts, 'decide')).toEqual({ n: 1, median: 55, p90: 55 });
    expect(spreadOf(facts, 'close')).toEqual({ n: 1, median: 85, p90: 85 });
  });

  it('are shares of those of whom it can be said', () => {
    const facts = [
      fact({ recommended: true, decidedOn: '2026-02-01', followedUp: true, stage: 'remedies' }),
      fact({ recommended: true, stage: 'decision', stalled: true, overdue: true }),
      fact({ stage: 'closed', closedOn: '2026-02-01' }),
      fact({ stage: 'verification', reopened: true }),
    ];
    expect(shareOf(facts, 'decided')).toEqual({ n: 1, of: 2 });
    expect(shareOf(facts, 'followedUp')).toEqual({ n: 1, of: 1 });
    expect(shareOf(facts, 'reopened')).toEqual({ n: 1, of: 2 });
    expect(shareOf(facts, 'stalled')).toEqual({ n: 1, of: 3 });
    expect(shareOf(facts, 'overdue')).toEqual({ n: 1, of: 4 });
  });

  it('count every case exactly once, and under a value that has a row', () => {
    const facts = [
      fact(),
      fact({ kind: 'photo', level: 'moral' }),
      fact({ origin: 'finding', mode: 'staff' }),
    ];
    for (const by of DIMENSION_IDS) {
      const counts = countsBy(facts, by);
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(facts.length);
      for (const value of counts.keys()) expect(DIMENSIONS[by].values).toContain(value);
    }
  });
});

describe('small numbers', () => {
  it('are never a row, and rows add up to all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(14), { maxLength: 9 }), (counts) => {
        const rows = together(new Map(counts.map((count, at) => [`v${at}`, count])));
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const { count } of rows) expect(count).toBeGreaterThanOrEqual(LEAST_COUNT);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total < LEAST_COUNT ? 0 : total);
      }),
    );
  });

  /** The attacker knows the rule, the exact total and every row, and thinks of all worlds that would be shown like this. */
  it('cannot be told from what is shown: more than one world looks the same', () => {
    const shownAs = new Map<string, number[][]>();
    for (let a = 0; a < 10; a += 1)
      for (let b = 0; b < 10; b += 1)
        for (let c = 0; c < 10; c += 1)
          for (let d = 0; d < 10; d += 1) {
            const world = [a, b, c, d];
            const rows = together(new Map(world.map((count, at) => [String(at), count])));
            // As exact as inside this file, without the steps of five that are put on top.
            const key = JSON.stringify([
              a + b + c + d,
              [...rows].sort((x, y) => ((x.id ?? '~') < (y.id ?? '~') ? -1 : 1)),
            ]);
            shownAs.set(key, [...(shownAs.get(key) ?? []), world]);
          }
    for (const [shown, worlds] of shownAs) {
      const total = JSON.parse(shown)[0] as number;
      // Below five nothing is shown of an institution at all, its total neither.
      if (total < LEAST_COUNT) continue;
      for (let at = 0; at < 4; at += 1) {
        const values = new Set(worlds.map((world) => world[at] as number));
        const [only] = values;
        if (values.size === 1) expect(only === 0 || (only as number) >= LEAST_COUNT, shown).toBe(true);
      }
    }
  });

  it('let an institution move by five or not at all, at the ends of quarters', () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 40 });
    fc.assert(
      fc.property(arrivals, (quarters) => {
        const facts = quarters.map((at) => fact({ arrivedOn: dayOf(at) }));
        let before = 0;
        for (let now = 0; now < 12; now += 1) {
          const known = facts.filter(({ arrivedOn }) => quarterOf(arrivedOn) <= quarterOf(dayOf(now)));
          const batches = batchesOf(known);
          const total = batches.reduce((sum, batch) => sum + batch.facts.length, 0);
          expect(total === before || total - before >= LEAST_COUNT).toBe(true);
          for (const batch of batches) expect(batch.facts.length).toBeGreaterThanOrEqual(LEAST_COUNT);
          before = total;
        }
      }),
    );
  });

  it('are written in steps of five, and shares only between enough', () => {
    expect([5, 9, 10, 14].map((count) => band(count))).toEqual([
      { least: 5, most: 9 },
      { least: 5, most: 9 },
      { least: 10, most: 14 },
      { least: 10, most: 14 },
    ]);
    expect(mayTell({ n: 5, of: 10 }, 10)).toBe(true);
    expect(mayTell({ n: 10, of: 10 }, 10)).toBe(true);
    expect(mayTell({ n: 6, of: 10 }, 10)).toBe(false);
    expect(mayTell({ n: 5, of: 10 }, 12)).toBe(false);
    expect(mayTell({ n: 4, of: 10 }, 20)).toBe(false);
  });
});

describe('a quarter', () => {
  it.each([
    ['2026-09-30T16:59:59Z', '2026-06-30'],
    ['2026-09-30T17:00:00Z', '2026-09-30'],
    ['2026-01-01T00:00:00Z', '2025-12-31'],
    ['2026-11-22T09:00:00Z', '2026-09-30'],
  ])('at %s the last one ended on %s', (now, asOf) => {
    expect(lastQuarter(new Date(now)).asOf).toBe(asOf);
  });
});

describe('what others counted', () => {
  it('is set side by side with its difference, never mended', () => {
    const left = Object.fromEntries(TALLIES.map((one) => [one.id, unaccounted(one)]));
    expect(left['pilkada-2024-bawaslu']).toBe(433 - 314 - 99);
    expect(left['pilkada-2024-bawaslu']).toBe(20);
    expect(left['pilkada-2024-kemendagri']).toBe(1158 - 1237);
    expect(left['pemilu-2024-kasn']).toBe(0);
    expect(left['pilkada-2020-proven']).toBeNull();
    expect(new Set(TALLIES.map(({ id }) => id)).size).toBe(TALLIES.length);
  });

  it('stands in every report, without being added to anything', () => {
    const report = ownReport('id', { name: 'Instansi Contoh', asOf: '2026-09-30', facts: [], exact: true });
    const others = report.sheets.find(({ key }) => key === 'others');
    expect(others?.total).toBeUndefined();
    expect(JSON.stringify(others?.rows)).toContain('20 tidak diterangkan');
    expect(JSON.stringify(others?.rows)).toContain('bagian melebihi jumlah sebanyak 79');
  });
});

function dayOf(quarter: number): string {
  return `${2024 + Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 2).padStart(2, '0')}-10`;
}
