import { instantOf, type Zone } from './format.ts';

/** A day that the calendar has, from the independence of the republic on. */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || date < '1945-08-17' || date > '2199-12-31') return false;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

/** The end of a day there, for what somebody typed; what is no day is long past. */
export function endOfDay(date: string, zone: Zone): Date {
  if (!isDay(date)) return new Date(0);
  return new Date(instantOf(date, '23:59', zone).getTime() + 60_000);
}
