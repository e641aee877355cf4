import type { Span } from '../types.ts';
import { regionLength } from './gazetteer.ts';
import { institutionWords } from './institution.ts';
import { isCapital, joinWords, skipBracket, type Word, wordsFrom } from './words.ts';

export type OfficeStatus = 'definitive' | 'Plt' | 'Plh' | 'Pj' | 'Pjs';

export interface Person extends Span {
  readonly name?: string;
  readonly office?: string;
  readonly status?: OfficeStatus;
}

const STATUS = String.raw`(?:Penjabat\sSementara|Pelaksana\s[Tt]ugas|Pelaksana\s[Hh]arian|Penjabat|Plt|Plh|Pjs|Pj|PLT|PLH|PJ)\.?(?:\s?\((?:Plt|Plh|Pjs|Pj|PLT|PLH|PJ)\.?\))?\s`;
const OFFICE = String.raw`Wakil\s(?:Gubernur|Bupati|Wali\s?[Kk]ota)|Gubernur|Bupati|Wali\s?[Kk]ota|Sekretaris|Sekda(?:prov|kab|kot)?|Sekwan|Sekcam|Sekjen|Kepala|Kadis[a-z]{0,8}|Kaban|Kabid|Kabag|Kasubb?ag|Kasat(?:pol)?|Kalak|Camat|Lurah|Direktur|Inspektur|Asisten|Staf\sAhli|Ketua|Rektor|Kapolres|Dandim|Danramil|Menteri|Komisioner|Anggota`;
const PERSON = new RegExp(String.raw`\b(${STATUS})?(?:${OFFICE})\b`, 'g');
const NAME_TITLE =
  /^(?:Drs?\.?|Dra\.?|Ir\.?|H\.?|Hj\.?|Prof\.?|KH\.?|Brigjen|Kombes|AKBP|Letkol|Kompol|Kapten|Mayor|Tgk\.?|TGH\.?|Tuan|R\.?|dr\.?)$/;
