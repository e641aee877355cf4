import type { Body } from '../types.ts';
import { seen } from './source.ts';

/** Public bodies whose life matters to where a case or a report is sent. */
export const BODIES: readonly Body[] = [
  {
    id: 'kasn',
    name: 'Komisi Aparatur Sipil Negara',
    short: 'KASN',
    until: { date: '2024-08-23', confidence: 'verified' },
    succeededBy: 'bkn',
    sources: [
      seen('https://radarutara.bacakoran.co/amp/8662/…', 'KASN functions ended'),
      seen('https://www.bloombergtechnoz.com/detail-news/87507/…/2', 'enforcement to BKN, policy to PANRB'),
    ],
    confidence: 'verified',
  },
  {
    id: 'bkn',
    name: 'Badan Kepegawaian Negara',
    short: 'BKN',
    sources: [
      seen(
        'https://koran-jakarta.com/aplikasi-pelaporan-netralitas-asn-siap-digunakan',
        'reports since October 2024',
      ),
    ],
    confidence: 'verified',
  },
];
