import type { Confidence } from '../../../law/index.ts';

type Text = Readonly<Record<'id' | 'en', string>>;

/** What somebody else counted and said, as they said it; nothing of it is mixed into figures of ours. */
export interface Tally {
  readonly id: string;
  /** Which election or span they counted; only tallies of the same are set side by side. */
  readonly matter: 'pilkada-2020' | 'pemilu-2024' | 'pilkada-2024';
  readonly who: Text;
  readonly counted: Text;
  /** The day for which it was said; null: the source names none. */
  readonly asOf: string | null;
  readonly total: number;
  /** Parts as they were listed. Where they do not add up to the total, the difference is shown, not mended. */
  readonly parts: readonly { readonly what: Text; readonly count: number }[];
  readonly source: string | null;
  /** verified: the source was seen. recalled: seen in summaries that contradict each other. */
  readonly confidence: Confidence;
}

const PRESS = null;

export const TALLIES: readonly Tally[] = [
  {
    id: 'pilkada-2020-reported',
    matter: 'pilkada-2020',
    who: { id: 'Menurut pers', en: 'By the press' },
    counted: {
      id: 'Dilaporkan; orang atau laporan, tidak disebut',
      en: 'Reported; people or reports, not said',
    },
    asOf: null,
    total: 2034,
    parts: [],
    source: 'https://radarjabar.disway.id/amp/675283/…',
    confidence: 'recalled',
  },
  {
    id: 'pilkada-2020-proven',
    matter: 'pilkada-2020',
    who: { id: 'Menurut pers', en: 'By the press' },
    counted: { id: 'Terbukti melanggar', en: 'Found to have violated' },
    asOf: null,
    total: 1597,
    parts: [{ what: { id: 'dijatuhi sanksi', en: 'sanctioned' }, count: 1450 }],
    source: 'https://radarjabar.disway.id/amp/675283/…',
    confidence: 'recalled',
  },
  {
    id: 'pilkada-2020-other',
    matter: 'pilkada-2020',
    who: { id: 'Menurut pers, hitungan lain', en: 'By the press, another tally' },
    counted: { id: 'Terbukti melanggar', en: 'Found to have violated' },
    asOf: null,
    total: 1588,
    parts: [{ what: { id: 'dijatuhi sanksi', en: 'sanctioned' }, count: 1365 }],
    source: PRESS,
    confidence: 'recalled',
  },
  {
    id: 'pilkada-2020-other-reported',
    matter: 'pilkada-2020',
    who: { id: 'Menurut pers, hitungan lain', en: 'By the press, another tally' },
    counted: {
      id: 'Dilaporkan; orang atau laporan, tidak disebut',
      en: 'Reported; people or reports, not said',
    },
    asOf: null,
    total: 2007,
    parts: [],
    source: PRESS,
    confidence: 'recalled',
  },
  {
    id: 'pemilu-2024-kasn',
    matter: 'pemilu-2024',
    who: { id: 'KASN', en: 'KASN' },
    counted: {
      id: 'Ditangani dalam dua tahun; laporan atau orang, tidak disebut',
      en: 'Handled in two years; reports or people, not said',
    },
    asOf: null,
    total: 464,
    parts: [
      { what: { id: '2023', en: '2023' }, count: 262 },
      { what: { id: '2024', en: '2024' }, count: 202 },
    ],
    source: PRESS,
    confidence: 'recalled',
  },
  ...[403, 417, 481].map(
    (total): Tally => ({
      id: `pemilu-2024-kasn-${total}`,
      matter: 'pemilu-2024',
      who: { id: 'KASN, hitungan hari lain', en: 'KASN, on another day' },
      counted: {
        id: 'Ditangani; rentang waktu tidak disebut',
        en: 'Handled; span of time not named',
      },
      asOf: null,
      total,
      parts: [],
      source: PRESS,
      confidence: 'recalled',
    }),
  ),
  {
    id: 'pilkada-2024-bawaslu',
    matter: 'pilkada-2024',
    who: { id: 'Bawaslu', en: 'Bawaslu' },
    counted: { id: 'Kasus netralitas yang ditangani Bawaslu', en: 'Cases of neutrality handled by Bawaslu' },
    asOf: '2024-12-02',
    total: 433,
    parts: [
      { what: { id: 'pelanggaran', en: 'violations' }, count: 314 },
      { what: { id: 'bukan pelanggaran', en: 'not violations' }, count: 99 },
    ],
    source: 'https://rmol.id/politik/read/2024/12/03/647111/…',
    confidence: 'verified',
  },
  {
    id: 'pilkada-2024-kemendagri',
    matter: 'pilkada-2024',
    who: { id: 'Kemendagri', en: 'Ministry of Home Affairs' },
    counted: {
      id: 'Dugaan pelanggaran netralitas ASN; bagian-bagiannya hanya terlihat sebagai jumlah',
      en: 'Suspected breaches of neutrality; its parts were seen as a sum only',
    },
    asOf: '2024-12-05',
    total: 1158,
    parts: [
      { what: { id: 'bagian yang disebut, dijumlahkan', en: 'the parts listed, added up' }, count: 1237 },
    ],
    source: 'https://portalberitatribun.biz/?p=8159',
    confidence: 'recalled',
  },
];

/** Total less its parts: what they left uncounted, or (below zero) counted twice. null: no parts that should add up. */
export function unaccounted({ id, total, parts }: Tally): number | null {
  if (parts.length === 0 || SUBSETS.has(id)) return null;
  return total - parts.reduce((sum, { count }) => sum + count, 0);
}

/** Their one part is a subset, which need not be all. */
const SUBSETS = new Set(['pilkada-2020-proven', 'pilkada-2020-other']);
