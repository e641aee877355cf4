import type { Article, ArticleRef, Subject } from '../types.ts';
import { DISIPLIN_REPO, KOMPASIANA_P5N, RMOL_2021_09_14, seen, toCheck } from './source.ts';

const P5N_SOURCES = [seen(RMOL_2021_09_14, 'Pasal 5 huruf n'), seen(KOMPASIANA_P5N, 'the seven numbers')];
const P14_SOURCES = [seen(DISIPLIN_REPO, 'src/data/hukuman.js: Pasal 14 huruf i, numbers 1 to 5')];
const PNS: readonly Subject[] = ['pns', 'asn'];
const p5n = (angka: string): ArticleRef => ({ pasal: '5', huruf: 'n', angka });
const p14i = (angka: string): ArticleRef => ({ pasal: '14', huruf: 'i', angka });

/** One act: its number as a prohibition (Pasal 5 n) and, renumbered, as a sanction (Pasal 13 g, Pasal 14 i). */
const ACTS: readonly (readonly [string, ArticleRef | null, string, string, readonly string[]])[] = [
  ['1', { pasal: '13', huruf: 'g' }, 'ikut kampanye', 'joining a campaign', ['ikut', 'kampanye']],
  [
    '2',
    { pasal: '13', huruf: 'g' },
    'menjadi peserta kampanye dengan atribut partai atau atribut PNS',
    'being a campaign participant with party or civil-service attributes',
    ['peserta', 'kampanye', 'atribut'],
  ],
  [
    '3',
    p14i('1'),
    'mengerahkan PNS lain sebagai peserta kampanye',
    'mobilising other staff',
    ['mengerahkan', 'pengerahan', 'kampanye'],
  ],
  [
    '4',
    p14i('2'),
    'memakai fasilitas negara untuk kampanye',
    'using state facilities',
    ['fasilitas', 'negara', 'kampanye'],
  ],
  [
    '5',
    p14i('3'),
    'membuat keputusan atau tindakan yang menguntungkan atau merugikan pasangan calon',
    'decisions or acts that benefit or harm a pair',
    ['keputusan', 'tindakan', 'menguntungkan', 'merugikan', 'kampanye'],
  ],
  [
    '6',
    p14i('4'),
    'kegiatan yang memihak: pertemuan, ajakan, imbauan, seruan, atau pemberian barang',
    'partisan activities: meetings, invitations, appeals, calls, gifts',
    [
      'keberpihakan',
      'pertemuan',
      'ajakan',
      'imbauan',
      'himbauan',
      'seruan',
      'pemberian',
      'barang',
      'keluarga',
    ],
  ],
  [
    '7',
    p14i('5'),
    'memberi surat dukungan disertai fotokopi KTP',
    'a letter of support with a copy of the identity card',
    ['surat', 'dukungan', 'ktp', 'fotokopi', 'identitas'],
  ],
];

const prohibitions: readonly Article[] = ACTS.map(([angka, sanction, id, en, keywords]) => ({
  instrument: 'pp-94-2021',
  ref: p5n(angka),
  gist: {
    id: `PNS dilarang mendukung calon dengan cara ${id}.`,
    en: `A civil servant may not support a candidate by ${en}.`,
  },
  about: PNS,
  keywords,
  ...(sanction ? { mapsTo: [sanction] } : {}),
  sources: P5N_SOURCES,
  confidence: 'verified',
}));

const sanctions: readonly Article[] = ACTS.filter(([, ref]) => ref?.pasal === '14').map(
  ([angka, ref, id, en, keywords]) => ({
    instrument: 'pp-94-2021',
    ref: ref as ArticleRef,
    gist: {
      id: `Hukuman disiplin berat bagi PNS yang mendukung calon dengan cara ${id}.`,
      en: `Severe discipline for supporting a candidate by ${en}.`,
    },
    about: PNS,
    keywords: [...keywords, 'berat'],
    mapsTo: [p5n(angka)],
    sources: P14_SOURCES,
    confidence: 'verified',
  }),
);

