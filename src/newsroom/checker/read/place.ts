import type { Prepared } from '../text/prepare.ts';
import type { RecordField } from '../types.ts';
import { WEEKDAY } from './calendar.ts';
import { isCapital, joinWords, skipBracket, type Word, wordsFrom } from './words.ts';

const VENUE = String.raw`halaman|lapangan|aula|gedung|ruang(?:an)?|pendopo|pendapa|balai(?:rung|kota)?|kantor|alun-alun|gor|stadion|hotel|taman|plaza|auditorium|SMA|SMK|SMP|SD|MAN|graha|wisma|rumah\sdinas|lobi|teras|pelataran|kompleks|komplek|islamic\scenter|convention|studio|lantai|area|joglo|sasana|grha`;
const AT_VENUE = new RegExp(
  String.raw`\b(?:di|bertempat\sdi|berlokasi\sdi|berlangsung\sdi)\s(?=(?:${VENUE})\b)`,
  'gi',
);
const FIELD = /(?:^|\n)\s{0,12}Tempat\s{0,12}:\s{0,3}(?=\S)/i;
const CITY = new RegExp(
  String.raw`\bdi\s(\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+){0,3}),?\s(?:pada\s)?(?:hari\s)?(?=${WEEKDAY}\b|\(?\d{1,2}[/\s])`,
  'u',
);
const LOWER_INSIDE =
  /^(?:kantor|upacara|apel|utama|depan|dalam|rapat|serba|serbaguna|guna|pertemuan|setempat|halaman|tengah|terbuka|gedung|lantai|rumah|jabatan|dinas|bupati|gubernur|wali|kota|walikota|camat|komplek|kompleks|lingkungan|bagian|pusat|pemerintahan|sekretariat|parkir|belakang|lingkup|pendopo|aula|kelurahan|kecamatan|desa|sekolah|kabupaten|provinsi|daerah|badan|instansi)$/;

/** Where the event was held, in the writer's own voice. A dateline is no place of an event. */
export function readPlace(doc: Prepared): RecordField<string> | undefined {
  const field = FIELD.exec(doc.clean);
  if (field && doc.kind === 'circular') return toEndOfLine(doc, field.index + field[0].length);
  for (const sentence of doc.sentences) {
    const text = doc.narrative.slice(sentence.start, sentence.end);
    for (const match of text.matchAll(AT_VENUE)) {
      const place = venueFrom(doc, sentence.start + match.index + match[0].length);
      if (place) return place;
    }
  }
  return cityOf(doc);
}

function venueFrom(doc: Prepared, at: number): RecordField<string> | undefined {
  const words = wordsFrom(doc.narrative, at);
  const kept: Word[] = [];
  let end = at;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const bracket = kept.length > 0 ? skipBracket(words, i) : undefined;
    if (bracket !== undefined) {
      end = (words[bracket - 1] as Word).end;
      i = bracket - 1;
    } else if (isWeekday(word) || !belongs(word, i)) break;
    else {
      kept.push(word);
      end = word.end;
    }
  }
  const isNamed = kept.length > 1 || isCapital(kept[0]);
  return isNamed ? { value: joinWords(kept), start: at, end, derived: false } : undefined;
}

function belongs(word: Word, index: number): boolean {
  return index === 0 || /^[\p{Lu}\d]/u.test(word.text) || LOWER_INSIDE.test(word.text);
}

function isWeekday(word: Word): boolean {
  return new RegExp(`^(?:${WEEKDAY})$`, 'i').test(word.text);
}

function cityOf(doc: Prepared): RecordField<string> | undefined {
  for (const sentence of doc.sentences.slice(0, 4)) {
    const match = CITY.exec(doc.narrative.slice(sentence.start, sentence.end));
    if (!match) continue;
    const value = match[1] as string;
    const start = sentence.start + match.index + match[0].indexOf(value);
    return { value, start, end: start + value.length, derived: false };
  }
  return undefined;
}

function toEndOfLine(doc: Prepared, start: number): RecordField<string> {
  const stop = doc.clean.indexOf('\n', start);
  const value = doc.clean.slice(start, stop < 0 ? start + 160 : Math.min(stop, start + 160)).trim();
  return { value, start, end: start + value.length, derived: false };
}
