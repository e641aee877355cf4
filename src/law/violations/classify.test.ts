import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determinationOf, ELECTIONS, findElection, isHeldIn } from '../../elections/index.ts';
import { inForce } from '../in-force.ts';
import { SHIPPED } from '../register.ts';
import { type Act, classify } from './classify.ts';
import type { ElectionLine } from './line.ts';
import type { ItemId, StaffCategory } from './types.ts';
import { ACT_KINDS, VIOLATIONS } from './violations.ts';

/** What the calendar of elections says, as classification asks for it. */
function lineOf(id: string, region?: string): ElectionLine {
  const election = findElection(id)!;
  return {
    kind: election.kind,
    held: region === undefined || isHeldIn(election, region),
    lines: election.contests.map((contest) => determinationOf(election, region, contest) ?? null),
  };
}

const bangka = lineOf('pilkada-ulang-2025-bangka', '19.01');
const pangkalpinang = lineOf('pilkada-ulang-2025-pangkalpinang', '19.71');
const pilkada = lineOf('pilkada-2024');
const pemilu = lineOf('pemilu-2024');
const pns = { category: 'pns' } as const;
const act = (what: Act['what'], date: string, more: Partial<Act> = {}): Act => ({
  what,
  date,
  election: bangka,
  person: pns,
  ...more,
});
const codes = (a: Act) => classify(a).why.map((one) => one.code);

/** Item; before determination (21 July 2025): group, item, level; from it on: the same. */
type Row = readonly [ItemId, string, string | null, string | null, string, string, string | null];
const TABLE: readonly Row[] = [
  ['KE1', 'ethics', 'KE1', 'moral', 'discipline', 'D1', 'berat'],
  ['KE2', 'ethics', 'KE2', 'moral', 'discipline', 'D2', 'berat'],
  ['KE3', 'ethics', 'KE3', 'moral', 'discipline', 'D4', 'berat'],
  ['KE4', 'ethics', 'KE4', 'moral', 'discipline', 'D6', 'berat'],
  ['KE5', 'ethics', 'KE5', 'moral', 'discipline', 'D7', 'berat'],
  ['KE6', 'ethics', 'KE6', 'moral', 'discipline', 'D4', null],
  ['KE7', 'ethics', 'KE7', 'moral', 'discipline', 'D4', 'berat'],
  ['D1', 'ethics', 'KE1', 'moral', 'discipline', 'D1', 'berat'],
  ['D2', 'ethics', 'KE2', 'moral', 'discipline', 'D2', 'berat'],
  ['D3', 'discipline', 'D3', null, 'discipline', 'D3', null],
  ['D4', 'ethics', 'KE3', 'moral', 'discipline', 'D4', 'berat'],
  ['D5', 'discipline', 'D5', 'ptdh', 'discipline', 'D5', 'ptdh'],
  ['D6', 'ethics', 'KE4', 'moral', 'discipline', 'D6', 'berat'],
  ['D7', 'ethics', 'KE5', 'moral', 'discipline', 'D7', 'berat'],
  ['D8', 'ethics', null, 'moral', 'discipline', 'D8', 'berat'],
  ['D9', 'discipline', 'D9', 'sedang', 'discipline', 'D10', 'berat'],
  ['D10', 'discipline', 'D9', 'sedang', 'discipline', 'D10', 'berat'],
  ['D11', 'discipline', 'D11', 'berat', 'discipline', 'D11', 'berat'],
  ['D12', 'ethics', null, 'moral', 'discipline', 'D12', 'berat'],
  ['D13', 'undetermined', 'D13', null, 'undetermined', 'D13', null],
];

describe.each(TABLE)(
  '%s by the date of the act',
  (id, groupBefore, before, levelBefore, group, item, level) => {
    it('the day before determination', () => {
      const found = classify(act(id, '2025-07-21'));
      expect([found.group, found.item, found.level]).toEqual([groupBefore, before, levelBefore]);
      expect(found.side).toBe('before');
    });

    it('after determination', () => {
      const found = classify(act(id, '2025-07-23'));
      expect([found.group, found.item, found.level]).toEqual([group, item, level]);
    });
  },
);

it('the table walks all twenty items', () => {
  expect(TABLE.map(([id]) => id)).toEqual(VIOLATIONS.map(({ id }) => id));
});

