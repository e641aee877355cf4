import { printCitation, type Register, SHIPPED, scanCitations } from '../law/index.ts';
import { isDay } from '../platform/days.ts';
import { CAMPAIGN_LIMITS } from './check-campaign.ts';
import { tidyLine, tidyLines } from './tidy.ts';

/** What could be read from a circular; for the officer to check, never saved unseen. */
export interface ReadCircular {
  number: string | null;
  /** 'YYYY-MM-DD', only where day, month and year all stand there */
  date: string | null;
  bases: string[];
}

/** How far down the head of a letter reaches; a date further down is that of something else. */
const HEAD = 1500;
const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
);

export function readCircular(pasted: string, register: Register = SHIPPED): ReadCircular {
  const text = tidyLines(pasted.slice(0, CAMPAIGN_LIMITS.circularText));
  const head = text.slice(0, HEAD);
  const number = /^(?:surat edaran\s*)?nomor\s*:?\s*(\S.{0,99})$/im.exec(head)?.[1];
  return {
    number: number ? tidyLine(number.replace(/\s+tahun\s+\d{4}$/i, '')) : null,
    date: dateOf(head),
    bases: basesOf(text, register),
  };
}

function dateOf(head: string): string | null {
  const found = head.matchAll(new RegExp(`\\b(\\d{1,2})\\s+(${MONTHS.join('|')})\\s+(\\d{4})\\b`, 'gi'));
  for (const [, day, month, year] of found) {
    const number = String(MONTHS.indexOf((month as string).toLowerCase()) + 1);
    const date = `${year}-${number.padStart(2, '0')}-${(day as string).padStart(2, '0')}`;
    if (isDay(date)) return date;
  }
  return null;
}

/** Each instrument once, in the order of the letter; a joint decree with all its numbers. */
function basesOf(text: string, register: Register): string[] {
  const lines = scanCitations(text, undefined, register).instruments.map(({ instrument, start, end }) =>
    instrument ? printCitation({ instrument }, 'full') : tidyLine(text.slice(start, end)),
  );
  return [...new Set(lines)].slice(0, CAMPAIGN_LIMITS.bases);
}
