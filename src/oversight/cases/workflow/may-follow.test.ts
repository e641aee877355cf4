import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../platform/refusal.ts';
import { CLOSING_REASONS, STAGES, type Step, stageOf, WHATS, type What } from '../stages.ts';
import { historyOf } from './history.ts';
import { type About, mayFollow, type NextStep, possibleNext } from './may-follow.ts';

const ABOUT: About = { today: '2024-12-31', agency: 'regency', mailbox: true };
const DAY = '2024-10-01';

/** Steps one after the other, each as the machine let it. */
function walked(...asked: (What | [What, Partial<NextStep>])[]): Step[] {
  const steps: Step[] = [];
  for (const one of asked) {
    const [what, more] = typeof one === 'string' ? [one, {}] : one;
    follow(steps, next(what, more));
  }
  return steps;
}

function follow(steps: Step[], wanted: NextStep): void {
  const stage = mayFollow(steps, wanted, ABOUT);
  const { what, onDate, basis, data, by } = wanted;
  steps.push({ n: steps.length, stage, what, onDate, basis, data, by, at: new Date(0) });
}

function next(what: What, more: Partial<NextStep> = {}): NextStep {
  const data = DATA[what] ?? {};
  return { what, onDate: DAY, basis: [], data, by: 'account:a', note: true, message: true, ...more };
}

const acted = (...levels: string[]) => ({
  levels: levels.map((level) => ({ level, confidence: 'verified' })),
});
const SEVERE = { level: 'berat', sanction: 'severe-demotion', post: 'pelaksana', decider: 'ppk' };
const MEDIUM = { level: 'sedang', sanction: 'medium-6', post: 'pelaksana', decider: 'ppk' };
const MORAL = { level: 'moral', sanction: 'moral-open', post: 'pelaksana', decider: 'ppk' };
const DATA: Partial<Record<What, Record<string, unknown>>> = {
  classified: acted('berat'),
  routed: { to: 'bkn' },
  linked: { case: '0123456789abcdef' },
  'summoned-1': { examOn: '2024-10-15' },
  'summoned-2': { examOn: '2024-11-15' },
  recommended: { from: 'team' },
  decided: SEVERE,
  'objection-decided': { outcome: 'upheld' },
  'appeal-decided': { outcome: 'annulled' },
  closed: { reason: 'proven-and-sanctioned' },
};
const LATER = { onDate: '2024-12-01' };
const HEARD: (What | [What, Partial<NextStep>])[] = [
  ...(['received', 'classified', 'taken-up', 'verified', 'team-formed', 'summoned-1'] as const),
  ['examined', { onDate: '2024-10-15' }],
  ['study-done', LATER],
  ['recommended', LATER],
];

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'let through';
}
const refused = (steps: Step[], what: What, more: Partial<NextStep> = {}, about: Partial<About> = {}) =>
  refusalOf(() => mayFollow(steps, next(what, more), { ...ABOUT, ...about }));

