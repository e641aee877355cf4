import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, findInstrument, WEEKENDS_ONLY, workCalendar, workingDaysBetween } from '../../law/index.ts';
import { STEPS, type Step, type What } from '../cases/stages.ts';
import { type CaseClock, type CaseFacts, clocksOf, isOpen } from './clocks-of.ts';
import { daysBetween, lastDays } from './count.ts';
import { nextBodyOf } from './next-body.ts';
import { owedOf } from './owed.ts';
import { clockOf, NO_STEP, RULES } from './rules.ts';
import type { OwnDays } from './settings.ts';

const national = workCalendar();

/** Steps by their word and day; the stage stays out of it but for closing. */
function stepsAt(...rows: [What, string, Record<string, unknown>?][]): Step[] {
  return rows.map(([what, onDate, data = {}], n) => ({
    ...{ n, what, onDate, data, basis: [], by: 'account:a', at: new Date(`${onDate}T03:00:00Z`) },
    stage: what === 'closed' ? 'closed' : 'study',
  }));
}
const report = (...rows: [What, string, Record<string, unknown>?][]): CaseFacts => ({
  origin: 'report',
  steps: stepsAt(...rows),
});
const find = (clocks: readonly CaseClock[], clock: string) => {
  const found = clocks.filter(({ rule }) => rule.clock === clock).at(-1);
  if (!found) throw new Error(`no ${clock}`);
  return found;
};
const at = (facts: CaseFacts, clock: string, today: string, calendar = national) =>
  find(clocksOf(facts, [], calendar, today), clock);
const BERAT = { level: 'berat', sanction: 'demotion' };

describe('the rules', () => {
  it('name clocks that exist, steps that exist, and instruments of the register', () => {
    for (const rule of [...RULES, NO_STEP]) {
      expect(clockOf(rule).id).toBe(rule.clock);
      for (const what of [...rule.starts, ...rule.ends, ...(rule.drops ?? [])])
        expect(STEPS).toHaveProperty(what);
      const { instrument } = clockOf(rule);
      if (instrument) expect(findInstrument(instrument), rule.clock).toBeDefined();
    }
  });
});

