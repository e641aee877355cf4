import { KOMPAS_2023_11_06, seen, toCheck } from '../data/source.ts';
import type { ArticleRef, Confidence, DatedFact, IsoDate, Source } from '../types.ts';
import { inRepo, inSimpel, PP94, SEKITARJABAR } from '../violations/sources.ts';
import { type Dispute, holdsOn, type Stated, type Text } from '../violations/stated.ts';
import type { Level } from '../violations/types.ts';

/** One kind of sanction within a level. */
export interface Sanction extends Stated {
  readonly id: string;
  readonly level: Level;
  readonly instrument: string;
  readonly ref?: ArticleRef;
  readonly text: Text;
  readonly disputes: readonly Dispute[];
}

const GURUNE = seen('https://gurune.net/hukuman-disiplin-sedang-pp-94-tahun-2021-disiplin-pns', 'Pasal 8');
const BKN_2020 = seen(
  'https://kabartujuhsatu.news/2020/11/bkn-ingatkan-asn-jaga-netralitas-di.html',
  'BKN, November 2020: the kinds under PP 53/2010',
);
const TRANSITION_SOURCES = [inSimpel('PP 94/2021 Pasal 42 and PerBKN 6/2022 Pasal 62')];

/** Seen in one public application only; the press does not mention it. */
export const TRANSITION: Dispute = {
  about: 'transition',
  text: {
    id: 'Menurut satu sumber, pemotongan tunjangan kinerja menunggu peraturan pemerintah tentang gaji dan tunjangan (PP 94/2021 Pasal 42, PerBKN 6/2022 Pasal 62). Selama itu hukuman sedang berupa penundaan kenaikan gaji berkala, penundaan kenaikan pangkat, atau penurunan pangkat, masing-masing satu tahun. Berita media tidak menyebutnya. Periksa sebelum menjatuhkan hukuman.',
    en: 'By one source the cut of the performance allowance waits for the regulation on pay and allowances (PP 94/2021 Pasal 42, PerBKN 6/2022 Pasal 62). Until then medium sanctions are deferral of the periodic raise, deferral of promotion, or one rank lower, each for one year. The press does not mention it. Check before punishing.',
  },
  since: PP94,
  confidence: 'conflict',
  sources: [...TRANSITION_SOURCES, seen(KOMPAS_2023_11_06, 'gives the cut without the transition')],
};

type Row = readonly [id: string, level: Level, text: string, en: string];

const make =
  (
    by: { instrument: string; ref?: ArticleRef; since: DatedFact; until?: DatedFact },
    disputes: readonly Dispute[],
  ) =>
  (confidence: Confidence, sources: readonly Source[]) =>
  ([id, level, text, en]: Row): Sanction => ({
    id,
    level,
    text: { id: text, en },
    ...by,
    disputes,
    confidence,
    sources,
  });

const light = make({ instrument: 'pp-94-2021', ref: { pasal: '8', ayat: '2' }, since: PP94 }, []);
const medium = make({ instrument: 'pp-94-2021', ref: { pasal: '8', ayat: '3' }, since: PP94 }, [TRANSITION]);
const severe = make({ instrument: 'pp-94-2021', ref: { pasal: '8', ayat: '4' }, since: PP94 }, []);
const interim = make({ instrument: 'pp-94-2021', ref: { pasal: '42' }, since: PP94 }, [TRANSITION]);
const old = make(
  {
    instrument: 'pp-53-2010',
    since: { date: '2010-06-06', confidence: 'recalled' },
    until: { date: '2021-08-31', confidence: 'verified' },
  },
  [],
);
const moral = make(
  { instrument: 'pp-42-2004', ref: { pasal: '15' }, since: { date: '2004-10-18', confidence: 'recalled' } },
  [],
);

const CUT = 'Pemotongan tunjangan kinerja 25 % selama';
const CUT_EN = 'Cut of 25% of the performance allowance for';

