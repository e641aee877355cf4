import type { Prepared } from '../text/prepare.ts';
import { overlaps } from '../text/spans.ts';
import type { Span } from '../types.ts';
import type { DateMention } from './dates.ts';

export interface Letter extends Span {
  readonly number: string;
  readonly kind?: string;
  readonly issuer?: string;
  /** As printed; `iso` where it holds a year. */
  readonly dated?: DateMention;
}

const NUMBER =
  /\b(?:Nomor|Nomer|No\.?)\s{0,6}:?\s{0,3}((?:[A-Z]{1,5}[.-]?)?\d[\w.-]{0,24}(?:\s?\/\s?[\w.&-]{1,30}){1,6})/gi;
/** Circulars and instructions of a region, numbered like laws: "Instruksi Bupati X Nomor 3 Tahun 2024". */
const NUMBERED =
  /\b(Surat\sEdaran|Instruksi|SE)\b((?:\s[^\s"();:]{1,30}){0,10}?)\s{0,4}(?:Nomor|No\.?)\s{0,4}:?\s{0,3}(\d{1,4})\s(?:Tahun|Thn\.?)\s((?:19|20)\d{2})/gi;
const BEFORE =
  /(Surat\s(?:Edaran|Perintah|Tugas|Keputusan|Imbauan|Himbauan|Undangan)|Surat|Instruksi|Nota\sDinas|Radiogram|Telegram|\bSE)\b((?:\s(?:dari\s|oleh\s)?[^\s"();:]{1,30}){0,14}?)\s{0,3}$/i;
const LAW_STYLE = /^\d{1,3}\s?\/\s?(?:19|20)\d{2}$|PUU-/;
const DATED = /^[^.\n]{0,170}?\b(?:tertanggal|tanggal|tgl\.?|per tanggal)\s{0,2}$/i;

/**
 * Letters by number, as `892/51/BKPSDM.IV/2023`, with issuer and date where they stand beside it. `taken` are spans of
 * laws and joint decrees, whose numbers are no letters.
 */
export function scanLetters(doc: Prepared, dates: readonly DateMention[], taken: readonly Span[]): Letter[] {
  const slashed = [...doc.clean.matchAll(NUMBER)].flatMap((match) => {
    const number = (match[1] as string).replace(/\s/g, '').replace(/[.,-]+$/, '');
    const start = match.index + match[0].length - (match[1] as string).length;
    const end = start + (match[1] as string).trimEnd().replace(/[.,-]+$/, '').length;
    if (LAW_STYLE.test(number) || overlaps(taken, { start, end })) return [];
    const head = BEFORE.exec(doc.clean.slice(Math.max(0, match.index - 180), match.index));
    const kind = head?.[1]?.toLowerCase().replace(/\s+/g, ' ').replace(/^se$/, 'surat edaran');
    const issuer = issuerOf(head?.[2]);
    const dated = dateAfter(doc.clean, end, dates);
    return [
      {
        start,
        end,
        number,
        ...(kind ? { kind } : {}),
        ...(issuer ? { issuer } : {}),
        ...(dated ? { dated } : {}),
      },
    ];
  });
  return [...slashed, ...scanNumbered(doc, dates, taken)].sort((a, b) => a.start - b.start);
}

function scanNumbered(doc: Prepared, dates: readonly DateMention[], taken: readonly Span[]): Letter[] {
  return [...doc.clean.matchAll(NUMBERED)].flatMap((match) => {
    const [whole, kind = '', between, number, year] = match;
    const end = match.index + whole.length;
    const start = end - (whole.length - whole.search(/\d{1,4}\s\S+\s\d{4}$/));
    if (overlaps(taken, { start, end })) return [];
    const issuer = issuerOf(between);
    const dated = dateAfter(doc.clean, end, dates);
    const plain = kind.toLowerCase().replace(/\s+/g, ' ').replace(/^se$/, 'surat edaran');
    return [
      {
        start,
        end,
        number: `${number} Tahun ${year}`,
        kind: plain,
        ...(issuer ? { issuer } : {}),
        ...(dated ? { dated } : {}),
      },
    ];
  });
}

/** A circular's own date and place line, or "ditetapkan … pada tanggal". */
export function ownDate(doc: Prepared, dates: readonly DateMention[]): DateMention | undefined {
  return dates.find((date) => {
    const before = doc.clean.slice(Math.max(0, date.start - 60), date.start);
    return (
      /(?:pada\s{1,3}tanggal|tanggal\s{0,12}:)\s{0,3}$/i.test(before) ||
      /(?:^|\n)\s{0,60}[A-Z][A-Za-z ]{2,30},\s{0,4}$/.test(before)
    );
  });
}

function issuerOf(between: string | undefined): string | undefined {
  const plain = between
    ?.replace(/\s+/g, ' ')
    .replace(/\b(?:tentang|perihal|tertanggal|dengan|hal)\b.*$/i, '')
    .replace(/^\s?(?:dari|oleh)\s/i, '')
    .replace(/\s?\((?:SE|SK)\)/, '')
    .trim();
  return plain && /^[A-Z]/.test(plain) ? plain : undefined;
}

function dateAfter(text: string, end: number, dates: readonly DateMention[]): DateMention | undefined {
  const next = dates[firstFrom(dates, end)];
  if (!next || next.start > end + 200) return undefined;
  return DATED.test(text.slice(end, next.start)) ||
    /^[\s,]{0,4}(?:tanggal|tgl)/i.test(text.slice(end, next.end))
    ? next
    : undefined;
}

function firstFrom(dates: readonly DateMention[], at: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as DateMention).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