describe('vectors', () => {
  it('received on Tuesday 14 July 2026: in effect on Tuesday 4 August 2026', () => {
    const facts = report(
      ['received', '2026-06-01'],
      ['decided', '2026-07-10', BERAT],
      ['delivered', '2026-07-14'],
    );
    expect(at(facts, 'effective', '2026-08-03', WEEKENDS_ONLY)).toMatchObject({
      due: '2026-08-04',
      state: 'running',
    });
    expect(at(facts, 'effective', '2026-08-04')).toMatchObject({
      due: '2026-08-04',
      state: 'passed',
      known: true,
    });
    expect(at(facts, 'objection', '2026-08-03')).toMatchObject({ due: '2026-08-03', state: 'due' });
  });

  it('delivery: two readings, and the earlier one warns', () => {
    const facts = report(['received', '2026-06-01'], ['decided', '2026-07-14', BERAT]);
    expect(at(facts, 'delivery', '2026-07-28')).toMatchObject({
      due: '2026-07-28',
      latest: '2026-08-03',
      state: 'due',
    });
    expect(at(facts, 'delivery', '2026-07-29')).toMatchObject({ state: 'overdue', lateBy: 1 });
  });

  it('receipt after seven days, for reports alone; the task force after seven', () => {
    const facts = report(['received', '2026-11-02']);
    expect(at(facts, 'receipt', '2026-11-09')).toMatchObject({ due: '2026-11-09', state: 'due' });
    expect(at(facts, 'satgas-verification', '2026-11-10')).toMatchObject({ state: 'overdue', lateBy: 1 });
    const finding: CaseFacts = { ...facts, origin: 'finding' };
    expect(clocksOf(finding, [], national, '2026-11-03').map(({ rule }) => rule.clock)).toEqual([
      'satgas-verification',
    ]);
  });

  it('a first summons of fewer than seven working days is told as late, whenever it is looked at', () => {
    const summoned = (on: string) =>
      report(['received', '2026-06-29'], ['summoned-1', on, { examOn: '2026-07-23' }]);
    expect(at(summoned('2026-07-14'), 'summons-first', '2026-07-14')).toMatchObject({
      due: '2026-07-14',
      state: 'met',
    });
    expect(at(summoned('2026-07-15'), 'summons-first', '2026-08-15')).toMatchObject({
      state: 'late',
      lateBy: 1,
    });
    expect(at(summoned('2026-07-14'), 'examination', '2026-07-23')).toMatchObject({ state: 'due' });
  });

  it('a second summons within seven working days of the one that was missed', () => {
    const missed = report(
      ['received', '2026-07-01'],
      ['summoned-1', '2026-07-06', { examOn: '2026-07-20' }],
      ['absent', '2026-07-20'],
    );
    expect(at(missed, 'summons-second', '2026-07-21')).toMatchObject({ due: '2026-07-29' });
    expect(at(missed, 'examination', '2026-07-21')).toMatchObject({ state: 'met' });
  });

  it('no clock of law before the law: the task force of 2024 had none in January', () => {
    const clocks = clocksOf(report(['received', '2024-01-10']), [], national, '2024-01-20');
    expect(clocks.map(({ rule }) => rule.clock)).toEqual(['receipt']);
  });

  it('in a year whose holidays are unknown the day is not before', () => {
    const facts = report(['received', '2026-11-01'], ['decided', '2026-12-21', BERAT]);
    expect(at(facts, 'delivery', '2026-12-22')).toMatchObject({ known: false });
  });

  it('election law: the clocks of its election, of both where none is named, and none without it', () => {
    const sent = (election: string): CaseFacts =>
      report(
        ['received', '2026-09-01'],
        ['classified', '2026-09-02', { election, criminal: true }],
        ['routed', '2026-09-03', { to: 'bawaslu' }],
      );
    const names = (facts: CaseFacts) =>
      clocksOf(facts, [], national, '2026-09-04')
        .map(({ rule }) => rule.clock)
        .filter((id) => /^(pemilu|pilkada)/.test(id));
    expect(names(sent('pilkada-2024'))).toEqual(['pilkada-report', 'pilkada-decision']);
    expect(names(sent('pemilu-2024'))).toEqual(['pemilu-report', 'pemilu-decision']);
    expect(
      names(report(['received', '2026-09-01'], ['routed', '2026-09-02', { to: 'bawaslu' }])),
    ).toHaveLength(4);
    expect(names(report(['received', '2026-09-01'], ['routed', '2026-09-02', { to: 'bkn' }]))).toEqual([]);
    expect(at(sent('pilkada-2024'), 'pilkada-decision', '2026-09-04')).toMatchObject({ due: '2026-09-06' });
    expect(at(sent('pilkada-2024'), 'pilkada-report', '2026-09-04')).toMatchObject({ state: 'met' });
  });

  it('remedies: an objection takes the day of effect away and starts its own clock', () => {
    const facts = report(
      ['received', '2026-06-01'],
      ['decided', '2026-07-10', BERAT],
      ['delivered', '2026-07-14'],
      ['objection-filed', '2026-07-20'],
    );
    expect(at(facts, 'effective', '2026-07-21').state).toBe('dropped');
    expect(at(facts, 'objection', '2026-07-21').state).toBe('met');
    expect(at(facts, 'objection-decision', '2026-07-21')).toMatchObject({
      state: 'running',
      due: '2026-08-19',
    });
  });

  it('closing ends every clock, and opening again starts those of its own', () => {
    const facts = report(['received', '2026-11-02'], ['closed', '2026-11-04'], ['reopened', '2026-11-16']);
    const clocks = clocksOf(facts, [], national, '2026-11-17');
    expect(clocks.filter(isOpen).map(({ key }) => key)).toEqual(['satgas-verification:2']);
  });
});

