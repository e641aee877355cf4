import { both, type Topic } from '../topic.ts';
import { LEVELS, MORAL, PARTISAN, PARTISAN_ELECTION, REPORTING, STAYS_ALLOWED, SUPPORT } from './cites.ts';

/** What stays free, and what follows when it is not. */
export const RIGHTS: readonly Topic[] = [
  {
    id: 'memilih-di-tps',
    group: 'rights',
    answer: 'allowed',
    title: both('Memilih di TPS', 'Voting at the polling station'),
    short: both(
      'Boleh. Netral bukan berarti tidak memilih: pilihan Anda di bilik suara bebas dan rahasia. Yang dilarang adalah menunjukkan dukungan di luar bilik.',
      'Yes. Neutral does not mean not voting: your choice in the booth is free and secret. What is forbidden is showing support outside it.',
    ),
    acts: [],
    cited: [SUPPORT],
    allowed: [both('Merahasiakan pilihan dari siapa pun.', 'Keeping your choice from everyone.')],
    sources: [STAYS_ALLOWED],
    confidence: 'verified',
    words: 'VOTE:2.8 VOTERIGHT:3.4 TPS:1.6 PICK:0.9 ASN:0.3 ABSTAIN:3',
    quiz: {
      ask: both(
        'Apakah pegawai yang netral boleh memilih di TPS?',
        'May an employee who is neutral vote at the polling station?',
      ),
      options: [
        both('Tidak, netral berarti golput', 'No, neutral means abstaining'),
        both('Boleh, secara bebas dan rahasia', 'Yes, freely and in secret'),
        both('Boleh, jika mendapat izin atasan', 'Yes, with a superior’s leave'),
      ],
      right: 1,
      because: both(
        'Hak memilih tetap ada. Yang dilarang adalah menunjukkan dukungan di luar bilik suara.',
        'The right to vote stays. What is forbidden is showing support outside the booth.',
      ),
    },
  },
  {
    id: 'visi-misi',
    group: 'rights',
    answer: 'allowed',
    title: both(
      'Mencari tahu visi, misi, dan program calon',
      'Looking up a candidate’s vision, mission and programme',
    ),
    short: both(
      'Boleh: membaca, menonton debat, atau membuka laman KPU agar dapat memilih dengan tahu. Jangan menyukai, membagikan, atau mengikuti akun calon.',
      'Yes: reading, watching debates, opening the KPU site, so that you can choose knowingly. Do not like, share or follow a candidate’s account.',
    ),
    acts: [],
    cited: [SUPPORT],
    allowed: [],
    sources: [STAYS_ALLOWED],
    confidence: 'verified',
    words: 'VISION:2.6 LOOKUP:1.6 DEBATE:2 PROGRAMME:2.2 TV:1.2 CANDIDATE:0.2 ATTEND:0.3',
    quiz: {
      ask: both(
        'Mana yang tetap boleh dilakukan pegawai ASN?',
        'Which of these may civil servants still do?',
      ),
      options: [
        both('Membaca visi dan misi semua calon', 'Read the vision and mission of all candidates'),
        both('Membagikan visi dan misi calon pilihannya', 'Share those of the candidate they prefer'),
        both('Mengikuti akun semua calon', 'Follow the accounts of all candidates'),
      ],
      right: 0,
      because: both(
        'Mencari tahu boleh. Membagikan dan mengikuti akun calon disebut sebagai pelanggaran, juga jika semua calon diikuti.',
        'Informing oneself is allowed. Sharing and following are named as violations; the list knows no exception for following all.',
      ),
    },
  },
  {
    id: 'ditanya-pilihan',
    group: 'rights',
    answer: 'depends',
    nearest: true,
    title: both(
      'Ditanya pilihan, atau mengobrol tentang politik',
      'Being asked for whom you vote, or talking politics',
    ),
    short: both(
      'Tergantung. Menjawab “pilihan saya rahasia” selalu aman. Mengobrol tidak disebut tersendiri, tetapi ajakan, imbauan, atau seruan kepada rekan, keluarga, atau masyarakat dilarang. Ragu? Tanyakan kepada BKPSDM atau Bawaslu.',
      'It depends. “My vote is secret” is always safe. Talk is not named as such, but appeals to colleagues, family or the public are forbidden. In doubt, ask your personnel agency or Bawaslu.',
    ),
    acts: ['partisan-activity'],
    cited: [PARTISAN, PARTISAN_ELECTION],
    allowed: [both('Merahasiakan pilihan.', 'Keeping your choice to yourself.')],
    sources: [],
    confidence: 'inferred',
    words: 'ASKED:2.4 DISCUSS:2.2 PICK:1 NEIGHBOUR:0.8 FRIEND:0.6 POLITICS:1 CHOICE:1.4 WHOM:1.2 FAMILY:0.3',
    quiz: {
      ask: both(
        'Tetangga bertanya Anda memilih siapa. Jawaban mana yang paling aman?',
        'A neighbour asks for whom you vote. Which answer is the safest?',
      ),
      options: [
        both('Menyebut nama calon, karena hanya ditanya', 'Name the candidate, since you were asked'),
        both('Menyarankan calon yang baik', 'Recommend a good candidate'),
        both('“Pilihan saya rahasia.”', '“My vote is secret.”'),
      ],
      right: 2,
      because: both(
        'Ajakan dan imbauan kepada masyarakat dilarang; pilihan di bilik suara rahasia.',
        'Appeals to the public are forbidden; the choice in the booth is secret.',
      ),
    },
  },
  {
    id: 'melaporkan-pelanggaran',
    group: 'rights',
    answer: 'allowed',
    title: both('Melaporkan pelanggaran netralitas', 'Reporting a breach of neutrality'),
    short: both(
      'Boleh. Laporkan kepada Bawaslu, kepada BKN lewat sbt.bkn.go.id (sejak Oktober 2024), atau kepada BKPSDM dan Inspektorat instansi. Laporan kepada Bawaslu ada tenggatnya: tujuh hari sejak diketahui.',
      'Yes. Report to Bawaslu, to BKN at sbt.bkn.go.id (since October 2024), or to your personnel agency and inspectorate. Bawaslu has a time limit: seven days from knowing.',
    ),
    acts: [],
    cited: [{ instrument: 'uu-7-2017', ref: { pasal: '454' } }, { instrument: 'se-menpanrb-8-2012' }],
    allowed: [
      both(
        'Menyimpan bukti: tanggal, tempat, tangkapan layar.',
        'Keeping evidence: date, place, screenshot.',
      ),
    ],
    sources: [REPORTING],
    confidence: 'verified',
    words: 'REPORT:2.6 VIOLATION:1.2 NEUTRAL:0.5 WHERE:0.4 FRIEND:0.3',
    quiz: {
      ask: both(
        'Berapa lama waktu melapor kepada Bawaslu sejak pelanggaran diketahui?',
        'How long do you have to report to Bawaslu once you know of a breach?',
      ),
      options: [both('30 hari', '30 days'), both('7 hari', '7 days'), both('Tidak terbatas', 'No limit')],
      right: 1,
      because: both(
        'Tujuh hari sejak diketahui, menurut UU 7/2017 Pasal 454; untuk pilkada juga tujuh hari.',
        'Seven days from knowing, by UU 7/2017 Pasal 454; for regional elections seven days too.',
      ),
    },
  },
  {
    id: 'sanksi',
    group: 'rights',
    answer: 'depends',
    title: both('Sanksinya: kode etik atau disiplin?', 'The sanction: ethics or discipline?'),
    short: both(
      'Tergantung tanggal perbuatannya. Untuk bakal calon: kode etik, dengan sanksi moral. Untuk calon yang sudah ditetapkan: disiplin, kebanyakan berat. Hari penetapan sudah terhitung sesudah. Beberapa butir tentang bakal calon tetap disiplin.',
      'It depends on the day of the act. For an aspirant: ethics, with a moral sanction. For a determined candidate: discipline, mostly severe. The day of determination counts as after. A few items on aspirants are discipline all the same.',
    ),
    acts: ['post-like-follow', 'campaign-team'],
    cited: [LEVELS, MORAL],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'SANCTION:3 VIOLATION:0.8 NEUTRAL:0.4 ETHICS:2.6',
    quiz: {
      ask: both(
        'Apa yang menentukan apakah suatu perbuatan masuk kode etik atau disiplin?',
        'What decides whether an act is a matter of ethics or of discipline?',
      ),
      options: [
        both('Tanggal laporan diterima', 'The day the report arrives'),
        both('Tanggal perbuatan terhadap penetapan calon', 'The day of the act against the determination'),
        both('Pangkat pegawai', 'The employee’s rank'),
      ],
      right: 1,
      because: both(
        'Perbuatan untuk bakal calon umumnya kode etik; perbuatan yang sama untuk calon yang sudah ditetapkan menjadi disiplin.',
        'Acts for an aspirant are mostly ethics; the same act for a determined candidate is discipline.',
      ),
    },
  },
];