describe('the dividing line', () => {
  it('counts the day of determination as after it, and says that the hour is not known', () => {
    const found = classify(act('post-like-follow', '2025-07-22'));
    expect(found).toMatchObject({
      group: 'discipline',
      item: 'D6',
      side: 'on-the-day',
      confidence: 'inferred',
    });
    expect(found.why[0]).toEqual({
      code: 'onTheDay',
      params: { date: '2025-07-22', line: '2025-07-22', last: '2025-07-22' },
    });
  });

  it('judges an act before it that was reported after it by the day of the act', () => {
    const report = { receivedOn: '2025-08-20', act: act('KE4', '2025-07-10') };
    expect(classify(report.act)).toMatchObject({ group: 'ethics', item: 'KE4' });
    expect(classify({ ...report.act, ...{ reportedOn: report.receivedOn } })).toEqual(classify(report.act));
  });

  it.each([
    ['Kabupaten Bangka', bangka],
    ['Kota Pangkalpinang', pangkalpinang],
  ])('is that of the re-run in %s, not that of 2024', (_, election) => {
    expect(classify(act('photo', '2025-07-21', { election })).group).toBe('ethics');
    expect(classify(act('photo', '2025-07-22', { election })).group).toBe('discipline');
    expect(classify(act('photo', '2025-07-21', { election: pilkada })).group).toBe('discipline');
  });

  it('is of the region: a re-run held elsewhere leaves the act undetermined', () => {
    const election = lineOf('pilkada-ulang-2025-bangka', '19.71');
    expect(classify(act('photo', '2025-08-01', { election }))).toMatchObject({ group: 'undetermined' });
    expect(codes(act('photo', '2025-08-01', { election }))).toContain('notHeld');
  });

  it('says so when no date of determination is known', () => {
    const election: ElectionLine = { kind: 'pemilihan', held: true, lines: [null] };
    const found = classify(act('display-devices', '2029-01-01', { election }));
    expect(found).toMatchObject({
      group: 'undetermined',
      item: null,
      candidates: ['KE1', 'D1'],
      level: null,
    });
    expect(found.why[0]!.code).toBe('lineUnknown');
    expect(classify(act('D5', '2029-01-01', { election }))).toMatchObject({
      group: 'discipline',
      item: 'D5',
    });
    expect(classify(act('D9', '2029-01-01', { election }))).toMatchObject({
      group: 'discipline',
      item: null,
      candidates: ['D9', 'D10'],
      level: null,
    });
  });

  it('asks for the contest between the two determinations of a general election', () => {
    expect(codes(act('photo', '2023-11-05', { election: pemilu }))).toContain('between');
    expect(classify(act('photo', '2023-11-05', { election: pemilu })).group).toBe('undetermined');
    const legislative = {
      ...pemilu,
      lines: [determinationOf(findElection('pemilu-2024')!, undefined, 'legislative')!],
    };
    expect(classify(act('photo', '2023-11-05', { election: legislative })).group).toBe('discipline');
  });

  it('is no surer than the date it rests on', () => {
    expect(classify(act('photo', '2024-10-01', { election: pilkada })).confidence).toBe('recalled');
    expect(classify(act('photo', '2025-08-01')).confidence).toBe('verified');
  });
});

describe('categories of staff', () => {
  const of = (category: StaffCategory, date = '2025-08-01', what: Act['what'] = 'photo') =>
    classify(act(what, date, { person: { category } }));
  const instruments = (found: ReturnType<typeof classify>) => found.bindings.map((one) => one.instrument);

  it('PNS: PP 94/2021 and the joint decree', () => {
    expect(of('pns')).toMatchObject({ group: 'discipline', level: 'berat', confidence: 'verified' });
    expect(instruments(of('pns'))).toEqual(['skb-netralitas-2022', 'pp-94-2021']);
  });

  it('CPNS: as PNS', () => {
    expect(of('cpns')).toMatchObject({ group: 'discipline', level: 'berat' });
    expect(of('cpns').why.map((one) => one.code)).toContain('cpns');
    expect(of('cpns', '2025-07-01')).toMatchObject({
      group: 'ethics',
      level: 'moral',
      confidence: 'inferred',
    });
  });

  it('PPPK: through PP 49/2018, as far as it fits; party membership ends the contract', () => {
    expect(of('pppk')).toMatchObject({ group: 'discipline', level: 'berat', confidence: 'inferred' });
    expect(instruments(of('pppk'))).toEqual(['pp-49-2018']);
    expect(of('pppk', '2025-08-01', 'party-member').level).toBe('contract');
    expect(of('pppk', '2017-01-01').group).toBe('undetermined');
  });

  it('part-time PPPK: since 13 January 2025 only', () => {
    expect(instruments(of('pppk-pw'))).toEqual(['kepmenpanrb-16-2025']);
    expect(of('pppk-pw', '2025-01-12').why.map((one) => one.code)).toContain('noRule');
    expect(of('pppk-pw', '2025-01-12').group).toBe('undetermined');
  });

  it('non-ASN: the circular of 2023, one graduated sanction, never PP 94', () => {
    const found = of('non-asn');
    expect(found).toMatchObject({ group: 'discipline', level: 'contract', bases: [], criminal: [] });
    expect(instruments(found)).toEqual(['se-menpanrb-1-2023']);
    expect(of('non-asn', '2023-01-02').group).toBe('undetermined');
  });

  it("a candidate's spouse: bound by the own category and by the circular besides", () => {
    const person = { category: 'pns', spouse: 'no-leave' } as const;
    const found = classify(act('spouse-campaign', '2025-08-01', { person }));
    expect(found).toMatchObject({ group: 'discipline', item: 'D4' });
    expect(instruments(found)).toContain('se-menpanrb-18-2023');
    const away = act('spouse-campaign', '2025-08-01', { person: { category: 'pns', spouse: 'on-leave' } });
    expect(classify(away).group).toBe('undetermined');
    expect(codes(away)).toContain('spouseOnLeave');
  });
});

