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
  const shifted = new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  const time = shifted.slice(11, 19).replaceAll(':', labels.separator);
  return { day: dayInWords(shifted.slice(0, 10), labels), clock: `${time} ${name}` };
}

/** `2023-02-23` as `23 Februari 2023`. */
export function dayInWords(date: string, labels: Labels): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${labels.months[Number(month) - 1]} ${year}`;
}
