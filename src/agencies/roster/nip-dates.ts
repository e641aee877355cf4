/** `yyyymmdd` that is a day of the calendar, of the years 1900 to 2100. */
export function isDate(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whole months from the birth month to the given month. */
export function ageInMonths(birth: string, year: number, month: number): number {
  return (year - Number(birth.slice(0, 4))) * 12 + month - Number(birth.slice(4, 6));
}

/** `yyyymmdd` against an ISO date; never when `today` is not given. */
export function isFuture(day: string, today: string | undefined): boolean {
  return today !== undefined && day > today.replaceAll('-', '').slice(0, 8);
}
