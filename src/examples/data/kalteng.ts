import { type Example, SKB_2_2022 } from './types.ts';

const PEMPROV = 'Pemerintah Provinsi Kalimantan Tengah';
const LEADERS = [
  'Sekretaris',
  'Kepala Bidang Perencanaan',
  'Kepala Bidang Pemerintahan',
  'Kepala Bidang Ekonomi',
  'Kepala Bidang Penelitian',
];

/** Bappedalitbang Provinsi Kalimantan Tengah, after 21 August 2023, day unknown. */
export const kalteng: Example = {
  agency: {
    id: 'kalteng',
    level: 'province',
    regionCode: '62',
    zone: 'Asia/Jakarta',
    place: 'Palangka Raya',
    letterhead: [
      'PEMERINTAH PROVINSI KALIMANTAN TENGAH',
      'BADAN PERENCANAAN PEMBANGUNAN DAERAH, PENELITIAN DAN PENGEMBANGAN',
    ],
    names: [{ name: PEMPROV, validFrom: null, validUntil: null, source: null }],
  },
  rootKind: 'province',
  units: [
    { name: 'Bappedalitbang', kind: 'opd', posts: LEADERS, staff: { pns: 56, pppk: 2, 'non-asn': 14 } },
  ],
  campaign: {
    id: 'kalteng-pemilu-2024',
    title: 'Pakta integritas dan ikrar bersama netralitas ASN pada Pemilu dan Pemilihan 2024',
    electionId: 'pemilu-2024',
    text: ['both', 'asn-non-asn'],
    circular: { number: '800/254/IV.1/BKD', date: '2023-08-21', issuer: 'Gubernur Kalimantan Tengah' },
    bases: [SKB_2_2022, 'Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara'],
    deadline: null,
  },
  ceremony: {
    id: 'kalteng-apel',
    title: 'Penandatanganan pakta integritas dan pembacaan ikrar bersama',
    heldOn: null,
    heldOnStatus: 'unknown',
    heldOnNote:
      'Sumber hanya memberi tanggal surat (21 Agustus 2023). Tanggal kegiatan tidak diketahui dan tidak diisi dengan tanggal surat.',
    place: 'Halaman kantor Bappedalitbang, Palangka Raya',
    organiser: `Bappedalitbang, ${PEMPROV}`,
    officers: [
      {
        role: 'speaker',
        name: 'Leonard S. Ampung',
        office: 'Kepala Bappedalitbang',
        officeStatus: 'definitive',
        employer: PEMPROV,
      },
      {
        role: 'signer',
        name: 'Leonard S. Ampung',
        office: 'Kepala Bappedalitbang',
        officeStatus: 'definitive',
        employer: PEMPROV,
      },
    ],
    participations: [
      {
        fact: 'signed',
        who: 'Kepala Bappedalitbang, lalu pejabat eselon III (Sekretaris dan kepala bidang)',
        employer: PEMPROV,
        number: null,
        qualifier: 'unknown',
      },
      {
        fact: 'witnessed',
        who: 'seluruh ASN dan Non ASN lingkup Bappedalitbang',
        employer: PEMPROV,
        number: null,
        qualifier: 'all',
      },
    ],
  },
  source: {
    title: 'Penandatanganan pakta integritas dan ikrar netralitas ASN dan Non-ASN pada Pemilu 2024',
    publisher: 'Situs Bappedalitbang (ringkasan kami)',
    body: `Penandatanganan Pakta Integritas dan Ikrar Netralitas ASN dan Non-ASN Bappedalitbang Provinsi Kalimantan Tengah pada Pemilu 2024

Kepala Bappedalitbang bersama ASN menandatangani pakta integritas dan membacakan ikrar bersama netralitas ASN pada Pemilu dan Pemilihan Tahun 2024 di halaman kantor.

Kegiatan ini melaksanakan Surat Gubernur Kalimantan Tengah nomor : 800/254/IV.1/BKD tanggal 21 Agustus 2023 sebagai tindak lanjut Keputusan Bersama lima instansi Nomor : 2 Tahun 2022, Nomor : 800-5474 Tahun 2022 : 246 Tahun 2022, Nomor 30 Tahun 2022, Nomor : 1447.1/PM.01/K.1/09/2022 tanggal 22 September 2022, sesuai amanat Undang-Undang Nomor 5 Tahun 2014 tentang ASN.

Kegiatan dihadiri dan disaksikan seluruh ASN dan Non ASN. Penandatanganan diawali Kepala Bappedalitbang Leonard S. Ampung, dilanjutkan pejabat Esselon III. Ikrar antara lain menyebut tidak memihak kepada calon pasangan tertentu.`,
  },
  did: { signed: LEADERS, symbolic: [], attended: 'everyone', read: true },
};
