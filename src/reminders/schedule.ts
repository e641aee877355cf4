import { addDays, addWorkingDays, type Holiday, knows, restOn, type WorkCalendar } from '../law/index.ts';
import { dateIn, instantOf, timeIn, type Zone } from '../platform/format.ts';
import type { Plan } from './plan.ts';

/** All that the time of a message depends on, besides the moment itself. */
export interface Terms {
  plan: Pick<Plan, 'firstDays' | 'everyDays' | 'fromHour' | 'untilHour' | 'unitDays' | 'headDays'>;
  zone: Zone;
  openedAt: Date;
  deadline: Date;
  calendar: WorkCalendar;
}

/** Whether anything may be sent now; if not, why, and from when on. */
export type Gate =
  | { open: true }
  | { open: false; why: 'quiet' | 'weekend'; until: Date }
  | { open: false; why: 'holiday'; until: Date; holiday: Holiday }
  | { open: false; why: 'over' };

export function gateAt(now: Date, terms: Terms): Gate {
  const { zone, deadline, calendar, plan } = terms;
  if (now >= deadline) return { open: false, why: 'over' };
  const day = dateIn(now, zone);
  const rest = restOn(day, calendar);
  const nextDay = () => morning(addWorkingDays(day, 1, calendar).date, terms);
  if (rest === 'weekend') return { open: false, why: 'weekend', until: nextDay() };
  if (rest) return { open: false, why: 'holiday', until: nextDay(), holiday: rest };
  const hour = Number(timeIn(now, zone).slice(0, 2));
  if (hour < plan.fromHour) return { open: false, why: 'quiet', until: morning(day, terms) };
  if (hour >= plan.untilHour) return { open: false, why: 'quiet', until: nextDay() };
  return { open: true };
}

/** The first message to anybody. */
export function firstAt(terms: Terms): Date {
  return later(terms.openedAt, terms.plan.firstDays, terms);
}

/** The next one to somebody to whom the last was sent then. */
export function nextAt(sentAt: Date, terms: Terms): Date {
  return later(sentAt, terms.plan.everyDays, terms);
}

/** On a working day: whoever was sent the last one before this instant is due, by the same count as `nextAt`. */
export function dueSince(now: Date, { plan, zone, calendar }: Terms): Date {
  const day = addWorkingDays(dateIn(now, zone), -plan.everyDays, calendar).date;
  return instantOf(addDays(day, 1), '00:00', zone);
}

/** From when on the unit or the head is told; null: never. */
export function tellFrom(level: 'unit' | 'head', terms: Terms): Date | null {
  const days = level === 'unit' ? terms.plan.unitDays : terms.plan.headDays;
  if (days === 0) return null;
  const day = addWorkingDays(dateIn(terms.deadline, terms.zone), -days, terms.calendar).date;
  return morning(day, terms);
}

/** Years up to the deadline whose holidays are not known: only weekends are left out in them. */
export function unknownYears({ openedAt, deadline, zone, calendar }: Terms): number[] {
  const [from, until] = [openedAt, deadline].map((at) => Number(dateIn(at, zone).slice(0, 4)));
  const years = Array.from(
    { length: (until as number) - (from as number) + 1 },
    (_, i) => (from as number) + i,
  );
  return years.filter((year) => !knows(`${year}-01-01`, calendar));
}

function later(at: Date, days: number, terms: Terms): Date {
  return morning(addWorkingDays(dateIn(at, terms.zone), days, terms.calendar).date, terms);
}

function morning(day: string, { plan, zone }: Terms): Date {
  return instantOf(day, `${String(plan.fromHour).padStart(2, '0')}:00`, zone);
}
