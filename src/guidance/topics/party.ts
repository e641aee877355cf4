import { both, type Topic } from '../topic.ts';
import { NON_ASN_CIRCULAR, PART_TIME, PPPK_CONTRACT, PPPK_RULES } from './cites.ts';

/** Party and candidacy, and the categories of staff whose rules differ. */
export const PARTY: readonly Topic[] = [
  {
    id: 'anggota-partai',
    group: 'party',
    answer: 'forbidden',
    title: both('Menjadi anggota atau pengurus partai', 'Being a member or officer of a party'),
    short: both(
      'Tidak boleh, kapan pun. PNS yang menjadi anggota atau pengurus partai diberhentikan tidak dengan hormat. Jika nama Anda dicatut, minta penghapusan lewat KPU dan beri tahu BKPSDM.',
      'No, at no time. A civil servant who is a member or officer of a party is dismissed. If your name was misused, ask KPU to remove it and tell your personnel agency.',
    ),
    acts: ['party-member'],
    cited: [],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'PARTY:1.9 MEMBER:2 PARTYCARD:3.4 MISUSED:1 JOIN:0.5 NAME:0.3',
    quiz: {
      ask: both(
        'Nama Anda ternyata tercatat sebagai anggota partai tanpa izin. Apa langkahnya?',
        'You find your name listed as a party member without your leave. What now?',
      ),
      options: [
        both('Dibiarkan sampai pemilu selesai', 'Leave it until after the election'),
        both(
          'Minta dihapus lewat KPU dan beri tahu BKPSDM',
          'Have KPU remove it and tell the personnel agency',
        ),
        both('Mengundurkan diri dari ASN', 'Resign from the civil service'),
      ],
      right: 1,
      because: both(
        'Keanggotaan partai berakibat pemberhentian, jadi pencatutan harus segera diluruskan dan dibuktikan.',
        'Party membership leads to dismissal, so a false entry must be corrected at once, with proof.',
      ),
    },
  },
  {
    id: 'mencalonkan-diri',
    group: 'party',
    answer: 'depends',
    title: both('Mencalonkan diri atau melamar ke partai', 'Standing for office, or applying to a party'),
    short: both(
      'Tergantung. Mendekati partai atau masyarakat sebagai bakal calon tanpa cuti di luar tanggungan negara disebut sebagai pelanggaran, tetapi sumber berbeda tentang tingkatnya (sedang atau berat). Kapan harus mundur sebagai ASN tidak ada di sumber yang kami pegang: tanyakan kepada BKPSDM dan KPU sebelum melangkah.',
      'It depends. Approaching parties or the public as an aspirant without unpaid leave is named as a breach, but sources differ on its level (medium or severe). When you must leave the service is not in the sources we hold: ask your personnel agency and KPU before any step.',
    ),
    acts: ['seek-candidacy'],
    cited: [],
    allowed: [],
    sources: [],
    confidence: 'conflict',
    words: 'RUN:2.2 RESIGN:2 SELF:1 REGISTER:0.8 PARTY:0.6 ASN:0.4 APPLY:1.6 NOMINATED:1.6',
  },
  {
    id: 'pppk',
    group: 'roles',
    answer: 'forbidden',
    title: both('PPPK, termasuk paruh waktu', 'PPPK, also part-time'),
    short: both(
      'Sama: PPPK adalah pegawai ASN dan tidak boleh mendukung calon. Disiplinnya mengikuti aturan PNS sejauh sesuai, dan pelanggaran berat dapat memutus perjanjian kerja. PPPK paruh waktu juga ASN.',
      'The same: PPPK are civil servants and may not support a candidate. Their discipline follows that of PNS as far as fitting, and grave breaches may end the contract. Part-time PPPK are civil servants too.',
    ),
    acts: ['social-media-campaign', 'post-like-follow'],
    cited: [PPPK_RULES, PPPK_CONTRACT, PART_TIME],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'PPPK:2.2 PARTTIME:1.2 NEUTRAL:0.3 SUPPORT:0.2',
    quiz: {
      ask: both('Apa akibat pelanggaran berat bagi PPPK?', 'What may follow a grave breach for PPPK?'),
      options: [
        both('Tidak ada, karena bukan PNS', 'Nothing, they are not PNS'),
        both('Perjanjian kerja dapat diputus', 'The contract may be ended'),
        both('Hanya teguran lisan', 'Only a spoken reprimand'),
      ],
      right: 1,
      because: both(
        'PP 49/2018 Pasal 51–53: disiplin PPPK mengikuti aturan PNS sejauh sesuai; pelanggaran berat memutus perjanjian.',
        'PP 49/2018 Pasal 51–53: discipline follows that of PNS as far as fitting; grave breaches end the contract.',
      ),
      only: ['pppk', 'pppk-pw'],
    },
  },
  {
    id: 'tenaga-honorer',
    group: 'roles',
    answer: 'forbidden',
    title: both('Tenaga honorer, kontrak, dan pegawai non-ASN', 'Contract and other non-ASN staff'),
    short: both(
      'Tidak boleh juga. Keputusan Bersama sendiri mengatur ASN; untuk pegawai non-ASN, SE MenPANRB 1/2023 memakai bentuk pelanggaran yang sama, dengan sanksi bertingkat sampai pemutusan kontrak.',
      'Not allowed either. The joint decree itself covers civil servants; for other staff, SE MenPANRB 1/2023 uses the same forms of violation, with graduated sanctions up to the end of the contract.',
    ),
    acts: ['social-media-campaign', 'post-like-follow'],
    cited: [NON_ASN_CIRCULAR],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'HONORER:3.6 CONTRACT:2.2 NEUTRAL:0.3 STAFF:0.4',
    quiz: {
      ask: both('Apakah pegawai kontrak harus netral?', 'Must contract staff be neutral?'),
      options: [
        both('Tidak, aturan hanya untuk PNS', 'No, the rules are for PNS only'),
        both('Hanya pada jam kerja', 'Only in working hours'),
        both('Ya, dengan bentuk pelanggaran yang sama', 'Yes, with the same forms of violation'),
      ],
      right: 2,
      because: both(
        'SE MenPANRB 1/2023 memakai bentuk pelanggaran yang sama; sanksinya sampai pemutusan kontrak.',
        'SE MenPANRB 1/2023 uses the same forms of violation; sanctions go up to the end of the contract.',
      ),
      only: ['non-asn'],
    },
  },
];