describe('a case from report to sanction', () => {
  const rest = ['decided', 'delivered', 'effective', 'followed-up', 'recorded-in-idis', 'closed'] as const;
  it('goes through all stages, in order', () => {
    const steps = walked(...HEARD, ...rest.map((what) => [what, LATER] as [What, Partial<NextStep>]));
    expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([...STAGES]);
  });
  it('is not decided without classification', () => {
    const steps = walked('received', 'taken-up', 'verified');
    expect(refused(steps, 'study-done')).toBe('cases.needs.classified');
  });
  it('needs a team for severe discipline, and none for medium', () => {
    const without = HEARD.filter((one) => one !== 'team-formed').map((one) =>
      one === 'classified'
        ? (['classified', { data: acted('sedang', 'berat') }] as [What, Partial<NextStep>])
        : one,
    );
    const steps = walked(...without);
    expect(refused(steps, 'decided', LATER)).toBe('cases.needs.team-formed');
    expect(refused(steps, 'decided', { ...LATER, data: MEDIUM })).toBe('let through');
  });
  it('is heard, or was summoned twice in vain; a moral sanction goes by other rules', () => {
    const upTo = walked('received', 'classified', 'taken-up', 'verified', 'team-formed', 'summoned-1');
    const once = [...upTo];
    follow(once, next('absent', { onDate: '2024-10-15' }));
    const twice = [...once];
    follow(twice, next('summoned-2', { onDate: '2024-10-16' }));
    const waiting = [...twice];
    follow(twice, next('absent', { onDate: '2024-11-15' }));
    const decided = (steps: Step[], data = SEVERE) => {
      const all = [...steps];
      for (const what of ['study-done', 'recommended'] as const) follow(all, next(what, LATER));
      return refused(all, 'decided', { ...LATER, data });
    };
    expect([upTo, once, waiting, twice].map((steps) => decided(steps))).toEqual([
      ...['cases.notHeard', 'cases.notHeard', 'cases.notHeard', 'let through'],
    ]);
    const ethics = walked('received', ['classified', { data: acted('moral') }], 'taken-up', 'verified');
    expect(decided(ethics, MORAL)).toBe('let through');
  });
  it('has the decider whom the law names, and one sanction of the heaviest act', () => {
    const steps = walked(...HEARD);
    const decided = (data: object) => refused(steps, 'decided', { ...LATER, data: { ...SEVERE, ...data } });
    expect(decided({ decider: 'jpt-pratama' })).toBe('cases.deciderMayNot');
    expect(decided({ post: 'jpt-utama' })).toBe('cases.deciderMayNot');
    expect(decided({ sanction: 'medium-6' })).toBe('cases.sanctionUnknown');
    expect(decided({ ...MORAL })).toBe('cases.levelOther');
    const two = walked('received', 'classified', [
      'classified',
      { data: { ...acted('moral'), beside: true } },
    ]);
    const rest = HEARD.slice(2).map((one) => (typeof one === 'string' ? next(one) : next(...one)));
    for (const one of rest) follow(two, one);
    expect(refused(two, 'decided', { ...LATER, data: MORAL })).toBe('cases.levelOther');
    expect(refused(two, 'decided', LATER)).toBe('let through');
  });
});

describe('the head of the institution', () => {
  const about = [...HEARD.slice(0, 1), ['accused', { data: { head: true } }] as [What, Partial<NextStep>]];
  it('is not decided on inside', () => {
    const steps = walked(...about, ...HEARD.slice(1));
    expect(refused(steps, 'decided', LATER)).toBe('cases.headNotInside');
    const bkn = walked(...about, ...HEARD.slice(1), ['routed', LATER]);
    expect(refused(bkn, 'decided', { ...LATER, data: { ...SEVERE, outside: 'bkn' } })).toBe(
      'cases.headNotInside',
    );
    const up = walked(...about, ...HEARD.slice(1), ['routed', { ...LATER, data: { to: 'ministry' } }]);
    expect(refused(up, 'decided', LATER)).toBe('cases.headNotInside');
    expect(refused(up, 'decided', { ...LATER, data: { ...SEVERE, outside: 'ministry' } })).toBe(
      'let through',
    );
  });
});

describe('closing', () => {
  const open = walked('received', 'taken-up');
  const closed = (reason: string, more: Partial<NextStep> = {}, about: Partial<About> = {}) =>
    refused(open, 'closed', { data: { reason }, ...more }, about);
  it('is never silent', () => {
    expect(closed('not-a-violation', { note: false })).toBe('cases.closingNote');
    expect(closed('not-a-violation', { message: false })).toBe('cases.closingMessage');
    expect(closed('not-a-violation', { message: false }, { mailbox: false })).toBe('let through');
    expect(closed('')).toBe('cases.closingReason');
    expect(refused(walked('received'), 'closed', { data: { reason: 'not-provable' } })).toBe(
      'cases.closingUnlooked',
    );
  });
  it('has a reason that holds', () => {
    expect(closed('passed-on')).toBe('cases.needs.routed');
    expect(closed('duplicate')).toBe('cases.needs.linked');
    expect(closed('withdrawn-by-law')).toBe('cases.closingBasis');
    expect(closed('proven-and-sanctioned')).toBe('cases.noSanction');
  });
  it('waits for an objection, and for what a sanction brings', () => {
    const sanctioned = walked(...HEARD, ['decided', LATER], ['delivered', LATER], ['followed-up', LATER]);
    expect(refused(sanctioned, 'closed', LATER)).toBe('cases.needs.effective');
    expect(refused(sanctioned, 'closed', { ...LATER, data: { reason: 'not-a-violation' } })).toBe(
      'cases.closingSanctionStands',
    );
    follow(sanctioned, next('objection-filed', LATER));
    expect(refused(sanctioned, 'closed', LATER)).toBe('cases.remedyOpen');
    follow(sanctioned, next('objection-decided', { ...LATER, data: { outcome: 'annulled' } }));
    expect(refused(sanctioned, 'closed', { ...LATER, data: { reason: 'not-a-violation' } })).toBe(
      'let through',
    );
  });
});

