import type { Example } from './types.ts';

const PEMPROV = 'Pemerintah Provinsi Kepulauan Bangka Belitung';
const PEMKAB = 'Pemerintah Kabupaten Belitung Timur';

/** Provinsi Kepulauan Bangka Belitung in Belitung Timur, 27 November 2023. */
export const babel: Example = {
  agency: {
    id: 'babel',
    level: 'province',
    regionCode: '19',
    zone: 'Asia/Jakarta',
    place: 'Manggar',
    letterhead: ['PEMERINTAH PROVINSI KEPULAUAN BANGKA BELITUNG'],
    names: [{ name: PEMPROV, validFrom: null, validUntil: null, source: null }],
  },
  rootKind: 'province',
  units: [
    {
      name: 'Perangkat daerah Kabupaten Belitung Timur',
      kind: 'other',
      employer: PEMKAB,
      posts: ['Kepala Dinas', 'Kepala Badan', 'Sekretaris Dinas'],
      staff: { pns: 118, pppk: 12 },
    },
    {
      name: 'Kecamatan dan kelurahan di Belitung Timur',
      kind: 'other',
      employer: PEMKAB,
      posts: ['Camat', 'Lurah'],
      staff: { pns: 46 },
    },
    {
      name: 'SMA/SMK negeri di Belitung Timur',
      kind: 'school',
      employer: PEMPROV,
      posts: ['Kepala Sekolah', 'Guru Ahli Madya'],
      staff: { pns: 58, pppk: 18 },
    },
  ],
  campaign: {
    id: 'babel-pemilu-2024',
    title: 'Apel ikrar netralitas ASN menjelang kampanye Pemilu 2024',
    electionId: 'pemilu-2024',
    text: ['pemilu', 'asn'],
    circular: null,
    bases: [
      'Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil, Pasal 5 huruf n',
    ],
    deadline: '2023-12-29T16:00:00+07:00',
  },
  ceremony: {
    id: 'babel-apel',
    title: 'Apel Ikrar Netralitas ASN',
    heldOn: '2023-11-27',
    heldOnStatus: 'derived',
    heldOnNote:
      'Sumber mencetak "Senin (23/10/2023)", tetapi juga menyebut kampanye mulai esok, 28 November 2023. Hari sebelum 28 November 2023 adalah Senin 27 November 2023; laporan lain menyebut tanggal itu.',
    place: 'SMA Negeri 1 Manggar, Kabupaten Belitung Timur',
    organiser: PEMPROV,
    officers: [
      {
        role: 'leader',
        name: 'Safrizal ZA',
        office: 'Gubernur Kepulauan Bangka Belitung',
        officeStatus: 'pj',
        employer: PEMPROV,
      },
      {
        role: 'speaker',
        name: 'Safrizal ZA',
        office: 'Gubernur Kepulauan Bangka Belitung',
        officeStatus: 'pj',
        employer: PEMPROV,
      },
    ],
    participations: [
      {
        fact: 'read',
        who: 'ASN di lingkungan Kabupaten Belitung Timur, menurut catatan Badan Kesbangpol Provinsi',
        employer: null,
        number: 252,
        qualifier: 'at-least',
      },
      {
        fact: 'read',
        who: 'camat dan lurah, kepala perangkat daerah kabupaten beserta jajaran',
        employer: PEMKAB,
        number: null,
        qualifier: 'unknown',
      },
      {
        fact: 'read',
        who: 'guru dan kepala sekolah provinsi',
        employer: PEMPROV,
        number: null,
        qualifier: 'unknown',
      },
    ],
  },
  source: {
    title: 'Jelang kampanye, ASN berikrar netral di Manggar',
    publisher: 'Babelsatu.com (ringkasan kami)',
    body: `Pemerintah Provinsi Kepulauan Bangka Belitung menggelar Apel Ikrar Netralitas ASN di SMA Negeri 1 Manggar, Kabupaten Belitung Timur, Senin (23/10/2023). Pembacaan ikrar dipimpin Penjabat (Pj) Gubernur Safrizal ZA.

Kampanye Pemilu 2024 dijadwalkan mulai esok tanggal 28 November 2023. Gubernur mengingatkan Pasal 5 huruf n PP Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil.

Ratusan ASN Pemprov mengucapkan ikrar: kepala OPD beserta jajaran, guru dan kepala sekolah, camat dan lurah. Menurut catatan Badan Kesbangpol Provinsi, apel diikuti setidaknya 252 ASN di lingkungan Kabupaten Belitung Timur.`,
  },
  did: { signed: [], symbolic: [], attended: 'everyone', read: true },
};
