import type { Lang } from './i18n.ts';

export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;
/** Made once: making one takes longer than a hundred numbers. */
const WHOLE = { id: new Intl.NumberFormat(LOCALE.id), en: new Intl.NumberFormat(LOCALE.en) } as const;
const TENTHS = {
  id: new Intl.NumberFormat(LOCALE.id, { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(LOCALE.en, { maximumFractionDigits: 1 }),
} as const;
const ZONE_NAME: Record<Zone, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** 'YYYY-MM-DD' as people write it: 18 September 2024; with `weekday`: Rabu, 18 September 2024. */
export function formatDate(lang: Lang, date: string, weekday = false): string {
  return dates(`${lang} ${weekday}`, LOCALE[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    ...(weekday ? { weekday: 'long' as const } : {}),
  }).format(new Date(`${date}T00:00:00Z`));
}

/** An instant in an Indonesian zone: 18 September 2024 07.15 WIB. */
export function formatMoment(lang: Lang, at: Date, zone: Zone): string {
  return `${formatDate(lang, dateIn(at, zone))} ${formatClock(lang, timeIn(at, zone), zone)}`;
}

/** A wall clock 'HH:MM' as people write it, with the name of its zone: 07.15 WIB. */
export function formatClock(lang: Lang, time: string, zone: Zone): string {
  return `${lang === 'id' ? time.replace(':', '.') : time} ${ZONE_NAME[zone]}`;
}

/** The calendar date of an instant in a zone, 'YYYY-MM-DD'. */
export function dateIn(at: Date, zone: Zone): string {
  return dates(`date ${zone}`, 'en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
}

/** The wall clock of an instant in a zone, 'HH:MM'. */
export function timeIn(at: Date, zone: Zone): string {
  return dates(`time ${zone}`, 'en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The instant at which a wall clock of a zone shows this date and time; Indonesia has no summer time. */
export function instantOf(date: string, time: string, zone: Zone): Date {
  const hours = { 'Asia/Jakarta': '+07:00', 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' }[zone];
  return new Date(`${date}T${time}:00${hours}`);
}

export function formatNumber(lang: Lang, value: number): string {
  return WHOLE[lang].format(value);
}

/** With one decimal where there is one: 12,5. */
export function formatTenths(lang: Lang, value: number): string {
  return TENTHS[lang].format(value);
}

/** 0.856 as 85,6 % (Indonesian) or 85.6% (English); never 100 before all, never 0 when there is one. */
export function formatShare(lang: Lang, share: number): string {
  const bounded = share > 0 && share < 1 ? Math.min(Math.max(share, 0.001), 0.999) : share;
  const text = formatTenths(lang, bounded * 100);
  return lang === 'id' ? `${text} %` : `${text}%`;
}

/** Each made once, when first asked for: making one takes longer than a whole table of dates. */
function dates(name: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = DATES.get(name) ?? new Intl.DateTimeFormat(locale, options);
  DATES.set(name, format);
  return format;
}
const DATES = new Map<string, Intl.DateTimeFormat>();
