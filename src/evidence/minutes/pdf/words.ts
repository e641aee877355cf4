import type { MinutesRecord } from '../../../verify/index.ts';
import { LABELS } from '../../pdf/pact/labels.ts';

/** Minutes are written in Indonesian. What they say besides their record is part of the sealed file, not of a page. */
export const COMMON = LABELS.id;

export const UNKNOWN = 'tidak tercatat';

export const WORDS = {
  title: 'Berita Acara',
  extra: 'Apel susulan',
  correction: (version: number, replaces: string | null) =>
    `Perbaikan, versi ${version}${replaces === null ? '' : `, menggantikan berita acara ${replaces}`}`,
  draft: 'Teks rancangan, bukan teks resmi',
  held: 'Pelaksanaan',
  day: 'Hari, tanggal',
  time: 'Waktu',
  place: 'Tempat',
  sites: 'Tempat acara',
  online: 'daring',
  text: 'Teks ikrar',
  derived: 'tanggal diturunkan dari keterangan lain',
  order: 'Susunan acara',
  attendance: 'Kehadiran dan penandatanganan',
  byUnit: 'Menurut unit kerja',
  meaning:
    'Hadir termasuk yang terlambat. Menandatangani berarti menandatangani ikrarnya sendiri, pada apel ini atau sebelumnya. Yang tanda tangannya belum ada tetap terhitung belum menandatangani, juga bila ada yang menandatangani secara simbolis untuk kelompoknya.',
  symbolic: 'Penandatanganan simbolis',
  symbolicMeaning:
    'Bukan tanda tangan yang diwakili: mereka tercatat belum menandatangani sampai menandatangani sendiri.',
  standsFor: 'mewakili',
  guests: 'Tamu',
  guestsMeaning: 'Dicatat menurut instansinya sendiri; tidak terhitung dalam angka di atas.',
  noEmployer: 'instansi tidak tercatat',
  noNumber: 'jumlah orang tidak tercatat',
  people: 'orang',
  annexes: 'Lampiran terbatas',
  absent: (count: string) =>
    `Daftar nama yang tidak tercatat hadir, ${count} orang, disimpan terpisah dan terbatas. Sidik:`,
  remarks: 'Catatan',
  photos: 'Foto',
  photo: 'Foto',
  noCaption: 'tanpa keterangan',
  taken: 'diambil',
  noTime: 'waktu tidak tercatat',
  closing: 'Demikian berita acara ini dibuat dengan sebenarnya.',
  unsigned: '(belum menandatangani)',
  objected: '(tidak menandatangani; keberatannya di bawah)',
  objections: 'Keberatan',
  nobody: 'Penandatangan berita acara tidak tercatat.',
  made: 'Disegel',
  content: 'Isi yang ditandatangani, SHA-256',
  sealed: 'Berita acara disegel secara elektronik oleh',
  uncertified: 'Tanda tangan di dalamnya adalah tanda tangan elektronik tidak tersertifikasi.',
  reason: 'Segel elektronik atas berita acara',
};

export const OFFICERS: Record<MinutesRecord['officers'][number]['role'], string> = {
  reader: 'Pembaca ikrar',
  pembina: 'Pembina apel',
  perwira: 'Perwira apel',
  komandan: 'Komandan apel',
  clerk: 'Notulis',
};

export const SIGNERS: Record<MinutesRecord['signatures'][number]['role'], string> = {
  leader: 'Pembaca ikrar',
  clerk: 'Notulis',
  witness: 'Saksi',
};

export const METHODS = { link: 'lewat tautan pribadi', device: 'di perangkat panitia' };

export const CATEGORIES: Record<MinutesRecord['counts']['byCategory'][number]['category'], string> = {
  pns: 'PNS',
  cpns: 'CPNS',
  pppk: 'PPPK',
  'pppk-pw': 'PPPK paruh waktu',
  'non-asn': 'Non-ASN',
};

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

/** `Rabu` */
export function weekday(date: string): string {
  return DAYS[new Date(date).getUTCDay()] as string;
}

/** `1.234` */
export function figure(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