it('days lie neither ahead, nor before the case, nor before what they follow', () => {
  const steps = walked('received', 'taken-up', 'verified', 'summoned-1');
  expect(refused(steps, 'receipt-sent', { onDate: '2025-01-01' })).toBe('cases.dayFuture');
  expect(refused(steps, 'receipt-sent', { onDate: '2024-09-30' })).toBe('cases.dayBeforeCase');
  expect(refused(steps, 'receipt-sent', { onDate: '2024-02-30' })).toBe('cases.dayForm');
  expect(refused(steps, 'absent', { onDate: '2024-10-14' })).toBe('cases.examDayNotCome');
});

it('random walks reach no forbidden state', () => {
  const levels = ['moral', 'ringan', 'sedang', 'berat', 'ptdh'];
  const step = fc.record({
    what: fc.constantFrom(...WHATS),
    onDate: fc.constantFrom('2024-10-01', '2024-10-15', '2024-11-15', '2024-12-01', '2025-02-01'),
    data: fc.record({
      reason: fc.constantFrom(...CLOSING_REASONS, 'x'),
      to: fc.constantFrom('bkn', 'ministry', 'x'),
      outside: fc.constantFrom('ministry', null),
      head: fc.boolean(),
      examOn: fc.constant('2024-10-15'),
      from: fc.constant('team'),
      case: fc.constant('0123456789abcdef'),
      outcome: fc.constantFrom('upheld', 'annulled'),
      levels: fc.constantFrom(...levels).map((level) => [{ level, confidence: 'verified' }]),
      ...{
        level: fc.constantFrom('berat', 'moral'),
        sanction: fc.constantFrom('severe-demotion', 'moral-open'),
      },
      ...{ post: fc.constant('pelaksana'), decider: fc.constantFrom('ppk', 'pengawas') },
    }),
    note: fc.boolean(),
    message: fc.boolean(),
  });
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), (wishes) => {
      const steps = walked('received');
      for (const wish of wishes) {
        const wanted = { ...next(wish.what), ...wish };
        const before = historyOf(steps);
        if (refusalOf(() => follow(steps, wanted)) !== 'let through') continue;
        seen.add(wish.what);
        holds(before, wanted, steps);
      }
      for (const what of possibleNext(steps, WHATS)) expect(what).not.toBe('received');
    }),
    { numRuns: 300 },
  );
  expect(seen.size).toBeGreaterThan(15);
});

/** What must be so behind every step that was let through, said apart from the rules themselves. */
function holds(
  before: ReturnType<typeof historyOf>,
  { what, onDate, note, message, data }: NextStep,
  steps: Step[],
) {
  const stage = stageOf(steps);
  const moved = STAGES.indexOf(stage) - STAGES.indexOf(before.stage);
  expect(onDate <= ABOUT.today && onDate >= DAY).toBe(true);
  if (what === 'closed') expect(note && message && stage === 'closed').toBe(true);
  else if (what === 'reopened') expect(before.stage === 'closed' && stage === 'verification').toBe(true);
  else expect(moved === 0 || moved === 1).toBe(true);
  if (before.stage === 'closed') expect(what).toBe('reopened');
  if (what !== 'decided') return;
  expect(before.sanction).toBeNull();
  expect(before.acts.length).toBeGreaterThan(0);
  if (data.level === 'berat') expect(before.has('team-formed')).toBe(true);
  if (before.head) expect(before.routes.includes('ministry') && data.outside === 'ministry').toBe(true);
  else expect(data.decider).toBe('ppk');
}
