import type { InstrumentType } from '../types.ts';

/** The word or words with which a citation of an instrument begins. */
export interface Head {
  readonly start: number;
  readonly end: number;
  readonly type: InstrumentType;
  readonly text: string;
}

const S = String.raw`\s{1,3}`;
const words = (...parts: string[]) => parts.join(S);

const LONG: readonly (readonly [InstrumentType, string])[] = [
  ['perppu', `${words('Peraturan', 'Pemerintah', 'Pengganti', 'Undang')}[\\s-]{0,3}Undang|Perppu|Perpu`],
  ['uu', String.raw`Undang[\s-]{0,3}Undang`],
  ['pp', words('Peraturan', 'Pemerintah')],
  ['perpres', `${words('Peraturan', 'Presiden')}|Perpres`],
  ['keppres', `${words('Keputusan', 'Presiden')}|Keppres`],
  ['inpres', `${words('Instruksi', 'Presiden')}|Inpres`],
  ['permen', `${words('Peraturan', 'Menteri')}|Permen[a-z-]{3,14}`],
  ['kepmen', `${words('Keputusan', 'Menteri')}|Kepmen[a-z-]{3,14}`],
  [
    'perbkn',
    `Peraturan${S}(?:Kepala${S})?(?:${words('Badan', 'Kepegawaian', 'Negara')}|BKN)|Per(?:ka|ban)?${'\\s{0,2}'}BKN`,
  ],
  ['pkpu', `Peraturan${S}(?:${words('Komisi', 'Pemilihan', 'Umum')}|KPU)|PKPU`],
  [
    'perbawaslu',
    `Peraturan${S}(?:${words('Badan', 'Pengawas')}${S}(?:${words('Pemilihan', 'Umum')}|Pemilu)|Bawaslu)|Perbawaslu`,
  ],
  ['perda', `Peraturan${S}(?:Daerah|Gubernur|Bupati|Wali\\s?kota)|Perda|Pergub|Perbup|Perwali|Perwako`],
  ['skb', `(?:Surat${S})?${words('Keputusan', 'Bersama')}`],
  ['se', `${words('Surat', 'Edaran')}`],
];
const SHORT: readonly (readonly [InstrumentType, string])[] = [
  ['uu', 'UU'],
  ['pp', 'PP'],
  ['skb', 'SKB'],
  ['se', 'SE'],
];

const LONG_PATTERN = new RegExp(`\\b(?:${LONG.map(([, source]) => `(${source})`).join('|')})(?![a-z])`, 'gi');
const SHORT_PATTERN = new RegExp(
  `(?<![\\w/.-])(?:${SHORT.map(([, source]) => `(${source})`).join('|')})(?![\\w/])`,
  'g',
);

/** All heads of the text in order, none overlapping. */
export function scanHeads(text: string): Head[] {
  const heads = [...collect(text, LONG_PATTERN, LONG), ...collect(text, SHORT_PATTERN, SHORT)];
  heads.sort((a, b) => a.start - b.start || b.end - a.end);
  return heads.filter((head, i) => i === 0 || isApart(text, heads[i - 1] as Head, head));
}

/** `Peraturan Pemerintah (PP)` is one head, not two. */
function isApart(text: string, before: Head, head: Head): boolean {
  const explains = before.type === head.type && /^\s{0,2}\($/.test(text.slice(before.end, head.start));
  return head.start >= before.end && !explains;
}

function collect(
  text: string,
  pattern: RegExp,
  table: readonly (readonly [InstrumentType, string])[],
): Head[] {
  return [...text.matchAll(pattern)].map((match) => {
    const index = table.findIndex((_, i) => match[i + 1] !== undefined);
    const type = (table[index] as readonly [InstrumentType, string])[0];
    return { start: match.index, end: match.index + match[0].length, type, text: match[0] };
  });
}
