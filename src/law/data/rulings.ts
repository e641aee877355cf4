import type { Instrument } from '../types.ts';
import { seen } from './source.ts';

const MK = 'Mahkamah Konstitusi';

/** Rulings of the Constitutional Court; they bind from the day they are read. */
export const RULINGS: readonly Instrument[] = [
  {
    id: 'mk-136-puu-xxii-2024',
    type: 'mk',
    name: 'Putusan MK 136/PUU-XXII/2024',
    numbers: [{ issuer: MK, number: '136/PUU-XXII/2024', year: null }],
    title: null,
    signed: { date: '2024-11-14', confidence: 'verified' },
    inForceFrom: { date: '2024-11-14', confidence: 'verified' },
    status: 'in-force',
    amends: ['uu-1-2015'],
    note: 'Pasal 188 of UU 1/2015 now also reaches regional officials and TNI/Polri.',
    sources: [
      seen(
        'http://redaksi.waspada.co.id/v2024/mk-tni-polri-dan-asn-tak-netral-di-pilkada-2024-bisa-dipidana',
        'ruling',
      ),
    ],
    confidence: 'verified',
  },
  {
    id: 'mk-135-puu-xxii-2024',
    type: 'mk',
    name: 'Putusan MK 135/PUU-XXII/2024',
    numbers: [{ issuer: MK, number: '135/PUU-XXII/2024', year: null }],
    title: null,
    signed: { date: '2025-06-26', confidence: 'verified' },
    inForceFrom: { date: '2025-06-26', confidence: 'verified' },
    status: 'in-force',
    note: 'National and regional elections apart from 2029; regional ones 2 to 2.5 years later.',
    sources: [seen('https://metrokota.com/2025/06/28/…', 'date and content')],
    confidence: 'verified',
  },
  {
    id: 'mk-121-puu-xxii-2024',
    type: 'mk',
    name: 'Putusan MK 121/PUU-XXII/2024',
    numbers: [{ issuer: MK, number: '121/PUU-XXII/2024', year: null }],
    title: null,
    signed: { date: '2025-10-16', confidence: 'verified' },
    inForceFrom: { date: '2025-10-16', confidence: 'verified' },
    status: 'in-force',
    amends: ['uu-20-2023'],
    note: 'An independent merit body within two years, by 16 October 2027.',
    sources: [
      seen('https://lenteratoday.com/…', 'date and content'),
      seen('https://idsch.id/?p=13188', 'the same; another page dates it 7 October 2024, which is wrong'),
    ],
    confidence: 'verified',
  },
];
