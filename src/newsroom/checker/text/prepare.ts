import type { Span } from '../types.ts';
import { boilerplateOf } from './boilerplate.ts';
import { duplicatesOf } from './duplicates.ts';
import { linesOf } from './lines.ts';
import { normalise } from './normalise.ts';
import { sentencesOf } from './sentences.ts';
import { blank, mergeSpans, trimSpan } from './spans.ts';

/** The text as the readers see it. Every string has the length and the offsets of the input. */
export interface Prepared {
  readonly source: string;
  /** Normalised, nothing removed. */
  readonly whole: string;
  /** Without boilerplate and later copies. */
  readonly clean: string;
  /** `clean` without what stands in quotation marks: the writer's own voice. */
  readonly narrative: string;
  readonly duplicates: readonly Span[];
  readonly kind: 'article' | 'circular';
  readonly title?: Span;
  /** Where the body begins, after the title. */
  readonly bodyStart: number;
  /** Sentences of `clean` from the body's first {@link RECORD_REACH} units. */
  readonly sentences: readonly Span[];
}

/** A record is read from this much of the body; findings from all of it. No article or circular is longer. */
export const RECORD_REACH = 60_000;
const TITLE_LENGTH = 220;
const CIRCULAR =
  /^[ ]{0,40}(?:SURAT EDARAN|INSTRUKSI (?:BUPATI|GUBERNUR|WALI)|NOTA DINAS)\b|^[ ]{0,40}(?:Nomor|Sifat|Lampiran|Lamp|Hal|Perihal)[ ]{0,12}:/im;

export function prepare(source: string): Prepared {
  const whole = normalise(source);
  const stripped = blank(whole, boilerplateOf(whole));
  const duplicates = duplicatesOf(stripped);
  const clean = blank(stripped, duplicates);
  const kind = CIRCULAR.test(clean.slice(0, 4000)) ? 'circular' : 'article';
  const title = kind === 'article' ? titleOf(clean) : undefined;
  const bodyStart = title?.end ?? 0;
  const reach = clean.slice(0, bodyStart + RECORD_REACH);
  const sentences = sentencesOf(reach).filter((sentence) => sentence.start >= bodyStart);
  const narrative = blank(clean, quotesOf(clean));
  return {
    source,
    whole,
    clean,
    narrative,
    duplicates,
    kind,
    bodyStart,
    sentences,
    ...(title ? { title } : {}),
  };
}

/** The first line, where it is short, ends no sentence, opens no dateline, and a longer text follows. */
function titleOf(text: string): Span | undefined {
  const [first, next] = linesOf(text.slice(0, 3000)).filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  );
  if (!first || !next) return undefined;
  const span = trimSpan(text, first);
  const words = text.slice(span.start, span.end);
  const isTitle = words.length >= 12 && words.length <= TITLE_LENGTH && !/[.:;,]["']?$/.test(words);
  const followed = text.slice(span.end).trim().length > words.length;
  return isTitle && followed && !/^[^a-z]{2,30} - |\(ANTARA\)|\.com\)? -/i.test(words.slice(0, 40))
    ? span
    : undefined;
}

/** Quotations, each within its line; one left open runs to the end of the line. */
function quotesOf(text: string): Span[] {
  const quotes: Span[] = [];
  let from = 0;
  let endOfLine = -1;
  for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', from)) {
    if (endOfLine < open) endOfLine = breakAfter(text, open);
    const close = text.indexOf('"', open + 1);
    from = close < 0 || close > endOfLine ? endOfLine : close + 1;
    quotes.push({ start: open, end: from });
  }
  return mergeSpans(quotes);
}

function breakAfter(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop < 0 ? text.length : stop;
}
