/** `yyyymmdd` that is a day of the calendar, of the years 1900 to 2100. */
export function isDate(text: string): boolean {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(4, 6));
  const day = Number(text.slice(6, 8));
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whole months from the birth month to the given month. */
export function ageInMonths(birth: string, year: number, month: number): number {
  return (year - Number(birth.slice(0, 4))) * 12 + month - Number(birth.slice(4, 6));
}

/** `yyyymmdd` against an ISO date; never when `today` is not given. */
export function isFuture(day: string, today: string | undefined): boolean {
  return today !== undefined && day > today.slice(0, 4) + today.slice(5, 7) + today.slice(8, 10);
}
