import type { Span } from '../types.ts';
import { regionLength } from './gazetteer.ts';
import { capitalRun, isOfficeWord, type Person, scanPeople } from './people.ts';
import { joinWords, type Word, wordsFrom } from './words.ts';

const AFTER =
  /\b(?:kata|ujar|ucap|ungkap|tegas|tutur|jelas|sebut|tambah|imbuh|papar|terang|pungkas|tandas|tutup|sambung|lanjut|demikian|imbau|himbau|pesan|harap|pinta|beber|urai|Ditambahkan|Dijelaskan|Dikatakan|Disampaikan|Ditegaskan|menurut|Menurut|dia)(?:nya)?(?:\soleh)?,?\s{1,2}(?=\p{Lu})/gu;
const BEFORE =
  /\s(?:juga\s|pun\s|turut\s|kembali\s|(?:dalam|saat|usai)\s[^.,"\n]{3,50}\s)?(?:mengatakan|menyampaikan|menegaskan|menjelaskan|mengimbau|menghimbau|menuturkan|mengungkapkan|mengajak|berharap|mengingatkan|menambahkan|menyebut(?:kan)?|memaparkan|menyatakan|meminta|berpesan|menerangkan|menekankan|menilai|menginstruksikan|berujar|berkata)\b/g;
/** A reporting verb after a name, its degrees in between: "…, S.H., M.Pd, dalam arahannya mengatakan". */
const SPEAKS = new RegExp(
  `^(?:,?\\s?[A-Z][A-Za-z]{0,3}\\.[A-Za-z.]{0,6}|,\\s?[A-Z]{2,4}\\b|,\\s?M\\.?Pd){0,5},?${BEFORE.source}`,
);
const NOT_NAMES = new Set(
  `ASN PNS PPPK PPPK. Pemilu Pilkada Bupati Gubernur Kepala Dinas Badan Sekretaris Camat Lurah Ia Dia Beliau Ikrar Selain Kegiatan
  Seluruh Pemerintah Bawaslu KPU Kami Mereka Hal Para Setelah Dalam Melalui Untuk Menurut Peserta Netralitas Undang-Undang
  Surat Kota Kabupaten Provinsi Apel Acara Sementara Lebih Lanjut Pemkab Pemkot Pemprov Wakil Wali Walikota Plt Plt. Pj Pj. Plh
  Penjabat Pelaksana Ketua Anggota Asisten Inspektur Direktur Staf Sekda Menteri Presiden Itu Ini Tim`.split(
    /\s+/,
  ),
);

interface NameMention extends Span {
  readonly name: string;
}

/** Names to which the text gives words, in order, each as written there (often only the first name). */
export function scanAttributions(text: string, narrative: string): NameMention[] {
  const after = [...text.matchAll(AFTER)].flatMap((match) => {
    const words = wordsFrom(text, match.index + match[0].length, 160);
    return named(capitalRun(words, 0));
  });
  const before = [...narrative.matchAll(BEFORE)].flatMap((match) => named(runBefore(narrative, match.index)));
  return [...after, ...before].sort((a, b) => a.start - b.start);
}

/** First words of names, for telling a name from the office before it. */
export function firstWords(mentions: readonly NameMention[]): Set<string> {
  return new Set(mentions.map((mention) => mention.name.split(' ')[0] as string));
}

/** Those who speak, by first appearance, each once, with their office where the text gives it. */
export function speakersOf(text: string, narrative: string, people: readonly Person[]): Person[] {
  const speaking = [...scanAttributions(text, narrative), ...officesThatSpeak(text, people)];
  const speakers: Person[] = [];
  for (const { start, end, name } of speaking.sort((a, b) => a.start - b.start)) {
    const known = name && people.find((person) => person.name && sharesName(person.name, name));
    const speaker = known || { start, end, ...(name ? { name } : {}) };
    if (speaker.name && !speakers.some((s) => s.name && sharesName(s.name, speaker.name as string)))
      speakers.push(speaker);
  }
  return speakers;
}

/** "Amir" and "Amir Hadi" are one person in one text. */
export function sharesName(full: string, short: string): boolean {
  const parts = full.split(' ');
  return (
    short.split(' ').every((part) => parts.includes(part)) ||
    parts.every((part) => short.split(' ').includes(part))
  );
}

function officesThatSpeak(text: string, people: readonly Person[]): Person[] {
  return people.filter((person) => {
    const before = text.slice(Math.max(0, person.start - 24), person.start);
    const after = text.slice(person.end, person.end + 90);
    const said = new RegExp(`(?:${AFTER.source.replace(/\(\?=.*$/, '')})$`, 'u').test(before);
    return person.name !== undefined && (said || SPEAKS.test(after));
  });
}

function runBefore(text: string, end: number): Word[] {
  const from = Math.max(0, end - 70);
  const piece = text.slice(from, end);
  const match = /(?:^|[.,"\n]\s{0,2})((?:\p{Lu}[\p{L}'.-]*\s?){1,5})$/u.exec(piece);
  return match ? capitalRun(wordsFrom(text, from + piece.length - (match[1] as string).length, 70), 0) : [];
}

function named(run: readonly Word[]): NameMention[] {
  const first = run[0];
  const isOther = !first || NOT_NAMES.has(first.text) || /nya$/.test(first.text) || isOfficeWord(first.text);
  if (isOther || run.length > 6 || regionLength(run, 0) > 0) return [];
  if (scanPeople(joinWords(run), new Set()).length > 0) return [];
  return [{ start: first.start, end: (run.at(-1) as Word).end, name: joinWords(run) }];
}
