import { describe, expect, it } from 'vitest';
import { electionLine, findElection } from '../../../elections/index.ts';
import { classify, findInstrument } from '../../../law/index.ts';
import { type Asked, routesOf } from './route.ts';
import { ROUTES } from './routes.ts';

const asked = (more: Partial<Asked> = {}): Asked => ({
  actOn: '2024-10-01',
  today: '2026-11-22',
  category: 'pns',
  classified: null,
  head: false,
  level: 'kabupaten',
  ...more,
});
const told = (more: Partial<Asked>) =>
  routesOf(asked(more)).map(({ route, state }) => `${route.to} ${state}`);
const act = (
  election: string,
  what: 'campaign-team' | 'photo',
  date: string,
  category: Asked['category'] = 'pns',
) => {
  const found = findElection(election);
  if (!found) throw new Error(election);
  return classify({ what, date, election: electionLine(found, '62.71'), person: { category } });
};

describe('by the day', () => {
  it.each([
    ['2024-08-22', '2024-08-22', ['kasn now', 'merit-body not-yet']],
    ['2024-08-22', '2024-08-23', ['kasn then', 'bkn now', 'merit-body not-yet']],
    ['2024-08-23', '2024-08-23', ['bkn now', 'merit-body not-yet']],
    ['2024-08-24', '2024-08-24', ['bkn now', 'merit-body not-yet']],
    ['2023-11-27', '2026-11-22', ['kasn then', 'bkn now', 'merit-body not-yet']],
  ])('act of %s, routed on %s', (actOn, today, expected) => {
    expect(told({ actOn, today })).toEqual(expected);
  });

  it('a body to come takes over on the day that the data say, and no day before', () => {
    const begins = { date: '2027-09-01', confidence: 'verified' } as const;
    const routes = ROUTES.map((one) =>
      one.to === 'merit-body'
        ? { ...one, since: begins }
        : one.to === 'bkn'
          ? { ...one, until: begins }
          : one,
    );
    const on = (today: string) =>
      routesOf(asked({ today }), routes).map(({ route, state }) => `${route.to} ${state}`);
    expect(on('2027-08-31')).toEqual(['bkn now', 'merit-body not-yet']);
    expect(on('2027-09-01')).toEqual(['bkn then', 'merit-body now']);
  });
});

describe('by people', () => {
  it.each(['pns', 'cpns', 'pppk', 'pppk-pw'] as const)('%s: supervision', (category) => {
    expect(told({ category })).toContain('bkn now');
  });
  it('outside the ASN: the contract, never KASN or BKN', () => {
    expect(told({ category: 'non-asn', actOn: '2024-01-10' })).toEqual(['contract now']);
  });
  it.each([
    ['opd', ['next-higher now', 'ppk now']],
    ['kota', ['next-higher now', 'ministry now']],
    ['province', ['next-higher now', 'ministry now']],
    ['national', ['ministry now', 'president now']],
  ] as const)('the head of an institution (%s): up', (level, up) => {
    expect(told({ head: true, level })).toEqual(expect.arrayContaining([...up]));
  });
});

describe('election law beside it', () => {
  it('Pemilu and Pilkada: a member of the campaign team goes to Bawaslu too', () => {
    for (const [election, date] of [
      ['pemilu-2024', '2024-01-10'],
      ['pilkada-2024', '2024-10-10'],
    ] as const) {
      const classified = act(election, 'campaign-team', date);
      expect(told({ actOn: date, classified }), election).toEqual(
        expect.arrayContaining(['bkn now', 'bawaslu now', 'gakkumdu now']),
      );
    }
  });
  it('a photo has no such side; nor has somebody outside the ASN', () => {
    expect(told({ classified: act('pilkada-2024', 'photo', '2024-10-10') })).not.toContain('bawaslu now');
    const outside = act('pilkada-2024', 'campaign-team', '2024-10-10', 'non-asn');
    expect(told({ category: 'non-asn', classified: outside })).toEqual(['contract now']);
  });
});

it('every route names instruments of the register, and where it was seen', () => {
  for (const { to, basis, sources } of ROUTES) {
    for (const id of basis) expect(findInstrument(id), `${to}: ${id}`).toBeDefined();
    expect(sources.length).toBeGreaterThan(0);
  }
});