describe('the law in force on the date', () => {
  it('party membership: UU 5/2014 until 30 October 2023, UU 20/2023 from the 31st', () => {
    const laws = (date: string) =>
      new Set(classify(act('D5', date, { election: pemilu })).bases.map((basis) => basis.instrument));
    expect(laws('2023-10-30')).toEqual(new Set(['uu-5-2014']));
    expect(laws('2023-10-31')).toEqual(new Set(['uu-20-2023']));
  });

  it('discipline before 31 August 2021 follows PP 53/2010, its level open between medium and severe', () => {
    const election: ElectionLine = {
      kind: 'pemilihan',
      held: true,
      lines: [{ from: '2020-09-23', confidence: 'recalled', sources: [] }],
    };
    const found = classify(act('photo', '2021-08-30', { election }));
    expect(found).toMatchObject({ group: 'discipline', level: null });
    expect(found.bases.map((basis) => basis.instrument)).toEqual(['pp-53-2010']);
    expect(found.levels.map((claim) => claim.level)).toEqual(['sedang', 'berat']);
    expect(found.why.map((one) => one.code)).toEqual(
      expect.arrayContaining(['oldDiscipline', 'listNotYet', 'levelOpen']),
    );
    const first = classify(act('photo', '2021-08-31', { election }));
    expect(first.bases.map((basis) => basis.instrument)).toEqual(['pp-94-2021']);
    expect(first.why.map((one) => one.code)).toContain('listNotYet');
  });

  it('gives the criminal side of the kind of election, and MK 136 only from its day', () => {
    const sides = (date: string) =>
      classify(act('decision', date, { election: pilkada })).criminal.map((one) => one.instrument);
    expect(sides('2024-11-13')).toEqual(['uu-10-2016', 'uu-1-2015']);
    expect(sides('2024-11-14')).toEqual(['uu-10-2016', 'uu-1-2015', 'mk-136-puu-xxii-2024']);
    const general = classify(act('campaign-team', '2023-12-01', { election: pemilu })).criminal;
    expect(new Set(general.map((one) => one.instrument))).toEqual(new Set(['uu-7-2017']));
  });

  it('for any act, cites nothing that was not in force, and always gives a reason and a source', () => {
    const days = fc.date({ min: new Date('2003-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
    const lines = ELECTIONS.map((one) => lineOf(one.id, one.regions?.[0]));
    fc.assert(
      fc.property(
        fc.constantFrom(...ACT_KINDS, ...VIOLATIONS.map(({ id }) => id)),
        days,
        fc.constantFrom(...lines, { kind: 'pemilu' as const, held: true, lines: [] }),
        fc.constantFrom<StaffCategory>('pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'),
        (what, day, election, category) => {
          const date = day.toISOString().slice(0, 10);
          const found = classify({ what, date, election, person: { category } });
          for (const one of [...found.bases, ...found.bindings, ...found.criminal]) {
            const instrument = SHIPPED.findInstrument(one.instrument);
            expect(instrument, one.instrument).toBeDefined();
            expect(['in-force', 'unknown'], `${one.instrument} ${date}`).toContain(
              inForce(instrument!, date),
            );
          }
          expect(found.why.length).toBeGreaterThan(0);
          expect(found.sources.length).toBeGreaterThan(0);
          if (found.group === 'undetermined') expect(found.level).toBeNull();
          else expect(found.bindings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
