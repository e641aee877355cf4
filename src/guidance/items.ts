import type { Confidence, Source } from '../law/index.ts';
import { type Both, both, type Cited } from './topic.ts';

/** The seven code-of-ethics and thirteen discipline items of the joint decree of 2022, Lampiran II. */
export type ItemId =
  | `KE${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `D${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}`;

/** `unsettled`: the sources give two levels; `committee`: the joint committee decides. */
export type Level = 'moral' | 'medium' | 'severe' | 'dismissal' | 'unsettled' | 'committee';

/** What the guide needs to say about one item: its act in our words, its range and where the range comes from. */
export interface Item {
  readonly id: ItemId;
  readonly level: Level;
  readonly act: Both;
  readonly bases: readonly Cited[];
  readonly confidence: Confidence;
  readonly sources: readonly Source[];
}

export const DECREE: Cited = { instrument: 'skb-netralitas-2022' };
export const MEDAN_BKN: Source = {
  url: 'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn',
  note: 'BKN regional office Medan, October 2023: items, levels and bases',
};
const KOMPAS: Source = {
  url: 'https://www.kompas.com/tren/read/2023/11/06/133000265/…',
  note: 'Kompas, 6 November 2023: the items with their sanctions',
};
const NTBSATU: Source = {
  url: 'https://ntbsatu.com/2024/02/06/dari-denda-hingga-pidana-penjara-ini-sanksi-bagi-asn-yang-langgar-netralitas.html/3',
  note: 'NTBSatu, 6 February 2024: list of Bawaslu, discipline items 5 to 12',
};

const p14 = (angka: string): Cited => ({ instrument: 'pp-94-2021', ref: { pasal: '14', huruf: 'i', angka } });
const ETHICS: readonly Cited[] = [
  { instrument: 'pp-42-2004', ref: { pasal: '11', huruf: 'c' } },
  { instrument: 'pp-42-2004', ref: { pasal: '15' } },
];
const PARTY_BASES: readonly Cited[] = [
  { instrument: 'uu-5-2014', ref: { pasal: '87', ayat: '4', huruf: 'c' } },
  { instrument: 'uu-20-2023', ref: { pasal: '52' } },
];

type Row = readonly [ItemId, Level, string, string, readonly Cited[], Confidence?];

const ethics = (n: 1 | 2 | 3 | 4 | 5 | 6 | 7, id: string, en: string): Row => [
  `KE${n}`,
  'moral',
  id,
  en,
  ETHICS,
];

const ROWS: readonly Row[] = [
  ethics(1, 'memasang spanduk, baliho, atau alat peraga bakal calon', 'putting up banners for an aspirant'),
  ethics(2, 'sosialisasi atau kampanye bakal calon di media sosial', 'campaigning for an aspirant online'),
  ethics(
    3,
    'menghadiri deklarasi atau kampanye bakal pasangan calon dan mendukung secara aktif',
    'attending a declaration or campaign of an aspirant and supporting actively',
  ),
  ethics(
    4,
    'membuat unggahan, komentar, berbagi, menyukai, mengikuti akun, atau bergabung dalam grup pemenangan bakal calon',
    'posting, commenting, sharing, liking, following or joining a group of an aspirant',
  ),
  ethics(
    5,
    'mengunggah foto bersama bakal calon, tim sukses dengan simbol, atau alat peraga',
    'posting a photo with an aspirant, a team with symbols, or campaign devices',
  ),
  ethics(
    6,
    'ikut kampanye atau perkenalan bakal calon atau partai',
    'joining a campaign or introduction of an aspirant or party',
  ),
  ethics(
    7,
    'ikut deklarasi atau kampanye suami/istri calon tanpa cuti di luar tanggungan negara',
    'joining the campaign of one’s own spouse without unpaid leave',
  ),
  [
    'D1',
    'severe',
    'memasang spanduk atau alat peraga calon',
    'putting up banners for a candidate',
    [p14('3'), p14('4')],
  ],
  [
    'D2',
    'severe',
    'kampanye calon di media sosial',
    'campaigning for a candidate online',
    [p14('3'), p14('4')],
  ],
  [
    'D3',
    'unsettled',
    'mendekati partai atau masyarakat sebagai bakal calon tanpa cuti di luar tanggungan negara',
    'approaching parties or the public as an aspirant without unpaid leave',
    [],
    'conflict',
  ],
  [
    'D4',
    'severe',
    'menghadiri deklarasi atau kampanye pasangan calon dan menunjukkan keberpihakan',
    'attending a declaration or campaign and taking sides there',
    [p14('3'), p14('4')],
  ],
  [
    'D5',
    'dismissal',
    'menjadi anggota atau pengurus partai',
    'being a member or officer of a party',
    PARTY_BASES,
  ],
  [
    'D6',
    'severe',
    'membuat unggahan, komentar, berbagi, menyukai, mengikuti akun, atau bergabung dalam grup calon',
    'posting, commenting, sharing, liking, following or joining a group of a candidate',
    [p14('3'), p14('4')],
  ],
  [
    'D7',
    'severe',
    'mengunggah foto bersama calon, tim sukses dengan simbol, atau alat peraga, dengan maksud mendukung',
    'posting a photo with a candidate, a team with symbols or devices, in order to support',
    [p14('3')],
  ],
  [
    'D8',
    'severe',
    'kegiatan yang memihak: pertemuan, ajakan, imbauan, seruan, atau pemberian barang kepada rekan, keluarga, atau masyarakat',
    'partisan activities: meetings, invitations, appeals or goods to colleagues, family or the public',
    [p14('3'), p14('4')],
    'conflict',
  ],
  [
    'D9',
    'medium',
    'menjadi tim ahli, tim pemenangan, atau konsultan bakal calon',
    'serving an aspirant as expert, team member or consultant',
    [],
  ],
  [
    'D10',
    'severe',
    'menjadi tim ahli, tim pemenangan, atau konsultan partai atau calon',
    'serving a party or candidate as expert, team member or consultant',
    [{ instrument: 'pp-94-2021', ref: { pasal: '14', huruf: 'i' } }],
    'inferred',
  ],
  [
    'D11',
    'severe',
    'memberi surat dukungan atau mengumpulkan fotokopi KTP untuk bakal calon perseorangan',
    'a letter of support or collecting copies of identity cards for an independent aspirant',
    [p14('5')],
    'inferred',
  ],
  [
    'D12',
    'severe',
    'keputusan atau tindakan yang menguntungkan atau merugikan partai atau calon',
    'a decision or act that benefits or harms a party or candidate',
    [p14('3')],
    'inferred',
  ],
  [
    'D13',
    'committee',
    'bentuk lain, dibahas dan diputuskan Satgas Netralitas',
    'other forms, decided by the joint committee',
    [],
  ],
];

export const ITEMS: ReadonlyMap<ItemId, Item> = new Map(
  ROWS.map(([id, level, idText, en, bases, confidence = 'verified']) => [
    id,
    { id, level, act: both(idText, en), bases: [DECREE, ...bases], confidence, sources: sourcesOf(id) },
  ]),
);

export function itemOf(id: ItemId): Item {
  const found = ITEMS.get(id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

export function isEthics(id: ItemId): boolean {
  return id.startsWith('KE');
}

function sourcesOf(id: ItemId): readonly Source[] {
  const fromBawaslu = ['D8', 'D9', 'D10', 'D11', 'D12'].includes(id);
  return fromBawaslu ? [NTBSATU, KOMPAS] : [MEDAN_BKN, KOMPAS];
}
