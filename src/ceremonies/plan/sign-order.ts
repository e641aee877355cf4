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

/** The lower, the earlier; as echelons are numbered, a half for their `b`. A post that heads nothing comes last. */
export function postLevel(post: string | null): number {
  const words = (post ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
  const echelon = /\besel?on\s*(iv|iii|ii|i|[1-4])\b[./\s-]*(b\b)?/.exec(words);
  if (echelon) return echelonNumber(echelon[1] ?? '') + (echelon[2] ? 0.5 : 0);
  return LEVELS.find(([, beginning]) => beginning.test(words))?.[0] ?? HEADS_NOTHING;
}

function echelonNumber(text: string): number {
  return Number(text) || ['i', 'ii', 'iii', 'iv'].indexOf(text) + 1;
}

const HEADS_NOTHING = 9;

/**
 * Beginnings of posts, from the highest. A more special post stands before the one that it would be taken for: the
 * secretary of a district council heads an office, the secretary of an office does not.
 */
const LEVELS: readonly (readonly [number, RegExp])[] = [
  [0, /^(wakil )?(gubernur|bupati|wali ?kota|menteri)\b/],
  [1, /^(sekretaris (daerah|jenderal|utama|mahkamah|kementerian)|sekda|sekjen)\b/],
  [1, /^(direktur jenderal|inspektur (jenderal|utama)|kepala lembaga|deputi)\b/],
  [2, /^(asisten (pemerintahan|perekonomian|administrasi|sekretaris|i|ii|iii)|staf ahli)\b/],
  [2, /^(sekretaris (dprd|dewan)|inspektur$|inspektur (daerah|provinsi|kabupaten|kota)|kasatpol)\b/],
  [2, /^(kepala (dinas|badan|biro|satuan|pelaksana|bap\w+|bk\w+|bp\w+|kesbang\w*|satpol)|direktur)\b/],
  [3.5, /^sekretaris (camat|kecamatan)\b/],
  [4, /^(lurah|sekretaris (lurah|kelurahan))\b/],
  [3, /^(camat|sekretaris|inspektur pembantu|irban|wakil direktur|kepala (kantor|pusat))\b/],
  [3.5, /^(kepala (bidang|bagian)|kabid|kabag)\b/],
  [4, /^(kepala|kasi|kasubbag|kasubbid)\b/],
  [5, /^(koordinator|sub ?koordinator|ketua tim|wakil kepala)\b/],
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
