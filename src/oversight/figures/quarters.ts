import { NATION_ZONE } from '../../coverage/index.ts';
import { dateIn, instantOf } from '../../platform/format.ts';
import type { AsOf } from './facts.ts';

/** '2026-Q3': quarters of the calendar in Jakarta sort as texts do. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The end of the last quarter that is over: what is shown to everybody stands still from one such day to the next. */
export function lastQuarter(now: Date): AsOf {
  const today = dateIn(now, NATION_ZONE);
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const first = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  const before = instantOf(first, '00:00', NATION_ZONE);
  return { asOf: dateIn(new Date(before.getTime() - 1), NATION_ZONE), before };
}

/** Now: for those who work with the cases. */
export function today(now: Date): AsOf {
  return { asOf: dateIn(now, NATION_ZONE), before: now };
}
