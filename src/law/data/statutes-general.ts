import type { Instrument } from '../types.ts';
import { toCheck } from './source.ts';

/** Rows: number, year, title, last day known as the first day out of force, revoker. All recalled, none seen. */
const ROWS: readonly (readonly [
  string,
  number,
  string,
  { until?: string; by?: string; amends?: string }?,
])[] = [
  ['8', 1974, 'Pokok-Pokok Kepegawaian', { until: '2014-01-15', by: 'uu-5-2014' }],
  [
    '43',
    1999,
    'Perubahan atas UU 8/1974 tentang Pokok-Pokok Kepegawaian',
    { until: '2014-01-15', by: 'uu-5-2014' },
  ],
  ['28', 1999, 'Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme'],
  ['2', 2002, 'Kepolisian Negara Republik Indonesia'],
  ['34', 2004, 'Tentara Nasional Indonesia'],
  ['25', 2009, 'Pelayanan Publik'],
  ['12', 2011, 'Pembentukan Peraturan Perundang-undangan'],
  ['6', 2014, 'Desa'],
  ['23', 2014, 'Pemerintahan Daerah'],
  ['30', 2014, 'Administrasi Pemerintahan'],
  ['9', 2015, 'Perubahan Kedua atas UU 23/2014 tentang Pemerintahan Daerah'],
  ['3', 2024, 'Perubahan Kedua atas UU 6/2014 tentang Desa'],
];

/** Laws that circulars on neutrality often cite beside the rules themselves, so that the checker knows them. */
export const GENERAL_STATUTES: readonly Instrument[] = ROWS.map(([number, year, title, end]) => ({
  id: `uu-${number}-${year}`,
  type: 'uu',
  name: `UU ${number}/${year}`,
  numbers: [{ issuer: 'Republik Indonesia', number, year }],
  title,
  inForceFrom: { date: String(year), confidence: 'recalled' },
  ...(end?.until ? { inForceUntil: { date: end.until, confidence: 'recalled' as const } } : {}),
  ...(end?.by ? { revokedBy: end.by } : {}),
  status: end?.until ? 'revoked' : 'in-force',
  sources: [toCheck()],
  confidence: 'recalled',
}));