describe('no case without a clock or a reason', () => {
  const idle = report(['received', '2026-11-02'], ['receipt-sent', '2026-11-03'], ['verified', '2026-11-04']);

  it('fourteen days after its last step a case without a clock is stalled', () => {
    expect(clocksOf(idle, [], national, '2026-11-17').filter(isOpen)).toMatchObject([
      { key: 'no-step:2', due: '2026-11-18' },
    ]);
    expect(owedOf(clocksOf(idle, [], national, '2026-11-18'), [], '2026-11-18')).toContainEqual(
      expect.objectContaining({ what: 'stalled', forDay: '2026-11-18' }),
    );
  });

  it('an institution may say after how many, for what begins then', () => {
    const set: OwnDays = {
      ...{ name: 'no-step', version: 1, days: 5, fromDay: '2026-11-04', reason: 'Contoh', by: 'account:a' },
      at: new Date('2026-11-04T01:00:00Z'),
    };
    expect(clocksOf(idle, [set], national, '2026-11-05').at(-1)).toMatchObject({ due: '2026-11-09' });
    expect(clocksOf(idle, [{ ...set, fromDay: '2026-11-05' }], national, '2026-11-05').at(-1)).toMatchObject({
      due: '2026-11-18',
    });
  });

  it('every open case has an open clock or a pause, on any day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 400 }), (facts, ahead) => {
        const today = addDays(facts.steps.at(-1)?.onDate as string, ahead);
        expect(clocksOf(facts, [], national, today).some(isOpen)).toBe(true);
      }),
    );
  });
});

describe('to whom a silence is taken', () => {
  const recommended = () =>
    report(['received', '2026-08-03'], ['recommended', '2026-09-01', { from: 'team' }]);
  const next = (facts: CaseFacts, today: string) => {
    const found = at(facts, 'ppk-follow-up', today);
    return nextBodyOf(found, facts, today);
  };

  it('the PPK who says nothing: BKN, by Perpres 116/2022; before 23 August 2024, KASN', () => {
    expect(next(recommended(), '2026-09-20')).toEqual({
      to: 'bkn',
      basis: ['perpres-116-2022', 'perbkn-1-2023'],
    });
    const old = report(['received', '2024-03-01'], ['recommended', '2024-04-01', { from: 'team' }]);
    expect(next(old, '2024-05-01')?.to).toBe('kasn');
    expect(next(old, '2024-08-23')?.to).toBe('bkn');
  });

  it('never inside where the head is reported', () => {
    const facts = report(['received', '2026-11-02'], ['accused', '2026-11-03', { head: true }]);
    expect(nextBodyOf(at(facts, 'receipt', '2026-11-20'), facts, '2026-11-20')?.to).toBe('next-higher');
    const up = report(
      ['received', '2026-11-02'],
      ['accused', '2026-11-03', { head: true }],
      ['routed', '2026-11-04', { to: 'ministry' }],
    );
    expect(nextBodyOf(at(up, 'receipt', '2026-11-20'), up, '2026-11-20')?.to).toBe('ministry');
  });
});

const isoDay = fc
  .date({ min: new Date('2025-01-02'), max: new Date('2026-06-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A case that goes some way, by steps on days that never go back. */
const history: fc.Arbitrary<CaseFacts> = fc
  .record({
    start: isoDay,
    origin: fc.constantFrom('report' as const, 'finding' as const),
    length: fc.integer({ min: 0, max: 9 }),
    gaps: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ start, origin, length, gaps }) => {
    const way: What[] = [
      'receipt-sent',
      'verified',
      'summoned-1',
      'examined',
      'study-done',
      'recommended',
      'decided',
      'delivered',
      'effective',
    ];
    let day = start;
    const rows = way.slice(0, length).map((what, i): [What, string, Record<string, unknown>] => {
      day = addDays(day, gaps[i] as number);
      const data = what === 'decided' ? BERAT : what === 'summoned-1' ? { examOn: addDays(day, 12) } : {};
      return [what, day, data];
    });
    return { origin, steps: stepsAt(['received', start], ...rows) };
  });

describe('for any case and day', () => {
  it('what is owed only grows while nothing is done, and what is owed is never for a day to come', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (facts, a, b) => {
          const last = facts.steps.at(-1)?.onDate as string;
          const owed = (today: string) =>
            owedOf(clocksOf(facts, [], national, today), [], today).map(
              ({ of, what, forDay }) => `${of.key} ${what} ${forDay}`,
            );
          const [early, late] = [owed(addDays(last, a)), owed(addDays(last, a + b))];
          expect(late).toEqual(expect.arrayContaining(early));
          for (const line of late) expect(line.slice(-10) <= addDays(last, a + b)).toBe(true);
        },
      ),
    );
  });

  it('does not hang on the order in which rows are read', () => {
    fc.assert(
      fc.property(
        history,
        isoDay,
        fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
        (facts, today, keys) => {
          const mixed = [...facts.steps].sort((a, b) => (keys[a.n] as number) - (keys[b.n] as number));
          expect(clocksOf({ ...facts, steps: mixed }, [], national, today)).toEqual(
            clocksOf(facts, [], national, today),
          );
        },
      ),
    );
  });

  it('a holiday more never makes a day earlier', () => {
    const more = { date: '2026-03-11', kind: 'local', name: { id: 'Contoh', en: 'Example' } } as const;
    const longer = workCalendar({ local: [more] });
    fc.assert(
      fc.property(isoDay, fc.constantFrom(...RULES.filter(({ day }) => !day)), (start, rule) => {
        const [plain] = lastDays(clockOf(rule), start, [], national);
        const [later] = lastDays(clockOf(rule), start, [], longer);
        expect(later.date >= plain.date).toBe(true);
      }),
    );
  });
});

