import type { Example } from './types.ts';

const PEMKAB = 'Pemerintah Kabupaten Gunung Mas';
const POINTS = `Ikrar memuat empat poin: menjaga dan menegakkan prinsip netralitas dalam pelayanan publik sebelum, selama dan sesudah pilkada, menghindari konflik kepentingan, tanpa intimidasi dan ancaman, serta tidak memihak pasangan calon tertentu; menggunakan media sosial secara bijak tanpa ujaran kebencian dan berita bohong; menolak politik uang dari segala jenis pemberian.`;

/** Pemerintah Kabupaten Gunung Mas, 11 September 2024. */
export const gumas: Example = {
  agency: {
    id: 'gumas',
    level: 'kabupaten',
    regionCode: '62.10',
    zone: 'Asia/Jakarta',
    place: 'Kuala Kurun',
    letterhead: ['PEMERINTAH KABUPATEN GUNUNG MAS'],
    names: [{ name: PEMKAB, validFrom: null, validUntil: null, source: null }],
  },
  rootKind: 'kabupaten',
  units: [
    {
      name: 'Perangkat daerah',
      kind: 'other',
      posts: ['Kepala Dinas', 'Kepala Badan', 'Kepala Bagian'],
      staff: { pns: 34 },
    },
    { name: 'Kecamatan', kind: 'other', posts: ['Camat'], staff: { pns: 16 } },
    { name: 'Kelurahan', kind: 'other', posts: ['Lurah'], staff: { pns: 10 } },
  ],
  campaign: {
    id: 'gumas-pilkada-2024',
    title: 'Ikrar netralitas ASN pada Pilkada Serentak 2024',
    electionId: 'pilkada-2024',
    text: ['pilkada', 'asn'],
    circular: null,
    bases: [],
    deadline: '2024-10-31T16:00:00+07:00',
  },
  ceremony: {
    id: 'gumas-apel',
    title: 'Ikrar netralitas ASN Kabupaten Gunung Mas',
    heldOn: '2024-09-11',
    heldOnStatus: 'derived',
    heldOnNote:
      'Sumber hanya menulis "Rabu". Laporan lain tentang peristiwa yang sama memberi Rabu, 11 September 2024.',
    place: 'Kuala Kurun',
    organiser: PEMKAB,
    officers: [
      {
        role: 'leader',
        name: 'Herson B Aden',
        office: 'Bupati Gunung Mas',
        officeStatus: 'pj',
        employer: PEMKAB,
      },
      {
        role: 'speaker',
        name: 'Herson B Aden',
        office: 'Bupati Gunung Mas',
        officeStatus: 'pj',
        employer: PEMKAB,
      },
      {
        role: 'speaker',
        name: 'Kristening Natalina',
        office: 'Kepala BKPSDM',
        officeStatus: 'plt',
        employer: PEMKAB,
      },
    ],
    participations: [
      {
        fact: 'attended',
        who: 'kepala perangkat daerah, camat, lurah, dan sejumlah pegawai lainnya',
        employer: PEMKAB,
        number: null,
        qualifier: 'some',
      },
    ],
  },
  source: {
    title: 'ASN Gunung Mas berikrar netral pada Pilkada Serentak 2024',
    publisher: 'ANTARA (ringkasan kami)',
    body: `ASN di lingkup Pemerintah Kabupaten Gunung Mas, Kalimantan Tengah, berikrar netral pada Pilkada Serentak 2024. Penjabat (Pj) Bupati Herson B Aden memimpin ikrar di Kuala Kurun, Rabu.

${POINTS}

Pelaksana tugas (Plt) Kepala BKPSDM Kristening Natalina menyebut peserta: sejumlah kepala perangkat daerah, camat, lurah, dan sejumlah pegawai lainnya.

Baca juga: berita lain yang tidak berkaitan

ASN di lingkup Pemerintah Kabupaten Gunung Mas, Kalimantan Tengah, berikrar netral pada Pilkada Serentak 2024. Penjabat (Pj) Bupati Herson B Aden memimpin ikrar di Kuala Kurun, Rabu.

${POINTS}

Pelaksana tugas (Plt) Kepala BKPSDM Kristening Natalina menyebut peserta: sejumlah kepala perangkat daerah, camat, lurah, dan sejumlah pegawai lainnya.`,
  },
  did: { signed: [], symbolic: [], attended: 'everyone', read: true },
};
