import { BODIES, type Stated } from '../../../law/index.ts';
import type { Destination } from '../stages.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}

export type Matter = 'supervision' | 'election' | 'contract' | 'head';
export type Level = 'national' | 'province' | 'kabupaten' | 'kota' | 'opd';

/** To whom a matter goes, and for which days that holds. */
export interface Route extends Stated {
  readonly to: Destination;
  readonly matter: Matter;
  readonly text: Words;
  /** Ids of the register. */
  readonly basis: readonly string[];
  /** Only for institutions of these levels. */
  readonly levels?: readonly Level[];
  /** A body that is to come: from which day is not known, by which day it must be. It competes with nobody until then. */
  readonly expectedBy?: string;
}

const seen = (url: string, note: string) => ({ url, note });
const toCheck = (note: string) => seen('https://peraturan.bpk.go.id/', note);
const kasn = BODIES.find(({ id }) => id === 'kasn');
const bkn = BODIES.find(({ id }) => id === 'bkn');
if (!kasn?.until || !bkn) throw new Error('The register lost KASN or BKN.');

const PP94 = { date: '2021-08-31', confidence: 'verified' } as const;
const SUPERIOR = seen(
  'https://github.com/wawannug/disiplin-pns',
  'a superior who is involved is replaced by the next higher official',
);

/**
 * Routing is data: the day on which the independent body of MK 121/PUU-XXII/2024 begins is one `since` here, and the same
 * day becomes the `until` of BKN.
 */
export const ROUTES: readonly Route[] = [
  {
    to: 'kasn',
    matter: 'supervision',
    basis: ['uu-5-2014'],
    text: {
      id: 'KASN menerima, memeriksa, dan memberi rekomendasi kepada PPK, sampai tugasnya berakhir.',
      en: 'KASN received, examined and recommended to the PPK, until its functions ended.',
    },
    since: { date: '2014-01-15', confidence: 'recalled' },
    until: kasn.until,
    confidence: 'verified',
    sources: kasn.sources,
  },
  {
    to: 'bkn',
    matter: 'supervision',
    basis: ['se-menpanrb-4-2024', 'perpres-92-2024'],
    text: {
      id: 'BKN meneruskan tugas pengawasan netralitas dari KASN: hasil atau rekomendasi kepada PPK, pemantauan oleh Auditor Manajemen ASN.',
      en: 'BKN took over supervision of neutrality from KASN: result or recommendation to the PPK, monitored by its auditors.',
    },
    since: kasn.until,
    confidence: 'verified',
    sources: [...kasn.sources, ...bkn.sources],
  },
  {
    to: 'merit-body',
    matter: 'supervision',
    basis: ['mk-121-puu-xxii-2024'],
    text: {
      id: 'Lembaga independen pengawas sistem merit: diperintahkan Mahkamah Konstitusi, belum terbentuk. Belum ada yang dapat dikirim ke sana.',
      en: 'An independent body for the merit system: ordered by the Constitutional Court, not yet formed. Nothing can be sent there yet.',
    },
    since: { date: '9999-12-31', confidence: 'inferred' },
    expectedBy: '2027-10-16',
    confidence: 'verified',
    sources: [seen('https://lenteratoday.com/…', 'date and content of the ruling')],
  },
  {
    to: 'contract',
    matter: 'contract',
    basis: ['se-menpanrb-1-2023'],
    text: {
      id: 'Pegawai non-ASN: sanksi bertahap menurut kontrak, oleh instansi yang mempekerjakan; bukan jalur KASN atau BKN.',
      en: 'Staff outside the ASN: graduated sanctions by contract, by the institution that employs them; not the way of KASN or BKN.',
    },
    since: { date: '2023-01-03', confidence: 'verified' },
    confidence: 'verified',
    sources: [
      seen('https://www.jpnn.com/news/se-menpan-rb-terbaru-di-awal-2023-…?page=2', 'graduated sanctions'),
    ],
  },
  {
    to: 'bawaslu',
    matter: 'election',
    basis: ['uu-7-2017', 'uu-10-2016'],
    text: {
      id: 'Pelanggaran undang-undang pemilu diperiksa Bawaslu; urusan disiplin berjalan di sampingnya.',
      en: 'Breaches of election law are examined by Bawaslu; the matter of discipline runs beside it.',
    },
    since: { date: '2017-08-16', confidence: 'recalled' },
    confidence: 'verified',
    sources: [
      seen('https://id.scribd.com/presentation/684847616/Netralitas-Asn-karo-Hukum', 'who examines what'),
    ],
  },
  {
    to: 'gakkumdu',
    matter: 'election',
    basis: ['uu-7-2017', 'uu-10-2016'],
    text: {
      id: 'Bagian pidananya ke Sentra Gakkumdu, melalui Bawaslu. Instansi tidak memeriksa pidana.',
      en: 'The criminal part goes to the Gakkumdu centre, through Bawaslu. The institution does not examine crimes.',
    },
    since: { date: '2017-08-16', confidence: 'recalled' },
    confidence: 'recalled',
    sources: [toCheck('Articles on Sentra Gakkumdu: not seen. Check the election laws here.')],
  },
  up('next-higher', ['opd', 'kabupaten', 'kota', 'province'], 'verified', [SUPERIOR], {
    id: 'Atasan yang terlibat digantikan pejabat yang lebih tinggi.',
    en: 'A superior who is involved is replaced by the next higher official.',
  }),
  up('ppk', ['opd'], 'inferred', [SUPERIOR], {
    id: 'Kepala perangkat daerah: kepada PPK daerahnya.',
    en: 'The head of a regional office: to the PPK of the region.',
  }),
  up(
    'ministry',
    ['kabupaten', 'kota', 'province', 'national'],
    'inferred',
    [toCheck('By whom heads are supervised is inferred. Check PP 12/2017 and PP 94/2021 here.')],
    {
      id: 'Kepala instansi atau PPK: kepada kementerian yang membina.',
      en: 'The head of an institution or the PPK: to the ministry that supervises.',
    },
  ),
  up(
    'president',
    ['national'],
    'inferred',
    [seen('https://github.com/wawannug/disiplin-pns', 'the President decides on JPT Utama and on a PPK')],
    {
      id: 'JPT Utama dan JPT Madya yang menjadi PPK: oleh Presiden.',
      en: 'JPT Utama, and JPT Madya who are PPK: by the President.',
    },
  ),
];

function up(
  to: Destination,
  levels: readonly Level[],
  confidence: Route['confidence'],
  sources: Route['sources'],
  text: Words,
): Route {
  return { to, matter: 'head', levels, text, basis: ['pp-94-2021'], since: PP94, confidence, sources };
}