/** PP 94/2021 and PP 42/2004: prohibitions, their sanctions, and the code of ethics. */
export const DISCIPLINE_ARTICLES: readonly Article[] = [
  {
    instrument: 'pp-94-2021',
    ref: { pasal: '5', huruf: 'n' },
    gist: {
      id: 'PNS dilarang mendukung calon presiden, kepala daerah, DPR, DPD, atau DPRD dengan tujuh cara yang disebut.',
      en: 'A civil servant may not support any candidate in the seven ways listed.',
    },
    about: PNS,
    keywords: [
      'dukungan',
      'mendukung',
      'calon',
      'kampanye',
      'fasilitas',
      'netral',
      'peserta',
      'pemilu',
      'politik',
    ],
    mapsTo: [
      { pasal: '13', huruf: 'g' },
      { pasal: '14', huruf: 'i' },
    ],
    sources: P5N_SOURCES,
    confidence: 'verified',
  },
  ...prohibitions,
  {
    instrument: 'pp-94-2021',
    ref: { pasal: '8' },
    gist: {
      id: 'Tingkat hukuman disiplin: ringan, sedang, dan berat, dengan jenisnya.',
      en: 'Levels of discipline: light, medium and severe, with their kinds.',
    },
    about: PNS,
    keywords: [
      'ringan',
      'sedang',
      'berat',
      'hukuman',
      'disiplin',
      'teguran',
      'tukin',
      'tunjangan',
      'pembebasan',
      'pemberhentian',
    ],
    sources: [seen('https://gurune.net/hukuman-disiplin-sedang-pp-94-tahun-2021-disiplin-pns', 'levels')],
    confidence: 'verified',
  },
  {
    instrument: 'pp-94-2021',
    ref: { pasal: '13', huruf: 'g' },
    gist: {
      id: 'Hukuman disiplin sedang bagi PNS yang ikut kampanye atau menjadi pesertanya dengan atribut partai atau PNS.',
      en: 'Medium discipline for joining a campaign or taking part with party or civil-service attributes.',
    },
    about: PNS,
    keywords: ['sedang', 'kampanye', 'peserta', 'atribut'],
    mapsTo: [p5n('1'), p5n('2')],
    note: 'That plain joining also falls here was seen in one press account only.',
    sources: [
      seen('https://kompas.tv/nasional/212923/…?page=2', 'joining a campaign'),
      seen(DISIPLIN_REPO, 'attributes'),
    ],
    confidence: 'verified',
  },
  {
    instrument: 'pp-94-2021',
    ref: { pasal: '14', huruf: 'i' },
    gist: {
      id: 'Hukuman disiplin berat bagi lima bentuk dukungan kepada calon.',
      en: 'Severe discipline for five forms of support to a candidate.',
    },
    about: PNS,
    keywords: ['berat', 'dukungan', 'calon', 'kampanye', 'fasilitas', 'keputusan'],
    mapsTo: ['3', '4', '5', '6', '7'].map(p5n),
    sources: P14_SOURCES,
    confidence: 'verified',
  },
  ...sanctions,
  ...(
    [
      [
        '26',
        'Pemanggilan tertulis paling lambat tujuh hari kerja sebelum pemeriksaan.',
        'Written summons at least seven working days before.',
        ['panggilan', 'pemeriksaan', 'hari', 'kerja'],
      ],
      [
        '27',
        'Tim pemeriksa: wajib untuk hukuman berat, pilihan untuk sedang.',
        'Examining team: required for severe, optional for medium.',
        ['tim', 'pemeriksa'],
      ],
      [
        '28',
        'Pejabat yang tidak menghukum dihukum lebih berat.',
        'An official who fails to punish is punished.',
        ['pejabat', 'menghukum'],
      ],
      [
        '35',
        'Satu pelanggaran, satu hukuman yang terberat.',
        'One sanction, the heaviest; none twice.',
        ['hukuman', 'berat'],
      ],
      [
        '37',
        'Keputusan disampaikan paling lambat empat belas hari kerja.',
        'Delivery of the decision within 14 working days.',
        ['keputusan', 'hari', 'kerja'],
      ],
    ] as const
  ).map(
    ([pasal, id, en, keywords]): Article => ({
      instrument: 'pp-94-2021',
      ref: { pasal },
      gist: { id, en },
      about: pasal === '28' ? ['official', 'pns'] : PNS,
      keywords,
      note:
        pasal === '37'
          ? 'One source says 14 days without "working".'
          : 'Seen in public code, not in the primary text.',
      sources: [seen(DISIPLIN_REPO, 'procedure data')],
      confidence: pasal === '37' ? 'conflict' : 'verified',
    }),
  ),
  {
    instrument: 'pp-42-2004',
    ref: { pasal: '11', huruf: 'c' },
    gist: {
      id: 'PNS menghindari konflik kepentingan pribadi, kelompok, atau golongan.',
      en: 'Civil servants avoid conflicts of interest.',
    },
    about: PNS,
    keywords: ['konflik', 'kepentingan', 'benturan', 'etika', 'netral'],
    sources: [
      seen(
        'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn',
        'basis of the ethics items',
      ),
    ],
    confidence: 'verified',
  },
  {
    instrument: 'pp-42-2004',
    ref: { pasal: '15' },
    gist: {
      id: 'Sanksi moral berupa pernyataan tertutup atau terbuka, dengan keputusan tertulis.',
      en: 'Moral sanction: a closed or an open statement, by written decision.',
    },
    about: PNS,
    keywords: ['sanksi', 'moral', 'pernyataan', 'tertutup', 'terbuka', 'etik'],
    sources: [
      seen(
        'https://sekitarjabar.com/netralitas-aparatur-sipil-negara-asn-di-tahun-politik/5',
        'Pasal 15(1)-(3)',
      ),
    ],
    confidence: 'verified',
  },
  {
    instrument: 'pp-42-2004',
    ref: { pasal: '16' },
    gist: {
      id: 'Tindakan administratif dapat ditambahkan atas saran majelis kode etik.',
      en: "Administrative action may be added on the panel's advice.",
    },
    about: PNS,
    keywords: ['administratif', 'majelis', 'etik'],
    note: 'The number of this article is recalled, not seen.',
    sources: [toCheck()],
    confidence: 'recalled',
  },
];
