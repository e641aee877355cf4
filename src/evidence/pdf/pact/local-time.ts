import type { SealedRecord } from '../../../verify/index.ts';
import type { Labels } from './labels.ts';

/** Indonesia's three zones have no summer time; the offsets are law (Keputusan Presiden 41/1987). */
const ZONES: Record<SealedRecord['agency']['zone'], { hours: number; name: string }> = {
  'Asia/Jakarta': { hours: 7, name: 'WIB' },
  'Asia/Makassar': { hours: 8, name: 'WITA' },
  'Asia/Jayapura': { hours: 9, name: 'WIT' },
};

export interface LocalTime {
  /** `23 Februari 2023` */
  readonly day: string;
  /** `09.15.32 WIB` */
  readonly clock: string;
}

export function localTime(at: string, zone: SealedRecord['agency']['zone'], labels: Labels): LocalTime {
  const { hours, name } = ZONES[zone];
  const hour = Number(at.slice(11, 13)) + hours;
  const date = hour < 24 ? at.slice(0, 10) : dayAfter(at.slice(0, 10));
  const { separator } = labels;
  const time = `${String(hour % 24).padStart(2, '0')}${separator}${at.slice(14, 16)}${separator}${at.slice(17, 19)}`;
  return { day: dayInWords(date, labels), clock: `${time} ${name}` };
}

/** `WIB` */
export function zoneName(zone: SealedRecord['agency']['zone']): string {
  return ZONES[zone].name;
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** `2023-02-23` as `23 Februari 2023`. */
export function dayInWords(date: string, labels: Labels): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8))];
  return `${day} ${labels.months[month - 1]} ${date.slice(0, 4)}`;
}
