import { formatNumber, formatShare, formatTenths, type Zone } from '../../platform/format.ts';
import type { Lang } from '../../platform/i18n.ts';

export type Value = string | number | null;

/** A share is a number from 0 to 1, a difference one of percentage points; null is printed as a dash. */
export interface ReportColumn {
  /** The column's name in CSV and JSON, the same in every language. */
  readonly key: string;
  readonly head: string;
  readonly kind: 'text' | 'count' | 'share' | 'points';
}

/** One table, the same on the page and in every file. */
export interface Sheet {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** Where the first cell of each row leads on the page. */
  readonly links?: readonly (string | null)[];
  readonly total?: readonly Value[];
}

/** What page and files say alike: figures with the moment, the source and the meaning of each. */
export interface Report {
  /** The file's name without ending. */
  readonly file: string;
  readonly title: string;
  readonly asOf: Date;
  readonly zone: Zone;
  /** Label and text: what is counted, as of when, from where. */
  readonly facts: readonly (readonly [string, string])[];
  readonly definitions: readonly (readonly [string, string])[];
  readonly sheets: readonly Sheet[];
}

/** A cell as people read it. */
export function cellText(lang: Lang, { kind }: ReportColumn, value: Value): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (kind === 'share') return formatShare(lang, value);
  if (kind === 'points') return pointsText(lang, value);
  return formatNumber(lang, value);
}

/** A cell as a program reads it: shares in percent with one decimal, never 100 before all, never 0 where there is one. */
export function cellValue({ kind }: ReportColumn, value: Value): Value {
  if (typeof value !== 'number') return value;
  if (kind === 'points') return Math.round(value * 1000) / 10;
  if (kind !== 'share') return value;
  const rounded = Math.round(value * 1000) / 10;
  return value > 0 && value < 1 ? Math.min(Math.max(rounded, 0.1), 99.9) : rounded;
}

function pointsText(lang: Lang, value: number): string {
  const points = Math.round(value * 1000) / 10;
  const text = formatTenths(lang, Math.abs(points));
  return points === 0 ? '0' : `${points > 0 ? '+' : '−'}${text}`;
}
