import { HOLIDAY_YEARS } from '../../src/law/index.ts';

/** What the trial wrote of a step; everything here is counted from it anew, by nothing of the program but its holidays. */
export interface Did {
  n: number;
  what: string;
  on: string;
  /** The day on which it was written down, in UTC. */
  written: string;
  data: Record<string, unknown>;
}

export interface OracleCase {
  id: string;
  origin: 'report' | 'finding';
  did: Did[];
}

export type OwnLength = (clock: string, start: string) => number | null;

const DAY = 86_400_000;
const plus = (day: string, n: number) => new Date(Date.parse(day) + n * DAY).toISOString().slice(0, 10);
const holidays = new Set(HOLIDAY_YEARS.flatMap(({ days }) => days.map(({ date }) => date)));
const isWorked = (day: string) => ![0, 6].includes(new Date(day).getUTCDay()) && !holidays.has(day);

interface Line {
  clock: string;
  from: string[];
  to: string[];
  /** Working days (w), calendar days (c); a number back for those that are counted back. */
  lengths: [number, 'w' | 'c'][];
  kind: 'deadline' | 'effect' | 'lapse';
  drops?: string[];
  silent?: boolean;
  /** Only where the decision is a sanction of discipline. */
  discipline?: boolean;
}
const DELIVERED = ['delivered', 'delivery-sent'];

/** The table as a clerk would write it on paper. */
const LINES: Line[] = [
  { clock: 'receipt', from: ['received'], to: ['receipt-sent'], lengths: [[7, 'c']], kind: 'deadline' },
  {
    clock: 'satgas-verification',
    from: ['received', 'reopened'],
    to: ['verified'],
    lengths: [[7, 'c']],
    kind: 'deadline',
  },
  {
    clock: 'summons-first',
    from: ['summoned-1'],
    to: ['summoned-1'],
    lengths: [[-7, 'w']],
    kind: 'deadline',
    silent: true,
  },
  {
    clock: 'examination',
    from: ['summoned-1', 'summoned-2'],
    to: ['examined', 'absent', 'study-done'],
    lengths: [[0, 'c']],
    kind: 'deadline',
  },
  {
    clock: 'summons-second',
    from: ['absent'],
    to: ['summoned-2', 'examined', 'study-done'],
    lengths: [[7, 'w']],
    kind: 'deadline',
  },
  { clock: 'ppk-follow-up', from: ['recommended'], to: ['decided'], lengths: [[3, 'c']], kind: 'deadline' },
  {
    clock: 'delivery',
    discipline: true,
    from: ['decided'],
    to: [...DELIVERED, 'delivery-missed'],
    lengths: [
      [14, 'w'],
      [14, 'c'],
    ],
    kind: 'deadline',
  },
  {
    clock: 'delivery-sent',
    discipline: true,
    from: ['delivery-missed'],
    to: DELIVERED,
    lengths: [[3, 'w']],
    kind: 'deadline',
  },
  {
    clock: 'effective',
    discipline: true,
    from: DELIVERED,
    to: ['effective'],
    lengths: [[15, 'w']],
    kind: 'effect',
    drops: ['objection-filed'],
  },
  {
    clock: 'objection',
    discipline: true,
    from: DELIVERED,
    to: ['objection-filed'],
    lengths: [[14, 'w']],
    kind: 'lapse',
  },
  {
    clock: 'objection-decision',
    from: ['objection-filed'],
    to: ['objection-decided'],
    lengths: [[21, 'w']],
    kind: 'deadline',
  },
];

interface Run {
  key: string;
  line: Line;
  began: string;
  first: string;
  last: string;
  end: string | null;
  paused: boolean;
  reason: boolean;
}

