import { DISIPLIN_REPO, KOMPAS_2023_11_06, SEDAYU_UU20, seen, toCheck } from '../../data/source.ts';
import type { ArticleRef, Confidence, Source } from '../../types.ts';
import { BKN_MEDAN, DECREE_2022, NTBSATU, PP94, RBTV, TRIBUN_TIMUR } from '../sources.ts';
import type { Dispute } from '../stated.ts';
import type { Basis, Level, LevelClaim } from '../types.ts';

export const claim = (level: Level, confidence: Confidence, ...sources: Source[]): LevelClaim => ({
  level,
  since: DECREE_2022,
  confidence,
  sources,
});

const p5n = (angka: string): ArticleRef => ({ pasal: '5', huruf: 'n', angka });
const p14i = (angka: string): ArticleRef => ({ pasal: '14', huruf: 'i', angka });
const NUMBERING = seen(DISIPLIN_REPO, 'src/data/hukuman.js: the sanction articles number the acts anew');

/** Pasal 14 huruf i number, with the prohibition it renumbers: 1 to 5 there are 3 to 7 in Pasal 5 huruf n. */
export const severe = (angka: 1 | 2 | 3 | 4 | 5, confidence: Confidence, ...sources: Source[]): Basis => ({
  instrument: 'pp-94-2021',
  prohibition: p5n(String(angka + 2)),
  sanction: p14i(String(angka)),
  since: PP94,
  confidence,
  sources: [...sources, NUMBERING],
});

/** The pair of numbers that agencies cite for most items. */
export const CITED: readonly Basis[] = [
  severe(3, 'verified', seen(BKN_MEDAN, 'cites Pasal 14 huruf i angka 3 and 4')),
  severe(4, 'verified', seen(BKN_MEDAN, 'cites Pasal 14 huruf i angka 3 and 4')),
];

/** Plain joining of a campaign: Pasal 5 huruf n angka 1, with its sanction seen in one press account only. */
export const PLAIN_JOINING: Basis = {
  instrument: 'pp-94-2021',
  prohibition: p5n('1'),
  sanction: { pasal: '13', huruf: 'g' },
  since: PP94,
  confidence: 'conflict',
  sources: [
    seen('https://kompas.tv/nasional/212923/…?page=2', 'Pasal 13 huruf g covers plain joining'),
    seen(DISIPLIN_REPO, 'Pasal 13 huruf g holds only taking part with attributes'),
  ],
};

export const MEDIUM_RECALLED: Basis = {
  instrument: 'pp-94-2021',
  sanction: { pasal: '13' },
  since: PP94,
  confidence: 'recalled',
  sources: [toCheck('The number is recalled. Check PP 94/2021 here.')],
};

export const GARBLED: Basis = {
  instrument: 'pp-94-2021',
  printed: 'Pasal 10 angka 1 huruf b dan c angka 3 dan 4',
  since: PP94,
  confidence: 'conflict',
  sources: [seen(KOMPAS_2023_11_06, 'printed so; no such numbering exists in PP 94/2021')],
};

/** Party membership: the law on ASN changed on 31 October 2023. */
export const PARTY: readonly Basis[] = [
  {
    instrument: 'uu-5-2014',
    sanction: { pasal: '87', ayat: '4', huruf: 'c' },
    since: { date: '2014-01-15', confidence: 'recalled' },
    until: { date: '2023-10-31', confidence: 'verified' },
    confidence: 'verified',
    sources: [seen(BKN_MEDAN, 'item 5'), seen(SEDAYU_UU20, 'revoked on 31 October 2023')],
  },
  {
    instrument: 'uu-5-2014',
    prohibition: { pasal: '9', ayat: '2' },
    since: { date: '2014-01-15', confidence: 'recalled' },
    until: { date: '2023-10-31', confidence: 'verified' },
    confidence: 'recalled',
    sources: [toCheck()],
  },
  {
    instrument: 'uu-20-2023',
    sanction: { pasal: '52' },
    since: { date: '2023-10-31', confidence: 'verified' },
    confidence: 'inferred',
    sources: [toCheck('Inferred as the successor of UU 5/2014 Pasal 87 ayat (4) huruf c. Check here.')],
  },
];

const dispute = (about: Dispute['about'], id: string, en: string, sources: readonly Source[]): Dispute => ({
  about,
  text: { id, en },
  since: DECREE_2022,
  confidence: 'conflict',
  sources,
});

export const REPRINT = dispute(
  'wording',
  'Kompas dan Tribun mencetak "bakal calon" pada butir ini; BKN Medan dan rbtv menulis "calon". Kami mengikuti BKN Medan; cetakan yang lain agaknya keliru.',
  'Kompas and Tribun print "prospective candidate" in this item; BKN Medan and rbtv say "candidate". We follow BKN Medan; the other print is probably an error.',
  [
    seen(KOMPAS_2023_11_06, 'bakal calon'),
    seen(TRIBUN_TIMUR, 'bakal calon'),
    seen(BKN_MEDAN, 'calon'),
    seen(RBTV, 'calon'),
  ],
);
export const LEVEL_3 = dispute(
  'level',
  'Kompas menulis sedang, Tribun Timur menulis berat.',
  'Kompas says medium, Tribun Timur says severe.',
  [seen(KOMPAS_2023_11_06, 'sedang'), seen(TRIBUN_TIMUR, 'berat')],
);
export const BASIS_3 = dispute(
  'basis',
  'Dasar hukum yang dicetak Kompas tidak ada dalam PP 94/2021. Jangan dikutip sebelum diperiksa pada naskah resmi.',
  'The basis that Kompas prints does not exist in PP 94/2021. Do not cite it before checking the official text.',
  [seen(KOMPAS_2023_11_06, 'Pasal 10 angka 1 huruf b dan c angka 3 dan 4')],
);
export const LEVEL_8 = dispute(
  'level',
  'Kompas dan NTBSatu menulis berat; satu daftar Tribun menulis sedang.',
  'Kompas and NTBSatu say severe; one Tribun list says medium.',
  [seen(KOMPAS_2023_11_06, 'berat'), seen(NTBSATU, 'berat'), seen(TRIBUN_TIMUR, 'sedang')],
);
export const LEVEL_9 = dispute(
  'level',
  'NTBSatu menulis sedang; Kompas terpotong pada "se…"; Tribun menggabungkan butir 9 dan 10 sebagai berat.',
  'NTBSatu says medium; Kompas breaks off at "se…"; Tribun merges items 9 and 10 as severe.',
  [seen(NTBSATU, 'sedang'), seen(KOMPAS_2023_11_06, 'truncated'), seen(TRIBUN_TIMUR, 'merged, berat')],
);
export const BEFORE_TOO = dispute(
  'line',
  'Butir ini sendiri menyebut "sebelum, selama, dan sesudah masa kampanye". Perbuatan sebelum penetapan kami golongkan sebagai kode etik menurut garis pemisah umum; pendapat lain mungkin.',
  'The item itself says "before, during and after the campaign". An act before determination we class as ethics by the general dividing line; another view is possible.',
  [seen(KOMPAS_2023_11_06, 'item 8'), seen(NTBSATU, 'items 8 and 12')],
);
export const DROPPED = dispute(
  'wording',
  'Sebagian daftar di media hanya memuat dua belas butir; butir ini tidak ikut dicetak.',
  'Some lists in the press count only twelve items; this one is left out.',
  [seen(TRIBUN_TIMUR, 'a list in the press'), seen(KOMPAS_2023_11_06, 'the thirteenth item')],
);
