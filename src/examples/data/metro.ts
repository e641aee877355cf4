import type { Example } from './types.ts';

const PEMKOT = 'Pemerintah Kota Metro';
const HEADS = ['Kepala Bagian Umum', 'Kepala Bagian Persidangan', 'Kepala Bagian Keuangan'];

/** Sekretariat DPRD Kota Metro, 7 February 2023. */
export const metro: Example = {
  agency: {
    id: 'metro',
    level: 'kota',
    regionCode: '18.72',
    zone: 'Asia/Jakarta',
    place: 'Metro',
    letterhead: ['PEMERINTAH KOTA METRO', 'SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH'],
    names: [{ name: PEMKOT, validFrom: null, validUntil: null, source: null }],
  },
  rootKind: 'kota',
  units: [{ name: 'Sekretariat DPRD', kind: 'opd', posts: HEADS, staff: { pns: 40, 'non-asn': 24 } }],
  campaign: {
    id: 'metro-pemilu-2024',
    title: 'Ikrar netralitas pegawai Sekretariat DPRD pada Pemilu 2024',
    electionId: 'pemilu-2024',
    text: ['pemilu', 'asn-non-asn'],
    circular: null,
    bases: [
      'Keputusan Bersama tentang Pedoman Pembinaan dan Pengawasan Netralitas Pegawai ASN (nomor tidak disebut sumber)',
      'Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara',
    ],
    deadline: '2023-03-31T16:00:00+07:00',
  },
  ceremony: {
    id: 'metro-apel',
    title: 'Pengucapan ikrar dan penandatanganan simbolis pakta integritas',
    heldOn: '2023-02-07',
    heldOnStatus: 'derived',
    heldOnNote: 'Sumber tidak memberi tanggal. Halaman resmi sekretariat menyebut Selasa, 7 Februari 2023.',
    place: null,
    organiser: `Sekretariat DPRD, ${PEMKOT}`,
    officers: [
      {
        role: 'speaker',
        name: 'Ade Erwinsyah',
        office: 'Sekretaris DPRD',
        officeStatus: 'plt',
        employer: PEMKOT,
      },
    ],
    participations: [
      { fact: 'read', who: 'pegawai Sekretariat DPRD', employer: PEMKOT, number: null, qualifier: 'unknown' },
      {
        fact: 'symbolic',
        who: 'para kepala bagian, secara simbolis',
        employer: PEMKOT,
        number: null,
        qualifier: 'unknown',
      },
    ],
  },
  source: {
    title: 'Pegawai Setwan Metro mengucapkan ikrar netralitas',
    publisher: 'Harian Koridor (ringkasan kami)',
    body: `Pegawai Sekretariat DPRD Kota Metro mengucapkan ikrar netralitas ASN pada Pemilu 2024. Pengucapan ikrar ditandai penandatanganan pakta integritas secara simbolis oleh para kepala bagian.

Plt Sekretaris DPRD Ade Erwinsyah menyebut empat point integritas, yakni menjaga dan menegakkan prinsip netralitas dalam pelayanan publik sebelum, selama dan setelah Pemilu 2024; menghindari konflik kepentingan, tanpa intimidasi dan ancaman, serta tidak memihak; terakhir, menolak politik uang dan segala jenis pemberian.

Ia mengutip Undang-Undang Pemilihan Umum Nomor 7 Tahun 2017 Pasal 281 yang menurutnya berbunyi ASN tidak menggunakan fasilitas jabatannya dan menjalani cuti di luar tanggungan negara, serta Undang-Undang Nomor 5 Tahun 2014 tentang ASN.`,
  },
  did: { signed: [], symbolic: HEADS, attended: 'everyone', read: true },
};
