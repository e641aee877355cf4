import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workCalendar } from '../law/index.ts';
import { dateIn } from '../platform/format.ts';
import { dueSince, firstAt, gateAt, nextAt, type Terms, tellFrom, unknownYears } from './schedule.ts';

const calendar = workCalendar();
const plan = { firstDays: 3, everyDays: 2, fromHour: 7, untilHour: 17, unitDays: 5, headDays: 2 };
/** Opened on Friday before a Monday that is a holiday (Maulid), in Papua: two hours ahead of Jakarta. */
const terms: Terms = {
  ...{ plan, zone: 'Asia/Jayapura', calendar },
  openedAt: new Date('2024-09-13T01:00:00Z'),
  deadline: new Date('2024-09-30T14:59:00Z'),
};
const at = (text: string) => new Date(`${text}+09:00`);

describe('when something may be sent', () => {
  it.each([
    ['2024-09-18T06:59', { open: false, why: 'quiet', until: at('2024-09-18T07:00') }],
    ['2024-09-18T07:00', { open: true }],
    ['2024-09-18T16:59', { open: true }],
    ['2024-09-18T17:00', { open: false, why: 'quiet', until: at('2024-09-19T07:00') }],
    ['2024-09-20T18:00', { open: false, why: 'quiet', until: at('2024-09-23T07:00') }],
    ['2024-09-14T10:00', { open: false, why: 'weekend', until: at('2024-09-17T07:00') }],
    ['2024-10-01T09:00', { open: false, why: 'over' }],
  ])('%s in Jayapura', (moment, gate) => expect(gateAt(at(moment), terms)).toEqual(gate));

  it('names the holiday', () => {
    expect(gateAt(at('2024-09-16T10:00'), terms)).toMatchObject({
      ...{ why: 'holiday', until: at('2024-09-17T07:00') },
      holiday: { date: '2024-09-16', kind: 'national' },
    });
  });

  it('goes by the clock of the institution', () => {
    const seven = new Date('2024-09-18T00:00:00Z');
    expect(gateAt(seven, { ...terms, zone: 'Asia/Jakarta' }).open).toBe(true);
    expect(gateAt(new Date(seven.getTime() - 1), { ...terms, zone: 'Asia/Jakarta' }).open).toBe(false);
    expect(gateAt(new Date('2024-09-17T22:00:00Z'), terms).open).toBe(true);
    expect(gateAt(new Date('2024-09-17T22:00:00Z'), { ...terms, zone: 'Asia/Makassar' }).open).toBe(false);
  });
});

describe('when somebody is due', () => {
  it('counts working days from the opening, over weekend and holiday', () => {
    expect(firstAt(terms)).toEqual(at('2024-09-19T07:00'));
    expect(nextAt(at('2024-09-19T10:00'), terms)).toEqual(at('2024-09-23T07:00'));
  });

  it('tells units and heads so many working days before the deadline, or never', () => {
    expect(tellFrom('unit', terms)).toEqual(at('2024-09-23T07:00'));
    expect(tellFrom('head', terms)).toEqual(at('2024-09-26T07:00'));
    expect(tellFrom('unit', { ...terms, plan: { ...plan, unitDays: 0 } })).toBeNull();
  });

  it('says which years it does not know', () => {
    expect(unknownYears(terms)).toEqual([]);
    expect(unknownYears({ ...terms, deadline: new Date('2028-01-05T00:00:00Z') })).toEqual([2027, 2028]);
  });

  const moments = fc.date({
    min: new Date('2024-01-02T00:00:00Z'),
    max: new Date('2026-11-30T00:00:00Z'),
    noInvalidDate: true,
  });
  const everyDays = fc.integer({ min: 1, max: 10 });
  const zone = fc.constantFrom('Asia/Jakarta' as const, 'Asia/Makassar' as const, 'Asia/Jayapura' as const);

  it('is the same asked from either end', () => {
    fc.assert(
      fc.property(moments, moments, everyDays, zone, (sentAt, now, every, where) => {
        const own = { ...terms, zone: where, plan: { ...plan, everyDays: every } };
        fc.pre(isWorkingDay(dateIn(sentAt, where), calendar) && isWorkingDay(dateIn(now, where), calendar));
        const due = dateIn(nextAt(sentAt, own), where) <= dateIn(now, where);
        expect(sentAt < dueSince(now, own)).toBe(due);
      }),
      { numRuns: 400 },
    );
  });

  it('opens next at a moment that is open', () => {
    fc.assert(
      fc.property(moments, zone, (now, where) => {
        const own = { ...terms, zone: where, deadline: new Date('2027-01-01T00:00:00Z') };
        const gate = gateAt(now, own);
        if (!gate.open && 'until' in gate) {
          expect(gate.until > now).toBe(true);
          expect(gateAt(gate.until, own).open).toBe(true);
          expect(gateAt(new Date(gate.until.getTime() - 1), own).open).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
