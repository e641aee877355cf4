import { CLOCKS, type Clock } from '../../law/index.ts';
import type { Destination, What } from '../cases/stages.ts';
import { OWN_CLOCKS, type OwnClockId } from './own.ts';

/** With whom the case lies while a clock runs. */
export type Holder = 'team' | 'superior' | 'ppk' | 'bawaslu' | 'bpasn' | 'person';

/** To whom a silence is taken. `wasdal`: whoever supervises institutions on that day (KASN, then BKN). */
export type NextBody = 'ppk' | 'wasdal' | 'bawaslu';

/** When a rule holds for a case; told by its steps alone. */
export type Only =
  | 'report'
  | 'sent-to-bkn'
  | 'discipline'
  | 'dismissal'
  | 'pemilu'
  | 'pemilu-more'
  | 'pilkada'
  | 'pilkada-more';

export interface ClockRule {
  /** In the register of law, or one of our own. */
  readonly clock: string;
  readonly starts: readonly What[];
  /** Which day of the step is day 0: when it was done (absent), or the day of the examination that it sets. */
  readonly day?: 'examOn';
  readonly ends: readonly What[];
  /** Of steps `routed`, only those to these end it. */
  readonly endsTo?: readonly Destination[];
  /** Steps that take its effect away: an objection suspends the sanction. */
  readonly drops?: readonly What[];
  readonly only?: Only;
  readonly holder: Holder;
  /** What it is when its day has gone by: late, in force, or over for whoever could have acted. */
  readonly passes: 'overdue' | 'effect' | 'lapse';
  /** null: nobody above is known. */
  readonly next: NextBody | null;
}

const ELECTION: readonly Destination[] = ['bawaslu', 'gakkumdu'];
const BAWASLU = {
  starts: ['routed'],
  ends: ['study-done', 'recommended', 'decided', 'followed-up'],
  holder: 'bawaslu',
  passes: 'overdue',
  next: 'bawaslu',
} as const satisfies Partial<ClockRule>;
const TO_BAWASLU = {
  starts: ['received'],
  ends: ['routed'],
  endsTo: ELECTION,
  holder: 'team',
  passes: 'overdue',
  next: 'ppk',
} as const satisfies Partial<ClockRule>;

/** Which steps start and end which clock. Closing a case ends every clock of it, and opening it again starts none. */
export const RULES: readonly ClockRule[] = [
  {
    clock: 'receipt',
    starts: ['received'],
    ends: ['receipt-sent'],
    only: 'report',
    holder: 'team',
    passes: 'overdue',
    next: 'ppk',
  },
  {
    clock: 'satgas-verification',
    starts: ['received', 'reopened'],
    ends: ['verified'],
    holder: 'team',
    passes: 'overdue',
    next: 'ppk',
  },
  {
    clock: 'bawaslu-study',
    starts: ['verified'],
    ends: ['study-done'],
    only: 'sent-to-bkn',
    holder: 'bawaslu',
    passes: 'overdue',
    next: 'wasdal',
  },
  {
    clock: 'summons-first',
    starts: ['summoned-1'],
    day: 'examOn',
    ends: ['summoned-1'],
    holder: 'superior',
    passes: 'overdue',
    next: null,
  },
  {
    clock: 'examination',
    starts: ['summoned-1', 'summoned-2'],
    day: 'examOn',
    ends: ['examined', 'absent', 'study-done'],
    holder: 'superior',
    passes: 'overdue',
    next: 'ppk',
  },
  {
    clock: 'summons-second',
    starts: ['absent'],
    ends: ['summoned-2', 'examined', 'study-done'],
    holder: 'superior',
    passes: 'overdue',
    next: 'ppk',
  },
  {
    clock: 'ppk-follow-up',
    starts: ['recommended'],
    ends: ['decided'],
    holder: 'ppk',
    passes: 'overdue',
    next: 'wasdal',
  },
  {
    clock: 'delivery',
    starts: ['decided'],
    ends: ['delivered', 'delivery-missed', 'delivery-sent'],
    only: 'discipline',
    holder: 'ppk',
    passes: 'overdue',
    next: 'wasdal',
  },
  {
    clock: 'delivery-sent',
    starts: ['delivery-missed'],
    ends: ['delivery-sent', 'delivered'],
    only: 'discipline',
    holder: 'ppk',
    passes: 'overdue',
    next: 'wasdal',
  },
  {
    clock: 'effective',
    starts: ['delivered', 'delivery-sent'],
    ends: ['effective'],
    drops: ['objection-filed', 'appeal-filed'],
    only: 'discipline',
    holder: 'ppk',
    passes: 'effect',
    next: null,
  },
  {
    clock: 'objection',
    starts: ['delivered', 'delivery-sent'],
    ends: ['objection-filed'],
    only: 'discipline',
    holder: 'person',
    passes: 'lapse',
    next: null,
  },
  {
    clock: 'objection-decision',
    starts: ['objection-filed'],
    ends: ['objection-decided'],
    holder: 'ppk',
    passes: 'overdue',
    next: 'wasdal',
  },
  {
    clock: 'appeal',
    starts: ['delivered', 'delivery-sent'],
    ends: ['appeal-filed'],
    only: 'dismissal',
    holder: 'person',
    passes: 'lapse',
    next: null,
  },
  {
    clock: 'appeal-decision',
    starts: ['appeal-filed'],
    ends: ['appeal-decided'],
    holder: 'bpasn',
    passes: 'overdue',
    next: null,
  },
  { clock: 'pemilu-report', ...TO_BAWASLU, only: 'pemilu' },
  { clock: 'pilkada-report', ...TO_BAWASLU, only: 'pilkada' },
  { clock: 'pemilu-decision', ...BAWASLU, only: 'pemilu' },
  { clock: 'pemilu-decision-extended', ...BAWASLU, only: 'pemilu-more' },
  { clock: 'pilkada-decision', ...BAWASLU, only: 'pilkada' },
  { clock: 'pilkada-decision-extended', ...BAWASLU, only: 'pilkada-more' },
];

/** A case without a step for so long, and without a clock, has no rule of its own that starts it: its last step does. */
export const NO_STEP: ClockRule & { clock: OwnClockId } = {
  clock: 'no-step',
  starts: [],
  ends: [],
  holder: 'team',
  passes: 'overdue',
  next: 'ppk',
};

const BY_ID = new Map<string, Clock>([...CLOCKS, ...OWN_CLOCKS].map((clock) => [clock.id, clock]));

export function clockOf({ clock }: Pick<ClockRule, 'clock'>): Clock {
  const found = clockNamed(clock);
  if (!found) throw new Error(`There is no clock ${clock}.`);
  return found;
}

export function clockNamed(id: string): Clock | undefined {
  return BY_ID.get(id);
}

/** Whether no rule of law stands behind it. */
export function isOwn(clock: string): boolean {
  return OWN_CLOCKS.some(({ id }) => id === clock);
}
