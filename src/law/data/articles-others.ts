import type { Article, Subject } from '../types.ts';
import { seen, toCheck } from './source.ts';

const TANDASERU = seen('https://www.tandaseru.com/2024/10/02/…/2', 'Pasal 188 and 189, Pilkada');
const ASN: readonly Subject[] = ['asn', 'pns', 'pppk'];
const NEUTRAL = ['netral', 'netralitas', 'asas', 'berpihak', 'memihak', 'pengaruh', 'kepentingan'];
const PARTY = ['anggota', 'pengurus', 'partai', 'politik', 'diberhentikan', 'pemberhentian'];

/** Regional elections, the ASN laws, PPPK. */
export const OTHER_ARTICLES: readonly Article[] = [
  {
    instrument: 'uu-10-2016',
    ref: { pasal: '70', ayat: '1' },
    gist: {
      id: 'Dalam kampanye, pasangan calon dilarang melibatkan ASN, TNI, dan Polri.',
      en: 'Candidates may not involve ASN in a campaign.',
    },
    about: ['candidate', 'asn', 'pns', 'tni-polri', 'village-head', 'official'],
    keywords: ['kampanye', 'melibatkan', 'dilibatkan', 'terlibat', 'ikut'],
    sources: [TANDASERU],
    confidence: 'verified',
  },
  {
    instrument: 'uu-10-2016',
    ref: { pasal: '71', ayat: '1' },
    gist: {
      id: 'Pejabat negara, pejabat daerah, pejabat ASN, TNI/Polri, dan kepala desa dilarang membuat keputusan atau tindakan yang menguntungkan atau merugikan pasangan calon.',
      en: 'Officials may not decide or act to benefit or harm a pair.',
    },
    about: ['official', 'state-official', 'asn', 'pns', 'tni-polri', 'village-head'],
    keywords: ['keputusan', 'tindakan', 'menguntungkan', 'merugikan', 'pejabat'],
    sources: [TANDASERU],
    confidence: 'verified',
  },
  {
    instrument: 'uu-1-2015',
    ref: { pasal: '188' },
    gist: {
      id: 'Pejabat yang melanggar Pasal 71: penjara 1 sampai 6 bulan dan/atau denda Rp600.000 sampai Rp6.000.000; diperluas oleh MK 136/PUU-XXII/2024.',
      en: 'Breach of Pasal 71: 1 to 6 months and/or Rp600,000 to Rp6,000,000; widened by MK 136/PUU-XXII/2024.',
    },
    about: ['official', 'state-official', 'asn', 'pns', 'tni-polri', 'village-head'],
    keywords: ['pidana', 'penjara', 'bulan', 'denda', 'pejabat', 'keputusan', 'tindakan', 'sengaja'],
    sources: [
      seen('https://axialnews.id/tag/netralitas-asn', 'text'),
      seen(
        'http://redaksi.waspada.co.id/v2024/mk-tni-polri-dan-asn-tak-netral-di-pilkada-2024-bisa-dipidana',
        'widened',
      ),
    ],
    confidence: 'verified',
  },
  {
    instrument: 'uu-1-2015',
    ref: { pasal: '189' },
    gist: {
      id: 'Pidana bagi calon yang melibatkan ASN dalam kampanye.',
      en: 'Penalty for candidates who involve ASN.',
    },
    about: ['candidate'],
    keywords: ['calon', 'melibatkan', 'kampanye', 'pidana', 'penjara', 'denda'],
    sources: [TANDASERU],
    confidence: 'verified',
  },
  {
    instrument: 'uu-5-2014',
    ref: { pasal: '2', huruf: 'f' },
    gist: { id: 'Netralitas sebagai salah satu asas manajemen ASN.', en: 'Neutrality among the principles.' },
    about: ASN,
    keywords: NEUTRAL,
    sources: [toCheck()],
    confidence: 'recalled',
  },
  {
    instrument: 'uu-5-2014',
    ref: { pasal: '9', ayat: '2' },
    gist: {
      id: 'Pegawai ASN harus bebas dari pengaruh golongan dan partai politik.',
      en: "ASN are free from parties' influence.",
    },
    about: ASN,
    keywords: ['bebas', 'pengaruh', 'intervensi', 'golongan', 'partai', ...NEUTRAL],
    sources: [toCheck()],
    confidence: 'recalled',
  },
  {
    instrument: 'uu-5-2014',
    ref: { pasal: '87', ayat: '4', huruf: 'c' },
    gist: {
      id: 'PNS yang menjadi anggota atau pengurus partai diberhentikan tidak dengan hormat.',
      en: 'Party members or officers are dismissed.',
    },
    about: ASN,
    keywords: PARTY,
    sources: [
      seen(
        'https://medan.bkn.go.id/2023/10/apa-pelanggaran-disiplin-dan-jenis-sanksi-atas-pelanggaran-netralitas-pegawai-asn',
        'item 5',
      ),
    ],
    confidence: 'verified',
  },
  {
    instrument: 'uu-20-2023',
    ref: { pasal: '2', huruf: 'f' },
    gist: { id: 'Netralitas sebagai salah satu asas ASN.', en: 'Neutrality among the principles.' },
    about: ASN,
    keywords: NEUTRAL,
    sources: [toCheck()],
    confidence: 'recalled',
  },
  {
    instrument: 'uu-20-2023',
    ref: { pasal: '24', ayat: '1', huruf: 'd' },
    gist: { id: 'Pegawai ASN wajib menjaga netralitas.', en: 'ASN must guard neutrality.' },
    about: ASN,
    keywords: ['wajib', 'menjaga', ...NEUTRAL],
    sources: [toCheck()],
    confidence: 'recalled',
  },
  {
    instrument: 'uu-20-2023',
    ref: { pasal: '26', ayat: '2', huruf: 'd' },
    gist: {
      id: 'Pengawasan sistem merit; disentuh oleh MK 121/PUU-XXII/2024.',
      en: 'Supervision of merit; touched by MK 121/PUU-XXII/2024.',
    },
    about: ['official'],
    keywords: ['pengawasan', 'sistem', 'merit', 'lembaga', 'independen'],
    sources: [seen('https://idsch.id/?p=13188', 'ruling')],
    confidence: 'verified',
  },
  {
    instrument: 'uu-20-2023',
    ref: { pasal: '52' },
    gist: {
      id: 'Pemberhentian pegawai ASN, termasuk karena menjadi anggota atau pengurus partai.',
      en: 'Dismissal, also for party membership.',
    },
    about: ASN,
    keywords: PARTY,
    sources: [toCheck('Inferred as the successor of UU 5/2014 Pasal 87 ayat (4) huruf c. Check here.')],
    confidence: 'inferred',
  },
  ...(['51', '52', '53'] as const).map(
    (pasal): Article => ({
      instrument: 'pp-49-2018',
      ref: { pasal },
      gist: {
        id: 'Disiplin PPPK: ditetapkan PPK, mengikuti aturan PNS sejauh sesuai; pelanggaran berat memutus kontrak.',
        en: 'Discipline of PPPK.',
      },
      about: ['pppk', 'asn', 'ppk'],
      keywords: ['disiplin', 'pppk', 'perjanjian', 'kerja', 'pemutusan', 'hukuman'],
      sources: [
        seen('https://denpasar.bkn.go.id/kms/_export/xhtml/ensiklopedia:disiplin_pppk', 'Pasal 51-53, 59'),
      ],
      confidence: 'verified',
    }),
  ),
];