const NAME_PART = /^\p{Lu}[\p{L}'.-]*$/u;
/** Academic degrees, which follow a name after a comma and are no name. */
const DEGREE =
  /^(?:[SM]\.?[A-Z][A-Za-z.]{0,5}|S\.|M\.|Ph\.?D\.?|AP\.?|A\.Md|SH|MH|SE|MM|ST|MT|MSi|SSTP|SIP|SPd|MPd|SKM|SSos)$/;
const OFFICE_WORDS = new Set(
  `kepala sekretaris dinas badan bidang bagian seksi subbagian sub daerah umum dan kantor wilayah kepegawaian pengembangan
  sumber daya manusia perhubungan pendidikan kebudayaan kesehatan sosial pertanian perikanan kelautan perkebunan
  kehutanan pekerjaan penataan ruang perumahan kawasan permukiman pertanahan lingkungan hidup kependudukan pencatatan
  sipil pemberdayaan masyarakat desa perempuan perlindungan anak keluarga berencana pengendalian penduduk komunikasi
  informatika statistik persandian koperasi usaha kecil menengah perdagangan perindustrian tenaga kerja transmigrasi
  penanaman modal pelayanan terpadu satu pintu pariwisata pemuda olahraga perpustakaan arsip kearsipan ketahanan pangan
  peternakan energi mineral keuangan aset pendapatan pengelola pengelolaan perencanaan pembangunan penelitian inovasi
  riset kesatuan bangsa politik penanggulangan bencana inspektorat sekretariat satuan polisi pamong praja pemadam
  kebakaran penyelamatan dprd dpr provinsi prov. kabupaten kab. kota kecamatan kelurahan pemerintah pemerintahan pemkab
  pemkot pemprov kesejahteraan rakyat hukum organisasi administrasi perekonomian protokol pimpinan ahli asisten staf
  kementerian agama negara republik indonesia rumah sakit sekolah puskesmas upt uptd smp sma smk sd negeri kpu bawaslu
  panwaslu komisi pengawas pemilihan pemilu penyelenggara nasional pusat i ii iii iv bupati wali walikota gubernur wakil
  aparatur kemenag tu kua tata usaha kasubag setda setwan bpbd mutasi promosi disiplin pembinaan kinerja informasi jabatan pengadaan ekonomi hak asasi
  manusia bina marga cipta karya tata pengairan air perizinan`.split(/\s+/),
);

/**
 * People with an office, in order. Where no comma parts office from name, `knownNames` (first words of names that
 * speak elsewhere in the text) does, then the vocabulary of offices and regions; else the name stays unknown.
 */
export function scanPeople(text: string, knownNames: ReadonlySet<string>): Person[] {
  const people: Person[] = [];
  let done = 0;
  for (const match of text.matchAll(PERSON)) {
    if (match.index < done) continue;
    const prefix = match[1] ?? '';
    const person = readPerson(text, match.index, prefix, knownNames);
    done = person.end;
    people.push(person);
  }
  return people;
}

function readPerson(text: string, start: number, prefix: string, knownNames: ReadonlySet<string>): Person {
  const words = wordsFrom(text, start + prefix.length);
  const { name: run, next } = institutionWords(words);
  const after = words[next];
  const behind = after?.text === ',' ? nameAfterComma(words, next + 1) : [];
  const cut = behind.length > 0 ? run.length : splitAt(run, knownNames);
  const status = statusOf(prefix);
  const office = joinWords(run.slice(0, cut));
  const own = run.slice(cut);
  const apart = own.length === 0 ? behind : own;
  const last = apart.at(-1) ?? run.at(-1);
  const named = apart.length > 0 ? { name: joinWords(apart) } : {};
  return { start, end: last?.end ?? start + prefix.length + 1, office, status, ...named };
}

function splitAt(run: readonly Word[], knownNames: ReadonlySet<string>): number {
  for (let i = 1; i < run.length; i++)
    if (knownNames.has((run[i] as Word).text)) return backOverTitles(run, i);
  let at = 1;
  while (at < run.length) {
    const region = regionLength(run, at);
    const isOffice =
      OFFICE_WORDS.has((run[at] as Word).text.toLowerCase()) || /^[A-Z]{2,}$/.test((run[at] as Word).text);
    if (region === 0 && !isOffice && (run[at] as Word).text !== ',') break;
    at += Math.max(1, region);
  }
  return isName(run.slice(at)) ? at : run.length;
}

function backOverTitles(run: readonly Word[], at: number): number {
  let from = at;
  while (from > 1 && NAME_TITLE.test((run[from - 1] as Word).text)) from -= 1;
  return from;
}

function isName(words: readonly Word[]): boolean {
  const plain = words.every((word, i) => NAME_PART.test(word.text) && (i > 1 || !isOfficeWord(word.text)));
  return words.length >= 2 && words.length <= 6 && plain && regionLength(words, 1) === 0;
}

function nameAfterComma(words: readonly Word[], at: number): Word[] {
  if (regionLength(words, at) > 0) return [];
  const name = capitalRun(words, at);
  const first = name[0]?.text ?? '';
  const isOther = DEGREE.test(first) || isOfficeWord(first) || (name.length === 1 && first.length < 3);
  return name.length <= 6 && !isOther ? name : [];
}

export function capitalRun(words: readonly Word[], at: number): Word[] {
  const run: Word[] = [];
  for (let i = at; i < words.length && run.length < 8; i++) {
    const word = words[i] as Word;
    const isParticle = run.length > 0 && /^(?:bin|binti|al)$/.test(word.text) && isCapital(words[i + 1]);
    if (skipBracket(words, i) !== undefined || !(isParticle || /^\p{Lu}[\p{L}'.-]*$/u.test(word.text))) break;
    run.push(word);
  }
  return run;
}

export function isOfficeWord(word: string): boolean {
  return OFFICE_WORDS.has(word.toLowerCase());
}

function statusOf(prefix: string): OfficeStatus {
  if (/Sementara|Pjs/.test(prefix)) return 'Pjs';
  if (/[Tt]ugas|Pl?t|PLT/.test(prefix)) return 'Plt';
  if (/[Hh]arian|Plh|PLH/.test(prefix)) return 'Plh';
  return /Penjabat|Pj|PJ/.test(prefix) ? 'Pj' : 'definitive';
}
