const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** Number formats that show a date or a time; 27-36 and 50-58 are the East Asian ones (ISO/IEC 29500-1 18.8.30). */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return true;
  if (code === undefined) return false;
  const bare = code.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

/** A day count as ISO text: `2024-09-18`, or with `T09:30:00`. Null outside Excel's calendar (1900 to 9999). */
export function serialToIso(serial: number, epoch1904: boolean): string | null {
  const days = epoch1904 ? serial + 1462 : serial;
  if (!(days >= 0 && days <= LAST_SERIAL + 1)) return null;
  const shifted = days < 60 ? days + 1 : days;
  const iso = new Date(Math.round((shifted - 25_569) * 86_400) * 1000).toISOString();
  return Number.isInteger(days) || (days * DAY_MS) % DAY_MS < 500 ? iso.slice(0, 10) : iso.slice(0, 19);
}