describe('pauses', () => {
  const afters = RULES.map(clockOf).filter(
    ({ direction, readings }) => direction === 'after' && readings[0].length > 0,
  );

  it('shift a calendar count by exactly their days, and leave as many working days as there were', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...afters),
        isoDay,
        fc.nat(30),
        fc.integer({ min: 1, max: 40 }),
        (clock, start, into, long) => {
          const from = addDays(start, 1 + into);
          const until = addDays(from, long);
          const plain = lastDays(clock, start, [], national);
          const paused = lastDays(clock, start, [{ from, until }], national);
          for (const [i, { date, reading }] of paused.entries()) {
            const before = plain[i]?.date as string;
            if (before < from) expect(date).toBe(before);
            else if (reading.unit === 'calendar-days') expect(daysBetween(before, date)).toBe(long);
            else {
              const counted =
                workingDaysBetween(start, addDays(from, -1), national).days +
                workingDaysBetween(addDays(until, -1), date, national).days;
              expect(counted).toBe(reading.length);
              expect(date >= until).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('one pause in two halves is one pause', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...afters),
        isoDay,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (clock, start, into, a, b) => {
          const [one, two, three] = [
            addDays(start, into),
            addDays(start, into + a),
            addDays(start, into + a + b),
          ];
          const dates = (pauses: { from: string; until: string }[]) =>
            lastDays(clock, start, pauses, national).map(({ date }) => date);
          expect(
            dates([
              { from: two, until: three },
              { from: one, until: two },
            ]),
          ).toEqual(dates([{ from: one, until: three }]));
        },
      ),
    );
  });

  const paused = (until: string | null, ...more: [What, string, Record<string, unknown>?][]) =>
    report(
      ['received', '2026-11-02'],
      ['paused', '2026-11-04', { of: ['receipt:0'], kind: 'disaster', from: '2026-11-04', until }],
      ...more,
    );

  it('stand still while they last, and go on with what was left', () => {
    expect(at(paused(null), 'receipt', '2026-11-30').state).toBe('paused');
    expect(at(paused('2026-11-10'), 'receipt', '2026-11-10')).toMatchObject({
      state: 'running',
      due: '2026-11-15',
    });
    const resumed = paused(null, ['resumed', '2026-11-08', { paused: 1, until: '2026-11-08' }]);
    expect(at(resumed, 'receipt', '2026-11-12')).toMatchObject({ state: 'running', due: '2026-11-13' });
  });

  it('tell nothing meanwhile; one without an end is asked about again', () => {
    const told = (facts: CaseFacts, today: string) =>
      owedOf(clocksOf(facts, [], national, today), [], today).filter(
        ({ of }) => of.rule.clock !== 'satgas-verification',
      );
    expect(told(paused('2026-12-20'), '2026-12-10')).toEqual([]);
    const open = report(
      ['received', '2026-11-02'],
      ['verified', '2026-11-03'],
      ['paused', '2026-11-04', { of: ['receipt:0'], kind: 'other-body', from: '2026-11-04', until: null }],
    );
    expect(told(open, '2026-11-18').map(({ what }) => what)).toEqual(['stalled']);
  });
});
