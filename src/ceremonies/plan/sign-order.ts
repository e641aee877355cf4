import { parseRank } from '../../agencies/index.ts';
import type { Category } from '../../campaigns/index.ts';

/** What the order is derived from: the roster as it was typed. */
export interface Ranked {
  personId: string;
  name: string;
  category: Category;
  rank: string | null;
  post: string | null;
}

/** Only so many are ordered one by one; everybody else follows by name. */
export const ORDER_LIMIT = 100;

/**
 * People as they would be called to sign: by the level of the post as its words say, then by rank (golongan IV/e to
 * I/a, PPPK XVII to I, then none), then by name. It knows no more than the roster's words: acting heads, honours and
 * local custom are for a person to set right.
 */
export function deriveOrder<Person extends Ranked>(people: readonly Person[]): Person[] {
  const keyed = people.map((person) => ({ person, level: postLevel(person.post), rank: rankKey(person) }));
  keyed.sort(
    (a, b) =>
      a.level - b.level ||
      a.rank - b.rank ||
      a.person.name.localeCompare(b.person.name, 'id') ||
      (a.person.personId < b.person.personId ? -1 : 1),
  );
  return keyed.map(({ person }) => person);
}

/** The lower, the earlier. The last level is every post that heads nothing. */
export function postLevel(post: string | null): number {
  const words = (post ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
  const echelon = /\besel?on\s*(iv|iii|ii|i|[1-4])\b/.exec(words)?.[1];
  if (echelon) return ECHELONS.indexOf(echelon.replace(/\d/, (digit) => ECHELONS[Number(digit)] ?? digit));
  const found = LEVELS.findIndex((level) => level.test(words));
  return found < 0 ? LEVELS.length : found;
}

/** Looked up by the place where it stands, so that eselon I is level 1. */
const ECHELONS = ['', 'i', 'ii', 'iii', 'iv'];

/**
 * Beginnings of posts, from the highest. A more special post stands before the one that it would be taken for: the
 * secretary of a district council heads an office, the secretary of an office does not.
 */
const LEVELS: readonly RegExp[] = [
  /^(gubernur|wakil gubernur|bupati|wakil bupati|wali ?kota|wakil wali ?kota|menteri|wakil menteri)\b/,
  /^(sekretaris (daerah|jenderal|utama|mahkamah|kementerian)|sekda|sekjen|direktur jenderal|inspektur (jenderal|utama)|kepala lembaga|deputi)\b/,
  /^(asisten (pemerintahan|perekonomian|administrasi|sekretaris|i|ii|iii)\b|staf ahli (gubernur|bupati|wali ?kota|menteri)|sekretaris (dprd|dewan)|inspektur$|inspektur (daerah|provinsi|kabupaten|kota)|kepala (dinas|badan|biro|satuan|pelaksana|bap\w+|bk\w+|bp\w+|kesbang\w*|satpol)|kasatpol|direktur\b)/,
  /^(camat|sekretaris (dinas|badan|inspektorat|camat|kecamatan|satuan)|sekretaris$|inspektur pembantu|irban|kepala (bidang|bagian|kantor|pusat)|kabid|kabag|wakil direktur)\b/,
  /^(lurah|sekretaris (lurah|kelurahan)|kepala (seksi|sub ?bagian|sub ?bidang|uptd?|unit|sekolah|puskesmas|cabang|tata usaha|pos|regu)|kasi|kasubbag|kasubbid|kepala)\b/,
  /^(koordinator|sub ?koordinator|ketua tim|wakil kepala)\b/,
];

const PPPK_AFTER = 100;
const NO_RANK = 200;
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' ');

/** The lower, the earlier. */
function rankKey({ rank, category }: Ranked): number {
  const pppk = category === 'pppk' || category === 'pppk-pw';
  const parsed = parseRank(rank ?? '', pppk);
  if (!parsed) return NO_RANK;
  if (pppk) return PPPK_AFTER + ROMAN.length - ROMAN.indexOf(parsed);
  const [level = '', letter = ''] = parsed.split('/');
  return (ROMAN.length - ROMAN.indexOf(level)) * 5 - 'abcde'.indexOf(letter);
}

export type Move = 'first' | 'up' | 'down' | 'out';

/** One place up or down, to the front, or out of the list. What is not in it changes nothing, except to the front. */
export function moved(order: readonly string[], personId: string, move: Move): string[] {
  const rest = order.filter((id) => id !== personId);
  const at = order.indexOf(personId);
  if (move === 'out' || (at < 0 && move !== 'first')) return rest;
  const to = move === 'first' ? 0 : move === 'up' ? Math.max(0, at - 1) : at + 1;
  return [...rest.slice(0, to), personId, ...rest.slice(to)].slice(0, ORDER_LIMIT);
}
