import { describe, expect, it } from 'vitest';
import {
  determinationOf,
  ELECTIONS,
  electionsFor,
  findElection,
  findRegion,
  REGIONS,
  stageOn,
} from './index.ts';

const pemilu = findElection('pemilu-2024')!;
const pilkada = findElection('pilkada-2024')!;
const bangka = findElection('pilkada-ulang-2025-bangka')!;

describe('stageOn', () => {
  it.each([
    ['2023-11-02', 'before-determination'],
    ['2023-11-03', 'determined'],
    ['2023-11-27', 'determined'],
    ['2023-11-28', 'campaign'],
    ['2024-02-10', 'campaign'],
    ['2024-02-11', 'quiet'],
    ['2024-02-14', 'vote'],
    ['2024-02-15', 'after-vote'],
  ])('general election on %s: %s', (date, phase) => {
    expect(stageOn(pemilu, date).phase).toBe(phase);
  });

  it('tells contests apart between the two determinations', () => {
    expect(stageOn(pemilu, '2023-11-05', undefined, 'president').phase).toBe('before-determination');
    expect(stageOn(pemilu, '2023-11-05', undefined, 'legislative').phase).toBe('determined');
    expect(determinationOf(pemilu, undefined, 'president')?.from).toBe('2023-11-13');
  });

  it('carries the confidence of the stage that decided', () => {
    expect(stageOn(pemilu, '2023-12-01').confidence).toBe('verified');
    expect(stageOn(pilkada, '2024-09-22')).toMatchObject({ phase: 'determined', confidence: 'recalled' });
  });

  it('knows where a re-run is held', () => {
    expect(stageOn(bangka, '2025-08-01', '19.01').phase).toBe('campaign');
    expect(stageOn(bangka, '2025-08-01', '19.01.05').phase).toBe('campaign');
    expect(stageOn(bangka, '2025-08-01', '19.71').phase).toBe('not-held-here');
    expect(stageOn(bangka, '2025-07-21', '19.01').phase).toBe('before-determination');
    expect(stageOn(bangka, '2025-07-22', '19.01').phase).toBe('determined');
  });
});

describe('electionsFor', () => {
  it('lists what was open', () => {
    expect(electionsFor('2023-02-07').map((e) => e.id)).toEqual(['pemilu-2024']);
    expect(electionsFor('2024-02-01').map((e) => e.id)).toEqual(['pemilu-2024', 'pilkada-2024']);
    expect(electionsFor('2024-09-11').map((e) => e.id)).toEqual(['pilkada-2024']);
    expect(electionsFor('2025-08-01', '19.71').map((e) => e.id)).toEqual([
      'pilkada-ulang-2025-pangkalpinang',
    ]);
    expect(electionsFor('2026-01-01')).toEqual([]);
  });
});

describe('the data', () => {
  it('has a source and a confidence on every stage, in order and within its vote', () => {
    for (const election of ELECTIONS) {
      expect(election.sources.length, election.id).toBeGreaterThan(0);
      for (const stage of election.stages) {
        expect(stage.sources.length, election.id).toBeGreaterThan(0);
        expect(stage.confidence).toBeTruthy();
        expect(stage.from <= stage.to).toBe(true);
      }
    }
  });

  it('votes on a Wednesday', () => {
    for (const vote of ELECTIONS.flatMap((e) => e.stages.filter((s) => s.kind === 'vote'))) {
      expect(new Date(vote.from).getUTCDay()).toBe(3);
    }
  });

  it('has 38 provinces and 514 kabupaten and kota', () => {
    expect(REGIONS.filter((r) => r.level === 'province')).toHaveLength(38);
    expect(REGIONS.filter((r) => r.level === 'kabupaten')).toHaveLength(416);
    expect(REGIONS.filter((r) => r.level === 'kota')).toHaveLength(98);
    expect(findRegion('19.71')).toEqual({
      code: '19.71',
      name: 'Pangkal Pinang',
      level: 'kota',
      administrative: false,
    });
    expect(findRegion('31.71')?.administrative).toBe(true);
    expect(new Set(REGIONS.map((r) => r.code)).size).toBe(REGIONS.length);
  });
});
