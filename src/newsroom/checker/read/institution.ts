import type { Span } from '../types.ts';
import { regionLength } from './gazetteer.ts';
import { isCapital, joinWords, skipBracket, type Word, wordsFrom } from './words.ts';

export interface InstitutionMention extends Span {
  readonly name: string;
}

export type Level =
  | 'province'
  | 'kabupaten'
  | 'kota'
  | 'OPD of province'
  | 'OPD of kabupaten'
  | 'OPD of kota'
  | 'kecamatan'
  | 'kelurahan'
  | 'central';

const HEAD = String.raw`Pemerintah(?:an)?\s(?:Provinsi|Prov\.|Kabupaten|Kab\.|Kota|Daerah|Kecamatan|Kelurahan|Aceh)|Pemprov|Pemkab|Pemkot|Pemda|Dinas|Badan|Inspektorat|Sekretariat|Setda|Setwan|Kecamatan|Kelurahan|Kantor\s(?:Kementerian|Wilayah|Imigrasi|Pertanahan|Regional|Kesatuan|Kecamatan)|Kementerian|Kanwil|Satuan\sPolisi\sPamong\sPraja|Satpol\sPP|RSUD|Rumah\sSakit|Puskesmas|UPTD?|Bap[a-z]{3,14}|BAPPE[A-Z]{2,10}|BKPSDM[A-Z]?|BKPP[A-Z]?|BKD|BPKAD|BPKPD|Diskom[a-z]{3,9}|Dis(?:hub|dik|nak|sos|kes|par|perin|tan|buda|kop|nav|pora)[a-z]{0,9}|Dinkes|Dinsos|DPMPTSP|DPUPR|DLH|BPBD|Kesbangpol|Lapas|Rutan|Kejaksaan|Pengadilan|Universitas|Institut|UIN|IAIN`;
export const INSTITUTION_HEAD = new RegExp(String.raw`(?<![\w/.-])(?:${HEAD})\b(?![/\d-])\.?`, 'g');
const NATIONAL =
  /^(?:Badan (?:Pengawas|Kepegawaian Negara)|Kementerian (?:PAN|Pendayagunaan|Dalam Negeri)|Badan Ad ?Hoc)/;
const STOP =
  /^(?:Gelar|Menggelar|Ikrar\w*|Deklarasi\w*|Tanda\w*|Teken|Ikuti|Laksanakan|Netral\w*|ASN|PNS|PPPK|Jelang|Pada|Dalam|Untuk|Siap|Wajib|Non|Bersama|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Nomor|Tahun|Nyatakan|Ucapkan|Bacakan|Komitmen|Ajak|Minta|Ingatkan|Tegaskan|Pemilu|Pilkada)$/i;
const CONTINUES = /^(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.)$/;

/** Institutions as they are named in the text, in order. Brackets and abbreviations belong to the span, not to the name. */
export function scanInstitutions(text: string): InstitutionMention[] {
  const found: InstitutionMention[] = [];
  let done = 0;
  for (const match of text.matchAll(INSTITUTION_HEAD)) {
    if (match.index < done) continue;
    const words = institutionWords(wordsFrom(text, match.index));
    const last = words.span.at(-1);
    const isBare = words.name.length < 2 && /^[A-Z][a-z]+$/.test(match[0]);
    if (!last || isBare || NATIONAL.test(joinWords(words.name))) continue;
    done = last.end;
    found.push({ start: match.index, end: done, name: joinWords(words.name) });
  }
  return found;
}

/** The words of the institution's name at the beginning of `words`; `span` includes what is in brackets. */
export function institutionWords(words: readonly Word[]): { name: Word[]; span: Word[]; next: number } {
  const name: Word[] = [];
  let span: Word[] = [];
  let at = 0;
  while (at < words.length) {
    const step = stepOver(words, at, name);
    if (step === 0) break;
    if (words[at]?.text !== '(') name.push(...words.slice(at, at + step));
    at += step;
    span = words.slice(0, at);
  }
  return { name, span, next: at };
}

/** How many words belong on: a capital word, a bracket, "dan" or a comma inside a list name, a comma before a region. */
function stepOver(words: readonly Word[], at: number, name: readonly Word[]): number {
  const word = words[at] as Word;
  const bracket = skipBracket(words, at);
  if (bracket !== undefined) return name.length > 0 && isCapital(words[at + 1]) ? bracket - at : 0;
  if (word.text === ',') return stepOverComma(words, at, name);
  if (/^(?:dan|serta)$/.test(word.text))
    return isList(name) && continuesList(words[at + 1], words[at + 2]) ? 2 : 0;
  return isCapital(word) && (at === 0 || !STOP.test(word.text)) ? 1 : 0;
}

function stepOverComma(words: readonly Word[], at: number, name: readonly Word[]): number {
  const next = words[at + 1];
  const region =
    next && /^(?:Pemerintah|Pemkab|Pemkot)/.test(name[0]?.text ?? '') ? regionLength(words, at + 1) : 0;
  if (region > 0) return 1 + region;
  if (next && CONTINUES.test(next.text) && isCapital(words[at + 2])) return 2;
  const and = words.slice(at + 1, at + 7).findIndex((word) => word.text === 'dan');
  const inList = and > 0 && words.slice(at + 1, at + 1 + and).every((word) => isCapital(word));
  return isList(name) && inList && isCapital(words[at + 2 + and]) && continuesList(next, words[at + 2])
    ? 2
    : 0;
}

/** Names of offices that are lists of subjects: Badan Kepegawaian dan Pengembangan Sumber Daya Manusia. */
function isList(name: readonly Word[]): boolean {
  return name.some((word) => /^(?:Badan|Dinas|Kementerian|Bagian|Bidang|Biro|Kantor)$/.test(word.text));
}

function continuesList(next: Word | undefined, after: Word | undefined): boolean {
  const isOther =
    /^(?:Badan|Dinas|Kepala|Sekretaris\w*|Bupati|Wakil|Gubernur|Pemerintah|Kecamatan|Kelurahan|ASN|Camat|Ketua)$/;
  return (
    isCapital(next) && !isOther.test(next?.text ?? '') && !STOP.test(next?.text ?? '') && after?.text !== ':'
  );
}

/** What kind of institution the name says it is; undefined where the name does not say. */
export function levelOf(name: string): Level | undefined {
  if (/^(?:Pemerintah(?:an)?\s(?:Provinsi|Prov|Aceh)|Pemprov)/.test(name)) return 'province';
  if (/^(?:Pemerintah\sKab|Pemkab)/.test(name)) return 'kabupaten';
  if (/^(?:Pemerintah\sKota|Pemkot)/.test(name)) return 'kota';
  if (/^Kecamatan|^Kantor\sKecamatan|^Pemerintah\sKecamatan/.test(name)) return 'kecamatan';
  if (/^Kelurahan|^Pemerintah\sKelurahan/.test(name)) return 'kelurahan';
  if (
    /^(?:Kementerian|Kantor|Kanwil|Lapas|Rutan|Kejaksaan|Pengadilan|Universitas|UIN|IAIN|Institut)/.test(name)
  )
    return 'central';
  if (/\b(?:Provinsi|Prov\.?|Pemprov)\b/.test(name)) return 'OPD of province';
  if (/\b(?:Kabupaten|Kab\.?|Pemkab)\b/.test(name)) return 'OPD of kabupaten';
  if (/\b(?:Kota|Pemkot)\b(?!baru|waringin)/.test(name)) return 'OPD of kota';
  return undefined;
}
