import { parseArticle, printArticle } from '../citations/article-ref.ts';
import { parseCitation } from '../citations/parse.ts';
import type { Register } from '../make-register.ts';
import type { ArticleRef, DatedFact, Instrument, InstrumentNumber, Source } from '../types.ts';
import type { Field } from './fields.ts';

/** How a field is written in a form: one line, one thing a line, a date with its confidence, a choice… */
export type Writing =
  | 'line'
  | 'lines'
  | 'numbers'
  | 'dated'
  | 'choice'
  | 'instrument'
  | 'instruments'
  | 'sources'
  | 'gist'
  | 'subjects'
  | 'refs'
  | 'pasal';

export function writingOf(field: Exclude<Field, 'instrument' | 'article'>): Writing {
  return WRITING[field];
}

const WRITING: Record<Exclude<Field, 'instrument' | 'article'>, Writing> = {
  title: 'line',
  numbers: 'numbers',
  nicknames: 'lines',
  signed: 'dated',
  inForceFrom: 'dated',
  inForceUntil: 'dated',
  status: 'choice',
  revokedBy: 'instrument',
  replaces: 'instruments',
  amends: 'instruments',
  touchedBy: 'instruments',
  lastPasal: 'pasal',
  note: 'line',
  confidence: 'choice',
  sources: 'sources',
  gist: 'gist',
  about: 'subjects',
  mapsTo: 'refs',
};

/** The value as lines of text, as {@link readLines} reads it; for dates and counts without their confidence. */
export function writeValue(writing: Writing, value: unknown, register: Register): string {
  if (value === null || value === undefined) return '';
  const name = (id: string) => register.findInstrument(id)?.name ?? id;
  switch (writing) {
    case 'numbers':
      return (value as InstrumentNumber[]).map(writeNumber).join('\n');
    case 'sources':
      return (value as Source[]).map(({ url, note }) => `${url} | ${note}`).join('\n');
    case 'dated':
      return (value as DatedFact).date;
    case 'pasal':
      return String((value as NonNullable<Instrument['lastPasal']>).number);
    case 'instrument':
      return name(value as string);
    case 'instruments':
      return (value as string[]).map(name).join('\n');
    case 'refs':
      return (value as ArticleRef[]).map((ref) => printArticle(ref)).join('\n');
    case 'lines':
    case 'subjects':
      return (value as string[]).join('\n');
    case 'gist':
      return (value as { id: string }).id;
    case 'line':
    case 'choice':
      return String(value);
  }
}

function writeNumber({ issuer, number, year }: InstrumentNumber): string {
  return [issuer, number, ...(year === null ? [] : [String(year)])].join(' | ');
}

/** The value that the lines say, still to be held against the field's shape; nothing written is null. */
export function readLines(writing: Writing, text: string, register: Register): unknown {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return null;
  const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  switch (writing) {
    case 'numbers':
      return cells.map(([issuer, number, year]) => ({ issuer, number, year: year ? Number(year) : null }));
    case 'sources':
      return cells.map(([url, ...note]) => ({ url, note: note.join(' | ') }));
    case 'pasal':
      return Number(lines[0]);
    case 'instrument':
      return instrumentId(lines[0] as string, register);
    case 'instruments':
      return lines.map((line) => instrumentId(line, register));
    case 'refs':
      return lines.map((line) => parseArticle(line) ?? line);
    case 'lines':
    case 'subjects':
      return lines;
    default:
      return lines.join(' ');
  }
}

/** By identifier, short name or citation; else what was written, which then leads nowhere. */
function instrumentId(text: string, register: Register): string {
  if (register.findInstrument(text)) return text;
  const wanted = parseCitation(text)?.name ?? text;
  const found = register.instruments.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found?.id ?? text;
}
