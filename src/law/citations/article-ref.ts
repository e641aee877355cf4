import type { ArticleRef } from '../types.ts';

export interface FoundArticle {
  readonly start: number;
  readonly end: number;
  readonly ref: ArticleRef;
}

type Part = 'ayat' | 'huruf' | 'angka';

const PASAL = String.raw`(?:pasal|psl\.?|ps\.?)\s{0,3}(\d{1,3})([a-z]?)(?!\w)`;
const PART = String.raw`(?:ayat\s{0,2}\(?(\d{1,2}[a-z]?)\)?|(?:huruf|hrf\.?)\s{0,2}["'(]?([a-z])["')]?(?![a-z])|(?:angka|agk\.)\s{0,2}\(?(\d{1,2})\)?)`;
const START = new RegExp(String.raw`\b(?:${PASAL}|${PART})`, 'gi');
const NEXT_PART = new RegExp(String.raw`[\s,]{0,3}${PART}`, 'iy');
const THEN_PASAL = new RegExp(String.raw`[\s,]{0,3}(?:dari\s|dalam\s|pada\s)?${PASAL}`, 'iy');
const MORE_PART = new RegExp(
  String.raw`\s{0,2}(?:,|dan|serta|jo\.?|juncto|atau|dan\/atau)\s{0,2}${PART}`,
  'iy',
);
const MORE_PASAL =
  /\s{0,2}(?:,\s?dan|,|dan|serta|atau|hingga|sampai)\s{1,2}(\d{1,3}[A-Z]?)(?=\s{0,2}(?:,|dan\b|serta\b|jo\b|UU\b|Undang|PP\b|Peraturan|Perpres|ayat|huruf|[.;)]|$))/iy;

/** `Pasal 280 ayat (2) huruf f`; short: `Ps. 280 ayat (2) hrf. f`. */
export function printArticle(ref: ArticleRef, short = false): string {
  return [
    `${short ? 'Ps.' : 'Pasal'} ${ref.pasal}`,
    ref.ayat && `ayat (${ref.ayat})`,
    ref.huruf && `${short ? 'hrf.' : 'huruf'} ${ref.huruf}`,
    ref.angka && `angka ${ref.angka}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Every article in the text, in order, as Indonesians write them: parts after or before the Pasal, abbreviated, and
 * lists that share a Pasal or a word (`Pasal 280 ayat (2) dan ayat (3)`, `Pasal 280, 282 dan 283`).
 */
export function scanArticles(text: string): FoundArticle[] {
  const found: FoundArticle[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const end = readOne(text, match, found);
    if (end > START.lastIndex) START.lastIndex = end;
  }
  return found;
}

/** The article alone, when nothing else is in the text. */
export function parseArticle(text: string): ArticleRef | undefined {
  const found = scanArticles(text.trim());
  const only = found.length === 1 ? found[0] : undefined;
  return only && only.start === 0 && only.end === text.trim().length ? only.ref : undefined;
}

function readOne(text: string, match: RegExpExecArray, found: FoundArticle[]): number {
  const start = match.index;
  const parts: { [P in Part]?: string } = {};
  const leading = match[1] === undefined;
  if (leading) setPart(parts, match, 3);
  let end = readParts(text, start + match[0].length, parts);
  const pasal = leading ? sticky(THEN_PASAL, text, end) : match;
  if (!pasal) return end;
  if (leading) end += pasal[0].length;
  const ref: ArticleRef = { ...pasalOf(pasal), ...parts };
  found.push({ start, end, ref });
  return readMore(text, end, ref, found);
}

/** `27A` is a Pasal of its own; `5n` is how people write Pasal 5 huruf n. */
function pasalOf(match: RegExpExecArray): ArticleRef {
  const [, number = '', letter = ''] = match;
  return letter === letter.toUpperCase() ? { pasal: number + letter } : { pasal: number, huruf: letter };
}

function readMore(text: string, from: number, first: ArticleRef, found: FoundArticle[]): number {
  let end = from;
  let ref = first;
  for (let more = 0; more < 20; more++) {
    const part = sticky(MORE_PART, text, end);
    const pasal = part ? null : sticky(MORE_PASAL, text, end);
    if (!part && !pasal) return end;
    const hit = (part ?? pasal) as RegExpExecArray;
    const start =
      end +
      (hit[0].length -
        hit[0].replace(/^\s*(?:,\s?dan|,|dan\/atau|dan|serta|juncto|jo\.?|atau|hingga|sampai)\s*/i, '')
          .length);
    const parts: { [P in Part]?: string } = {};
    if (part) setPart(parts, part, 1);
    end = readParts(text, end + hit[0].length, parts);
    ref = part ? shareUpper(ref, parts) : { pasal: (hit[1] as string).toUpperCase(), ...parts };
    found.push({ start, end, ref });
  }
  return end;
}

/** `huruf f dan ayat (3)` starts again under the same Pasal; `angka 3 dan angka 4` keeps the letter above. */
function shareUpper(ref: ArticleRef, parts: { [P in Part]?: string }): ArticleRef {
  const { pasal, ayat, huruf } = ref;
  if (parts.ayat) return { pasal, ...parts };
  if (parts.huruf) return { pasal, ...(ayat ? { ayat } : {}), ...parts };
  return { pasal, ...(ayat ? { ayat } : {}), ...(huruf ? { huruf } : {}), ...parts };
}

function readParts(text: string, from: number, parts: { [P in Part]?: string }): number {
  let end = from;
  for (let count = 0; count < 3; count++) {
    const next = sticky(NEXT_PART, text, end);
    if (!next || !setPart(parts, next, 1)) return end;
    end += next[0].length;
  }
  return end;
}

function setPart(parts: { [P in Part]?: string }, match: RegExpExecArray, from: number): boolean {
  const names: readonly Part[] = ['ayat', 'huruf', 'angka'];
  const index = names.findIndex((_, i) => match[from + i] !== undefined);
  const name = names[index] as Part;
  if (parts[name] !== undefined) return false;
  parts[name] = (match[from + index] as string).toLowerCase();
  return true;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
