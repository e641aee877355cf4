import type { Category } from './types.ts';
import { plain } from './words.ts';

const EXACT: Readonly<Record<string, Category>> = {
  p: 'pns',
  c: 'cpns',
  tka: 'non-asn',
  thl: 'non-asn',
  pjlp: 'non-asn',
  phl: 'non-asn',
  ptt: 'non-asn',
  gtt: 'non-asn',
  bhl: 'non-asn',
  tks: 'non-asn',
};

/** First match wins: the longer meaning stands before the shorter one. */
const PATTERNS: readonly (readonly [RegExp, Category])[] = [
  [/\b(?:non ?asn|non ?pns|bukan (?:asn|pns)|ppnpn|ppnpm)\b/, 'non-asn'],
  [/\bp(?:ppk|3k)\b.*\b(?:paruh waktu|part time|pw)\b|\bparuh waktu\b|\bpppkpw\b/, 'pppk-pw'],
  [/\bp(?:ppk|3k)\b|perjanjian kerja/, 'pppk'],
  [/\bcpns\b|\bcalon (?:pns|pegawai negeri)/, 'cpns'],
  [
    /\b(?:honor|honorer|honda|kontrak|outsourcing|outsorcing|alih daya|harian lepas|sukarela|sukwan|magang)\b/,
    'non-asn',
  ],
  [/\b(?:thl|phl|ptt|gtt|pjlp|thk|tidak tetap)\b/, 'non-asn'],
  [/\bpns\w?\b|\bpegawai negeri\b/, 'pns'],
];

/** The category that a cell names in one of its many words; null when it names none. */
export function parseCategory(text: string): Category | null {
  const word = plain(text);
  if (Object.hasOwn(EXACT, word)) return EXACT[word] ?? null;
  return PATTERNS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** SIASN says "PNS Daerah" in one column, C or P in another and sometimes PPPK only under kedudukan_hukum. */
export function combineCategories(
  main: Category | null,
  stage: Category | null,
  standing: Category | null,
): Category | null {
  if (main === 'pns' && stage === 'cpns') return 'cpns';
  if (standing === 'pppk-pw' && (main === 'pppk' || main === null)) return 'pppk-pw';
  return main ?? stage ?? standing;
}
