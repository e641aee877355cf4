import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, WEEKENDS_ONLY, workCalendar } from '../calendar/index.ts';
import { CLOCKS, decidersFor, dueOn, findClock, sanctionsOn } from './index.ts';

const national = workCalendar();
const due = (id: string, start: string, calendar = national) => dueOn(findClock(id)!, start, calendar);

describe('the clocks', () => {
  it('a decision received on 14 July 2026 takes effect on 4 August 2026', () => {
    expect(due('effective', '2026-07-14', WEEKENDS_ONLY)).toMatchObject({
      date: '2026-08-04',
      agreed: true,
      known: true,
      standing: 'in-force',
    });
  });

  it('a summons goes out seven working days before the examination', () => {
    expect(due('summons-first', '2026-07-23').date).toBe('2026-07-14');
  });

  it('shows both ends where sources differ on the length', () => {
    const found = due('delivery', '2026-07-14');
    expect(found.days.map((day) => day.date)).toEqual(['2026-08-03', '2026-07-28']);
    expect(found.agreed).toBe(false);
  });

  it('counts calendar days as such', () => {
    expect(due('satgas-verification', '2026-07-14').date).toBe('2026-07-21');
    expect(due('pilkada-decision-extended', '2024-10-01').date).toBe('2024-10-06');
  });

  it('says when the clock itself did not stand yet, and when a year is unknown', () => {
    expect(due('satgas-verification', '2024-09-30').standing).toBe('not-yet');
    expect(due('satgas-verification', '2024-10-15').standing).toBe('unknown');
    expect(due('appeal-decision', '2026-11-20')).toMatchObject({ known: false });
  });

  it('for any clock and day, goes the way it says; working days end on a working day', () => {
    const day = fc.date({ min: new Date('2022-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), day, (clock, at) => {
        const start = at.toISOString().slice(0, 10);
        for (const { date, reading } of dueOn(clock, start, national).days) {
          expect(clock.direction === 'after' ? date > start : date < start).toBe(true);
          if (reading.unit === 'working-days') expect(isWorkingDay(date, national)).toBe(true);
        }
      }),
    );
  });
});

describe('who may decide', () => {
  const who = (...args: Parameters<typeof decidersFor>) => decidersFor(...args).map((one) => one.who);

  it('severe for an administrator is for the PPK; light for the one level above', () => {
    expect(who('administrator', 'berat', 'regency')).toEqual(['ppk']);
    expect(who('administrator', 'ringan', 'regency')).toEqual(['jpt-pratama']);
    expect(who('pengawas', 'sedang', 'regency')).toEqual(['ppk', 'jpt-pratama']);
  });

  it('JPT Pratama: light is for the PPK in a regency, for JPT Madya in a province', () => {
    expect(who('jpt-pratama', 'ringan', 'regency')).toEqual(['ppk']);
    expect(who('jpt-pratama', 'ringan', 'province')).toEqual(['jpt-madya']);
  });

  it('JPT Madya: dismissal is for the President', () => {
    expect(who('jpt-madya', 'berat', 'province')).toEqual(['president', 'ppk']);
    expect(who('jpt-utama', 'ringan', 'central')).toEqual(['president']);
  });

  it('keeps the row on which sources differ as a conflict', () => {
    const rows = decidersFor('administrator', 'sedang', 'central');
    expect(rows.find((one) => one.who === 'ppk')?.confidence).toBe('conflict');
  });
});

describe('the sanctions', () => {
  it('medium: the cut, and beside it what stands in its place until pay is regulated, marked as conflict', () => {
    const medium = sanctionsOn('sedang', '2025-08-01');
    expect(medium).toHaveLength(6);
    expect(medium.every((one) => one.disputes.some((d) => d.about === 'transition'))).toBe(true);
    expect(medium.filter((one) => one.confidence === 'conflict')).toHaveLength(3);
  });

  it('dismissal stands apart from PP 94/2021, and by the law on ASN of its day', () => {
    expect(sanctionsOn('ptdh', '2023-10-30').map((one) => one.instrument)).toEqual(['uu-5-2014']);
    expect(sanctionsOn('ptdh', '2023-10-31').map((one) => one.instrument)).toEqual(['uu-20-2023']);
  });

  it('before 31 August 2021 the kinds of PP 53/2010', () => {
    expect(new Set(sanctionsOn('berat', '2021-08-30').map((one) => one.instrument))).toEqual(
      new Set(['pp-53-2010']),
    );
    expect(sanctionsOn('moral', '2025-01-01')).toHaveLength(2);
  });
});
