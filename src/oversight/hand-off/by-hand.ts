import type { Stated } from '../../law/index.ts';
import type { Destination } from './package.ts';

/** Where somebody types the package in by hand. We are not connected to any of these. */
export interface System extends Pick<Stated, 'confidence' | 'sources'> {
  readonly id: string;
  readonly for: readonly Destination[];
  readonly name: string;
  readonly address: string;
  readonly text: { readonly id: string; readonly en: string };
}

const seen = (url: string, note: string) => ({ url, note });

export const SYSTEMS: readonly System[] = [
  {
    id: 'sbt',
    for: ['bkn'],
    name: 'SBT (BKN)',
    address: 'https://sbt.bkn.go.id/',
    text: {
      id: 'Pilih Pelaporan Publik, lalu Netralitas. NIK atau NIP yang dilaporkan diminta; tanpa itu sumber menunjuk ke SP4N-LAPOR!. Anda menerima nomor kasus untuk melihat statusnya.',
      en: 'Choose Pelaporan Publik, then Netralitas. NIK or NIP of the reported person is asked for; without it sources point to SP4N-LAPOR!. You get a case number to look up its state.',
    },
    confidence: 'verified',
    sources: [
      seen(
        'https://koran-jakarta.com/aplikasi-pelaporan-netralitas-asn-siap-digunakan',
        'steps since October 2024',
      ),
      seen('https://kabarnusa24.com/2024/10/11/…', 'case number and state'),
    ],
  },
  {
    id: 'sigap-lapor',
    for: ['bawaslu'],
    name: 'SigapLapor (Bawaslu)',
    address: 'https://sigaplapor.bawaslu.go.id/',
    text: {
      id: 'Meminta nama dan alamat pelapor, terlapor, waktu dan tempat, dan uraian. Yang melapor di sana boleh instansi sendiri; pelapor kita tidak disebut.',
      en: 'Asks for name and address of whoever reports, the reported, time and place, and an account. The institution itself may report there; our reporter is not named.',
    },
    confidence: 'verified',
    sources: [seen('https://sigaplapor.bawaslu.go.id/penanganan', 'what a report must hold')],
  },
  {
    id: 'contract',
    for: ['contract'],
    name: 'Unit pengelola kontrak',
    address: '',
    text: {
      id: 'Serahkan paketnya kepada pejabat yang mengelola kontrak. Sanksi bertahap menurut kontrak tahunan (SE MenPANRB 1/2023).',
      en: 'Hand the package to the official in charge of the contract. Sanctions are graduated by the yearly contract (SE MenPANRB 1/2023).',
    },
    confidence: 'verified',
    sources: [
      seen('https://www.jpnn.com/news/se-menpan-rb-terbaru-di-awal-2023-…?page=2', 'graduated sanctions'),
    ],
  },
  {
    id: 'idis',
    for: ['bkn', 'bawaslu'],
    name: 'I’DIS (BKN)',
    address: 'https://idis.bkn.go.id/',
    text: {
      id: 'Keputusan hukuman disiplin dicatat di I’DIS oleh instansi. Sesudahnya, catat di sini sebagai langkah perkara.',
      en: 'The institution records a disciplinary decision in I’DIS. Afterwards write it down here as a step of the case.',
    },
    confidence: 'verified',
    sources: [seen('https://mojokertopinter.mojokertokota.go.id/…', 'mandatory since 2021')],
  },
];
