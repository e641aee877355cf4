import type { Span } from '../types.ts';
import { linesOf } from './lines.ts';

const ABBREVIATION =
  /(?:^|[\s(."])(?:Prov|Kab|Kec|Kel|No|Nom|Drs?|Dra|Ir|Hj?|Hj|Prof|Tgl|Jl|Jln|St|Ps|Psl|hrf|dr|Bpk|Sdr|Yth|dkk|dll|Rp|a\.n|u\.b|s\.d|d\.a|Sos|Si|Kom|Pd|Hum|Ak|Ec|Ag|Th|Thn|Lamp|Kep|Ka|Sek|[A-Z])$/;
const STOP = /[.!?]["')\]]{0,2}(?=\s|$)|[a-z0-9)"][.!?]["']?(?=["']?[A-Z][a-z])/g;

/**
 * Sentences, in order, none over a line break. A full stop after an abbreviation or an initial ends none; one glued to
 * the next word does ("2024.Pengucapan"), as copied web text often has it.
 */
export function sentencesOf(text: string): Span[] {
  return linesOf(text).flatMap(({ start, end }) => split(text.slice(start, end), start));
}

function split(line: string, offset: number): Span[] {
  if (line.trim() === '') return [];
  const sentences: Span[] = [];
  let from = 0;
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length;
    const dot = match.index + match[0].search(/[.!?]/);
    if (line[dot] === '.' && ABBREVIATION.test(line.slice(Math.max(0, dot - 8), dot))) continue;
    push(sentences, line, from, end, offset);
    from = end;
  }
  push(sentences, line, from, line.length, offset);
  return sentences;
}

function push(sentences: Span[], line: string, from: number, end: number, offset: number): void {
  const piece = line.slice(from, end);
  const text = piece.trim();
  if (!/\w/.test(text)) return;
  const start = offset + from + (piece.length - piece.trimStart().length);
  sentences.push({ start, end: start + text.length });
}