/** The kinds of sanction by level. `ptdh` is no level of PP 94/2021 and stands apart. */
export const SANCTIONS: readonly Sanction[] = [
  ...(
    [
      ['moral-closed', 'moral', 'Pernyataan secara tertutup.', 'Closed statement.'],
      [
        'moral-open',
        'moral',
        'Pernyataan secara terbuka: forum, upacara, papan pengumuman, atau media.',
        'Open statement: at a meeting, a ceremony, on a notice board or in the media.',
      ],
    ] as const
  ).map(moral('verified', [seen(SEKITARJABAR, 'Pasal 15')])),
  ...(
    [
      ['light-oral', 'ringan', 'Teguran lisan.', 'Oral reprimand.'],
      ['light-written', 'ringan', 'Teguran tertulis.', 'Written reprimand.'],
      [
        'light-statement',
        'ringan',
        'Pernyataan tidak puas secara tertulis.',
        'Written statement of dissatisfaction.',
      ],
    ] as const
  ).map(light('verified', [GURUNE, inRepo('levels')])),
  ...(
    [
      ['medium-6', 'sedang', `${CUT} 6 bulan.`, `${CUT_EN} 6 months.`],
      ['medium-9', 'sedang', `${CUT} 9 bulan.`, `${CUT_EN} 9 months.`],
      ['medium-12', 'sedang', `${CUT} 12 bulan.`, `${CUT_EN} 12 months.`],
    ] as const
  ).map(medium('verified', [GURUNE, inRepo('levels')])),
  ...(
    [
      [
        'interim-raise',
        'sedang',
        'Penundaan kenaikan gaji berkala 1 tahun.',
        'Deferral of the periodic raise by 1 year.',
      ],
      [
        'interim-promotion',
        'sedang',
        'Penundaan kenaikan pangkat 1 tahun.',
        'Deferral of promotion by 1 year.',
      ],
      ['interim-rank', 'sedang', 'Penurunan pangkat setingkat selama 1 tahun.', 'One rank lower for 1 year.'],
    ] as const
  ).map(interim('conflict', TRANSITION_SOURCES)),
  ...(
    [
      [
        'severe-demotion',
        'berat',
        'Penurunan jabatan setingkat selama 12 bulan.',
        'Demotion one level for 12 months.',
      ],
      [
        'severe-release',
        'berat',
        'Pembebasan dari jabatan menjadi pelaksana selama 12 bulan.',
        'Release from post to executing staff for 12 months.',
      ],
      [
        'severe-dismissal',
        'berat',
        'Pemberhentian dengan hormat tidak atas permintaan sendiri.',
        'Honourable dismissal not at own request.',
      ],
    ] as const
  ).map(severe('verified', [GURUNE, inRepo('levels')])),
  {
    id: 'dismissal',
    level: 'ptdh',
    instrument: 'uu-20-2023',
    ref: { pasal: '52' },
    text: {
      id: 'Pemberhentian tidak dengan hormat. Bukan hukuman disiplin PP 94/2021; berasal dari undang-undang ASN (keanggotaan partai, tindak pidana).',
      en: 'Dishonourable dismissal. Not a sanction of PP 94/2021; it comes from the law on ASN (party membership, crime).',
    },
    since: { date: '2023-10-31', confidence: 'verified' },
    disputes: [],
    confidence: 'inferred',
    sources: [toCheck('The article is inferred as the successor of UU 5/2014 Pasal 87. Check here.')],
  },
  {
    id: 'dismissal-2014',
    level: 'ptdh',
    instrument: 'uu-5-2014',
    ref: { pasal: '87', ayat: '4', huruf: 'c' },
    text: { id: 'Pemberhentian tidak dengan hormat.', en: 'Dishonourable dismissal.' },
    since: { date: '2014-01-15', confidence: 'recalled' },
    until: { date: '2023-10-31', confidence: 'verified' },
    disputes: [],
    confidence: 'verified',
    sources: [
      seen(
        'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn',
        'item 5',
      ),
    ],
  },
  {
    id: 'contract',
    level: 'contract',
    instrument: 'se-menpanrb-1-2023',
    text: {
      id: 'Sanksi bertahap menurut kontrak tahunan, sampai pengakhiran kontrak (pegawai non-ASN).',
      en: 'Graduated sanctions under the yearly contract, up to its end (non-ASN staff).',
    },
    since: { date: '2023-01-03', confidence: 'verified' },
    disputes: [],
    confidence: 'verified',
    sources: [
      seen('https://www.jpnn.com/news/se-menpan-rb-terbaru-di-awal-2023-…?page=2', 'graduated sanctions'),
    ],
  },
  ...(
    [
      [
        'old-raise',
        'sedang',
        'Penundaan kenaikan gaji berkala 1 tahun.',
        'Deferral of the periodic raise by 1 year.',
      ],
      ['old-promotion', 'sedang', 'Penundaan kenaikan pangkat 1 tahun.', 'Deferral of promotion by 1 year.'],
      ['old-rank-1', 'sedang', 'Penurunan pangkat setingkat selama 1 tahun.', 'One rank lower for 1 year.'],
      ['old-rank-3', 'berat', 'Penurunan pangkat setingkat selama 3 tahun.', 'One rank lower for 3 years.'],
      [
        'old-transfer',
        'berat',
        'Pemindahan dalam rangka penurunan jabatan setingkat.',
        'Transfer to a post one level lower.',
      ],
      ['old-release', 'berat', 'Pembebasan dari jabatan.', 'Release from post.'],
      [
        'old-dismissal',
        'berat',
        'Pemberhentian dengan hormat tidak atas permintaan sendiri.',
        'Honourable dismissal not at own request.',
      ],
    ] as const
  ).map(old('verified', [BKN_2020, inSimpel('the kinds under PP 53/2010')])),
];

/** The kinds of a level that stood on that day. */
export function sanctionsOn(level: Level, date: IsoDate): readonly Sanction[] {
  return SANCTIONS.filter((one) => {
    const standing = holdsOn(one, date);
    return one.level === level && (standing === 'in-force' || standing === 'unknown');
  });
}
