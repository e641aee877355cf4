import { both, type Topic } from '../topic.ts';
import { CONFLICT_OF_INTEREST, PARTISAN, SPOUSE_CIRCULAR, SPOUSES, SUPPORT } from './cites.ts';

/** Family, neighbours, worship and small trade. */
export const FAMILY: readonly Topic[] = [
  {
    id: 'pasangan-menjadi-calon',
    group: 'family',
    answer: 'depends',
    title: both('Suami atau istri menjadi calon', 'Your husband or wife is a candidate'),
    short: both(
      'Tergantung. Dengan cuti di luar tanggungan negara (CLTN) Anda boleh mendampingi kampanyenya. Tanpa CLTN hanya boleh mendampingi pendaftaran dan perkenalan, hadir pasif, dan berfoto tanpa simbol; tidak boleh beratribut, berbicara, atau berkampanye di media sosial.',
      'It depends. With unpaid leave (CLTN) you may accompany the campaign. Without it you may only accompany registration and introduction, be passively present and be photographed without symbols; no attributes, no speaking, no campaigning online.',
    ),
    acts: ['spouse-campaign'],
    cited: [SPOUSE_CIRCULAR],
    allowed: [
      both('Mendampingi pendaftaran secara pasif.', 'Accompanying registration passively.'),
      both('Berfoto bersama tanpa simbol.', 'A photo together without symbols.'),
    ],
    sources: [SPOUSES],
    confidence: 'verified',
    words: 'SPOUSE:3.2 RUN:1 CANDIDATE:0.4 ACCOMPANY:1 CAMPAIGN:0.2',
    quiz: {
      ask: both(
        'Istri Anda calon anggota DPRD. Apa syarat agar Anda boleh ikut berkampanye?',
        'Your wife stands for the council. On what condition may you campaign with her?',
      ),
      options: [
        both('Izin lisan atasan', 'A superior’s spoken leave'),
        both('Cuti di luar tanggungan negara (CLTN)', 'Unpaid leave (CLTN)'),
        both('Cuti tahunan', 'Annual leave'),
      ],
      right: 1,
      because: both(
        'SE MenPANRB 18/2023 meminta CLTN. Tanpa itu hanya kehadiran pasif tanpa atribut.',
        'SE MenPANRB 18/2023 asks for CLTN. Without it, only passive presence without attributes.',
      ),
    },
  },
  {
    id: 'keluarga-menjadi-calon',
    group: 'family',
    answer: 'depends',
    nearest: true,
    title: both(
      'Anak, orang tua, atau saudara menjadi calon',
      'A child, parent or other relative is a candidate',
    ),
    short: both(
      'Tergantung: surat edaran yang kami pegang hanya mengatur suami dan istri. Untuk keluarga lain berlaku larangan umum: tidak mendukung, tidak mengajak, tidak menjadi tim. Tanyakan batasnya kepada BKPSDM atau Bawaslu.',
      'It depends: the circular we hold covers husbands and wives only. For other relatives the general rules hold: no support, no appeals, no team. Ask your personnel agency or Bawaslu where the limits are.',
    ),
    acts: ['attend-with-support', 'partisan-activity'],
    cited: [PARTISAN, SPOUSE_CIRCULAR],
    allowed: [both('Hidup sekeluarga seperti biasa.', 'Ordinary family life.')],
    sources: [SPOUSES],
    confidence: 'inferred',
    words: 'RELATIVE:1.4 FAMILY:0.8 RUN:1.6 CANDIDATE:1.2 HELP:0.6',
  },
  {
    id: 'acara-keagamaan-dan-keluarga',
    group: 'family',
    answer: 'depends',
    nearest: true,
    title: both(
      'Acara agama, keluarga, atau kampung yang dihadiri calon',
      'A religious, family or village event with a candidate present',
    ),
    short: both(
      'Tergantung. Acara itu sendiri bukan kampanye dan tidak disebut. Jika berubah menjadi deklarasi atau kampanye, jangan menunjukkan dukungan dan sebaiknya tinggalkan. Ragu? Tanyakan dahulu kepada BKPSDM atau Bawaslu.',
      'It depends. The event as such is no campaign and not named. If it turns into a declaration or campaign, show no support and better leave. In doubt, ask your personnel agency or Bawaslu first.',
    ),
    acts: ['attend-with-support'],
    cited: [SUPPORT],
    allowed: [both('Beribadah dan menghadiri acara keluarga.', 'Worship and family events.')],
    sources: [],
    confidence: 'inferred',
    words: 'EVENT:3 FAMILY:0.8 RELATIVE:0.5 ATTEND:0.4 HOUSE:0.3 CANDIDATE:0.3',
  },
  {
    id: 'ceramah-di-rumah-ibadah',
    group: 'family',
    answer: 'depends',
    title: both(
      'Ceramah, khotbah, atau doa di rumah ibadah',
      'A sermon, talk or prayer in a house of worship',
    ),
    short: both(
      'Tergantung isinya. Berceramah boleh; menyebut calon untuk didukung atau ditolak adalah seruan kepada masyarakat, dan itu dilarang.',
      'It depends on what is said. Preaching is allowed; naming a candidate to support or reject is an appeal to the public, and that is forbidden.',
    ),
    acts: ['partisan-activity'],
    cited: [PARTISAN],
    allowed: [
      both('Mengajak jamaah memakai hak pilih, tanpa arah.', 'Asking people to vote, without direction.'),
    ],
    sources: [],
    confidence: 'inferred',
    words: 'WORSHIP:3.2 PRAY:1.2 MENTION:0.8 SUPPORT:0.3',
  },
  {
    id: 'usaha-dengan-calon',
    group: 'family',
    answer: 'depends',
    nearest: true,
    title: both(
      'Usaha pribadi yang melayani calon atau partai',
      'A private business that serves a candidate or party',
    ),
    short: both(
      'Tergantung: pesanan dagang tidak disebut tersendiri. Yang terdekat adalah kewajiban menghindari benturan kepentingan. Harga khusus atau gratis mudah dibaca sebagai dukungan. Tanyakan secara tertulis kepada BKPSDM atau Bawaslu.',
      'It depends: orders in trade are not named. Nearest is the duty to avoid conflicts of interest. Special prices or free goods are easily read as support. Ask your personnel agency or Bawaslu in writing.',
    ),
    acts: ['other'],
    cited: [CONFLICT_OF_INTEREST, SUPPORT],
    allowed: [],
    sources: [],
    confidence: 'inferred',
    words: 'BUSINESS:2.8 ORDERED:2 RENT:2.8 PRINT:1.4 BANNER:0.2 TEAM:0.2',
  },
  {
    id: 'uang-dan-bingkisan',
    group: 'family',
    answer: 'forbidden',
    title: both('Uang, sembako, atau bingkisan', 'Money, groceries or gifts'),
    short: both(
      'Tidak boleh. Memberi barang untuk calon kepada rekan, keluarga, atau masyarakat dilarang; dalam ikrar, pegawai juga menolak politik uang dan segala pemberian. Menerima tidak disebut di daftar yang kami pegang: tolak dan laporkan.',
      'No. Giving goods for a candidate to colleagues, family or the public is forbidden; in the pledge, staff also refuse money politics and all gifts. Receiving is not named in the list we hold: refuse and report.',
    ),
    acts: ['partisan-activity'],
    cited: [PARTISAN],
    allowed: [both('Menolak dan melapor kepada Bawaslu.', 'Refusing, and reporting to Bawaslu.')],
    sources: [],
    confidence: 'verified',
    words: 'MONEY:2.8 GIFT:2.8 GOTTEN:1.2 GIVE:1 TEAM:0.2',
    quiz: {
      ask: both(
        'Utusan calon membagikan bingkisan kepada pegawai. Apa yang Anda lakukan?',
        'A candidate’s envoy hands out gifts to staff. What do you do?',
      ),
      options: [
        both('Menerima, karena tidak meminta', 'Accept, you did not ask for it'),
        both('Menerima dan membagikannya lagi', 'Accept and pass it on'),
        both('Menolak dan melaporkannya', 'Refuse and report it'),
      ],
      right: 2,
      because: both(
        'Ikrar memuat penolakan politik uang dan segala jenis pemberian; membagikannya lagi adalah pemberian barang yang dilarang.',
        'The pledge refuses money politics and every kind of gift; passing it on is a forbidden gift of goods.',
      ),
    },
  },
];
