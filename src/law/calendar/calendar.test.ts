import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  HOLIDAY_YEARS,
  type Holiday,
  holidaysOf,
  isWorkingDay,
  restOn,
  WEEKENDS_ONLY,
  workCalendar,
  workingDaysBetween,
} from './index.ts';

const national = workCalendar();
const local: Holiday = {
  date: '2026-07-20',
  kind: 'local',
  name: { id: 'Hari jadi daerah', en: 'Regional day' },
};

describe('the working-day calendar', () => {
  it('received Tuesday 14 July 2026: the 15th working day is Tuesday 4 August 2026', () => {
    expect(addWorkingDays('2026-07-14', 15, WEEKENDS_ONLY).date).toBe('2026-08-04');
    expect(addWorkingDays('2026-07-14', 15, national)).toEqual({
      date: '2026-08-04',
      known: true,
      unknownYears: [],
      skipped: [],
    });
  });

  it('moves by a local holiday that lies between', () => {
    const found = addWorkingDays('2026-07-14', 15, workCalendar({ local: [local] }));
    expect(found).toMatchObject({ date: '2026-08-05', skipped: [local] });
  });

  it('passes over national holidays and joint leave', () => {
    expect(isWorkingDay('2026-08-17', national)).toBe(false);
    expect(restOn('2026-03-20', national)).toMatchObject({ kind: 'joint-leave' });
    expect(isWorkingDay('2026-03-20', workCalendar({ jointLeave: false }))).toBe(true);
    expect(addWorkingDays('2026-03-17', 1, national).date).toBe('2026-03-25');
    expect(restOn('2025-08-18', national)).toMatchObject({ kind: 'joint-leave' });
    expect(restOn('2024-02-14', national)).toMatchObject({ kind: 'vote' });
  });

  it('works on Saturday in a six-day week', () => {
    expect(isWorkingDay('2026-07-18', national)).toBe(false);
    expect(isWorkingDay('2026-07-18', workCalendar({ week: 'six-days' }))).toBe(true);
  });

  it('says when it counted through a year whose holidays are not known', () => {
    expect(holidaysOf(2027)).toEqual({ year: 2027, known: false });
    expect(addWorkingDays('2026-12-28', 15, national)).toMatchObject({ known: false, unknownYears: [2027] });
    expect(workingDaysBetween('2019-01-01', '2019-01-31', national)).toMatchObject({ unknownYears: [2019] });
    expect(
      addWorkingDays('2027-01-04', 3, workCalendar({ local: [{ ...local, date: '2027-01-05' }] })).known,
    ).toBe(false);
  });

  it('refuses what is no day or no count', () => {
    expect(() => addWorkingDays('2026-02-30', 1, national)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-27', 1.5, national)).toThrow(RangeError);
  });
});

describe('the years', () => {
  it.each([
    [2023, 16, 11],
    [2024, 17, 10],
    [2025, 17, 11],
    [2026, 17, 8],
  ])('%i: %i national holidays and %i days of joint leave, as announced', (year, days, leave) => {
    const found = holidaysOf(year);
    const of = (kind: string) => (found.known ? found.days.filter((day) => day.kind === kind).length : -1);
    expect([of('national'), of('joint-leave')]).toEqual([days, leave]);
  });

  it('hold real days, each once, with joint leave on weekdays only', () => {
    for (const { days, year } of HOLIDAY_YEARS) {
      expect(new Set(days.map((day) => day.date)).size, String(year)).toBe(days.length);
      for (const day of days) {
        expect(addDays(day.date, 0)).toBe(day.date);
        expect(day.name.id.length).toBeGreaterThan(2);
        if (day.kind === 'joint-leave') expect([0, 6]).not.toContain(new Date(day.date).getUTCDay());
      }
    }
  });
});

describe('counting, for any day', () => {
  const day = fc
    .date({ min: new Date('2022-06-01'), max: new Date('2027-06-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const calendar = fc.constantFrom(
    WEEKENDS_ONLY,
    national,
    workCalendar({ week: 'six-days' }),
    workCalendar({ local: [local], jointLeave: false }),
  );
  const n = fc.integer({ min: 1, max: 120 });

  it('lands on a working day, n working days away, forth and back', () => {
    fc.assert(
      fc.property(day, n, calendar, (from, count, cal) => {
        const on = addWorkingDays(from, count, cal).date;
        const back = addWorkingDays(from, -count, cal).date;
        expect(isWorkingDay(on, cal) && isWorkingDay(back, cal)).toBe(true);
        expect(workingDaysBetween(from, on, cal).days).toBe(count);
        expect(workingDaysBetween(from, back, cal).days).toBe(-count);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up, and never comes earlier for more holidays', () => {
    fc.assert(
      fc.property(day, n, n, (from, a, b) => {
        const once = addWorkingDays(from, a + b, national).date;
        expect(addWorkingDays(addWorkingDays(from, a, national).date, b, national).date).toBe(once);
        expect(once >= addWorkingDays(from, a + b, WEEKENDS_ONLY).date).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
