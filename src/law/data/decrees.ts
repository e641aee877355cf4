import type { Instrument } from '../types.ts';
import { KOMPAS_2023_11_06, SCRIBD_SKB, seen } from './source.ts';

/** Joint decrees: five pairs of agency and number, in the order of the decree. */
export const DECREES: readonly Instrument[] = [
  {
    id: 'skb-netralitas-2022',
    type: 'skb',
    name: 'SKB 2/2022',
    numbers: [
      { issuer: 'Menteri PANRB', number: '2', year: 2022 },
      { issuer: 'Menteri Dalam Negeri', number: '800-5474', year: 2022 },
      { issuer: 'Kepala BKN', number: '246', year: 2022 },
      { issuer: 'Ketua KASN', number: '30', year: 2022 },
      { issuer: 'Ketua Bawaslu', number: '1447.1/PM.01/K.1/09/2022', year: null },
    ],
    title:
      'Pedoman Pembinaan dan Pengawasan Netralitas Pegawai Aparatur Sipil Negara dalam Penyelenggaraan Pemilihan Umum dan Pemilihan',
    nicknames: ['SKB Netralitas ASN', 'SKB Netralitas'],
    signed: { date: '2022-09-22', confidence: 'verified' },
    inForceFrom: { date: '2022-09-22', confidence: 'verified' },
    status: 'in-force',
    replaces: ['skb-netralitas-2020'],
    note: 'No replacement was found; KASN, one of five signatories, ended on 23 August 2024. The dictum and forms were not seen.',
    sources: [
      seen(SCRIBD_SKB, 'title, considerations and start of the legal bases; nothing later'),
      seen(KOMPAS_2023_11_06, 'numbers and violations'),
      seen('https://rmol.id/amp/2022/09/23/548397/…', 'signing'),
    ],
    confidence: 'verified',
  },
  {
    id: 'skb-netralitas-2020',
    type: 'skb',
    name: 'SKB 5/2020',
    numbers: [
      { issuer: 'Menteri PANRB', number: '5', year: 2020 },
      { issuer: 'Menteri Dalam Negeri', number: '800-2836', year: 2020 },
      { issuer: 'Kepala BKN', number: '167/KEP/2020', year: null },
      { issuer: 'Ketua KASN', number: '6/SKB/KASN/9/2020', year: null },
      { issuer: 'Ketua Bawaslu', number: '0314', year: null },
    ],
    title: null,
    signed: { date: '2020-09-10', confidence: 'verified' },
    inForceFrom: { date: '2020-09-10', confidence: 'verified' },
    inForceUntil: { date: '2022-09-22', confidence: 'inferred' },
    status: 'superseded',
    revokedBy: 'skb-netralitas-2022',
    note: 'That the decree of 2022 took its place is inferred; no clause was seen.',
    sources: [
      seen('https://nasional.kompas.com/read/2020/11/02/19094581/…', 'warnings under the decree of 2020'),
    ],
    confidence: 'verified',
  },
];
