import { type Example, SKB_2_2022 } from './types.ts';

const PEMKAB = 'Pemerintah Kabupaten Kotawaringin Barat';

/** Dinas Perhubungan Kabupaten Kotawaringin Barat, 23 February 2023. */
export const kobar: Example = {
  agency: {
    id: 'kobar',
    level: 'kabupaten',
    regionCode: '62.01',
    zone: 'Asia/Jakarta',
    place: 'Pangkalan Bun',
    letterhead: ['PEMERINTAH KABUPATEN KOTAWARINGIN BARAT', 'DINAS PERHUBUNGAN'],
    names: [{ name: PEMKAB, validFrom: null, validUntil: null, source: null }],
  },
  rootKind: 'kabupaten',
  units: [
    {
      name: 'Dinas Perhubungan',
      kind: 'opd',
      posts: [
        'Sekretaris Dinas',
        'Kepala Bidang Lalu Lintas',
        'Kepala Bidang Angkutan',
        'Kepala Bidang Prasarana',
      ],
      staff: { pns: 46, pppk: 8, 'non-asn': 30 },
    },
  ],
  campaign: {
    id: 'kobar-pemilu-2024',
    title: 'Ikrar netralitas pegawai Dinas Perhubungan pada Pemilu 2024',
    electionId: 'pemilu-2024',
    text: ['pemilu', 'asn-non-asn'],
    circular: {
      number: '892/51/BKPSDM.IV/2023',
      date: '2023-02-15',
      issuer: 'Sekretariat Daerah Kabupaten Kotawaringin Barat',
    },
    bases: [SKB_2_2022],
    deadline: '2023-02-28T16:00:00+07:00',
  },
  ceremony: {
    id: 'kobar-apel',
    title: 'Pengucapan ikrar dan penandatanganan pakta integritas',
    heldOn: '2023-02-23',
    heldOnStatus: 'derived',
    heldOnNote:
      'Sumber menulis "Kamis (23/02)" tanpa tahun. Surat edarannya 15 Februari 2023 dan pemungutan suara 14 Februari 2024; di antara tahun yang mungkin hanya 23 Februari 2023 yang jatuh pada Kamis.',
    place: 'Halaman kantor Dinas Perhubungan',
    organiser: `Dinas Perhubungan, ${PEMKAB}`,
    officers: [
      {
        role: 'speaker',
        name: 'Amir Hadi',
        office: 'Kepala Dinas Perhubungan',
        officeStatus: 'definitive',
        employer: PEMKAB,
      },
    ],
    participations: [
      {
        fact: 'read',
        who: 'seluruh pegawai: ASN dan PPNPN/tenaga kontrak daerah',
        employer: PEMKAB,
        number: null,
        qualifier: 'all',
      },
      {
        fact: 'signed',
        who: 'seluruh pegawai, setelah pengucapan ikrar',
        employer: PEMKAB,
        number: null,
        qualifier: 'all',
      },
    ],
  },
  source: {
    title: 'Dishub Kobar: pegawai mengucapkan ikrar netralitas',
    publisher: 'MMC Kobar (ringkasan kami)',
    body: `Seluruh pegawai Dinas Perhubungan Kabupaten Kotawaringin Barat, ASN maupun PPNPN/tenaga kontrak daerah, mengucapkan ikrar netralitas untuk Pemilu tahun 2024 pada Kamis (23/02).

Kegiatan ini menindaklanjuti surat edaran Sekretariat Daerah nomor 892/51/BKPSDM.IV/2023 tanggal 15 Februari 2023, atas dasar Keputusan Bersama lima instansi Nomor : 2 Tahun 2022, Nomor : 800-5474 Tahun 2022 : 246 Tahun 2022, Nomor 30 Tahun 2022, Nomor : 1447.1/PM.01/K.1/09/2022 tanggal 22 September 2022.

Ikrar diucapkan di halaman kantor, lalu seluruh pegawai menandatangani fakta integritas. Kepala Dinas Perhubungan Amir Hadi mengingatkan bahwa pegawai tetap memiliki hak pilih.`,
  },
  did: { signed: 'everyone', symbolic: [], attended: 'everyone', read: true },
};