/** `clock:n what` and the day for which it is owed by `today`, for every moment of a case. */
export function owedBy(one: OracleCase, today: string, own: OwnLength): Map<string, string> {
  const owed = new Map<string, string>();
  const runs = one.did.flatMap((step) => LINES.flatMap((line) => runOf(one, line, step, today, own)));
  for (const run of runs) if (!run.paused) for (const [what, day] of moments(run)) put(run, what, day);
  const idle = standstill(one, runs, today);
  if (idle) {
    const stalled = plus(idle.start, 14);
    if (stalled <= today) owed.set(`no-step:${idle.n} stalled`, stalled);
    if (plus(stalled, 7) <= today) owed.set(`no-step:${idle.n} escalated`, plus(stalled, 7));
  }
  return owed;

  function put({ key, end }: Run, what: string, day: string) {
    const open = end === null || (what !== 'escalated' && end >= day);
    if (day <= today && open) owed.set(`${key} ${what}`, day);
  }
}

function runOf(one: OracleCase, line: Line, step: Did, today: string, own: OwnLength): Run[] {
  if (!line.from.includes(step.what) || (line.clock === 'receipt' && one.origin !== 'report')) return [];
  const level = one.did.findLast(({ what }) => what === 'decided')?.data.level;
  if (line.discipline && level === 'moral') return [];
  const start =
    line.clock === 'examination' || line.clock === 'summons-first' ? String(step.data.examOn) : step.on;
  const key = `${line.clock}:${step.n}`;
  const stops = [...line.to, ...(line.drops ?? []), ...line.from, 'closed'];
  const end = line.to.includes(step.what)
    ? step
    : one.did.find(({ n, what }) => n > step.n && stops.includes(what));
  const breaks = pausesOf(one, key);
  const until = end?.on ?? today;
  const off = (day: string) => breaks.some(([a, b]) => day >= a && day < (b ?? until));
  const length = own(line.clock, start);
  const lengths = length === null ? line.lengths : ([[length, 'c']] as Line['lengths']);
  const ends = lengths
    .map(([n, unit]) => walk(start, n, (day) => !off(day) && (unit === 'c' || isWorked(day))))
    .sort();
  const now = end ? [] : breaks.filter(([a, b]) => a <= today && (b === null || b > today));
  return [
    {
      ...{ key, line, began: step.on, first: ends[0] as string, last: ends.at(-1) as string },
      ...{ end: end?.on ?? null, paused: now.length > 0, reason: now.some(([, b]) => b !== null) },
    },
  ];
}

function walk(start: string, n: number, counts: (day: string) => boolean): string {
  let day = start;
  for (let left = Math.abs(n); left > 0; ) {
    day = plus(day, Math.sign(n));
    if (counts(day)) left -= 1;
  }
  return day;
}

function pausesOf(one: OracleCase, key: string): [string, string | null][] {
  return one.did
    .filter(({ what, data }) => what === 'paused' && (data.of as string[]).includes(key))
    .map(({ n, data }) => {
      const resumed = one.did.find((step) => step.what === 'resumed' && step.data.paused === n);
      return [String(data.from), (resumed?.data.until ?? data.until ?? null) as string | null];
    });
}

function* moments({ line, began, first, last }: Run): Generator<[string, string]> {
  const late = (day: string) => (day > began ? day : began);
  if (first >= began) yield ['due', first];
  if (line.kind !== 'deadline') return;
  if (first >= began) yield ['due-soon', late(plus(first, -2))];
  yield ['overdue', late(plus(first, 1))];
  if (!line.silent) yield ['escalated', plus(last, 7)];
}

/** Where no clock runs and no pause with an end gives a reason. */
function standstill(one: OracleCase, runs: Run[], today: string): { n: number; start: string } | null {
  const lastStep = one.did.at(-1) as Did;
  const gone = ({ line, first }: Run) =>
    (line.kind === 'effect' && today >= first) || (line.kind === 'lapse' && today > first);
  const runsOn = (run: Run) => run.end === null && !gone(run) && (!run.paused || run.reason);
  if (lastStep.what === 'closed' || runs.some(runsOn)) return null;
  const through = runs.filter((run) => run.end === null && gone(run)).map(({ first }) => first);
  const breaks = runs
    .flatMap(({ key }) => pausesOf(one, key).map(([, b]) => b ?? ''))
    .filter((day) => day <= today);
  const touched = lastStep.written > lastStep.on ? lastStep.written : lastStep.on;
  return { n: lastStep.n, start: [...through, ...breaks, touched].sort().at(-1) as string };
}
