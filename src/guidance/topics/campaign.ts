import { both, type Topic } from '../topic.ts';
import {
  CAMPAIGN_TEAM,
  CAMPAIGN_TEAM_PENALTY,
  ID_CARD,
  JOINING,
  JOINING_SANCTION,
  PARTISAN,
  SPOUSE_CIRCULAR,
  SPOUSES,
  SUPPORT,
  WITH_ATTRIBUTES,
} from './cites.ts';

/** Campaigns, declarations and what belongs to them. */
export const CAMPAIGN: readonly Topic[] = [
  {
    id: 'hadir-di-kampanye',
    group: 'campaign',
    answer: 'disputed',
    title: both('Hadir di kampanye tanpa berbuat apa-apa', 'Attending a campaign without doing anything'),
    short: both(
      'Diperdebatkan. Hadir sambil mendukung jelas dilarang. Tentang hadir pasif, sumbernya berbeda. Jangan menganggapnya boleh; tanyakan lebih dahulu kepada BKPSDM atau Bawaslu.',
      'Disputed. Attending with support is clearly forbidden. On being passively present, the sources differ. Do not take it as allowed; ask your personnel agency or Bawaslu first.',
    ),
    acts: ['join-campaign', 'attend-with-support'],
    cited: [JOINING, JOINING_SANCTION],
    sides: [
      {
        says: both(
          'Pasal 5 huruf n angka 1 melarang PNS mendukung calon dengan ikut kampanye, tanpa membedakan hadir aktif dan pasif.',
          'Pasal 5 huruf n angka 1 forbids supporting a candidate by joining a campaign, without telling active from passive presence.',
        ),
        date: '2021-08-31',
        cited: JOINING,
        source: { url: 'https://rmol.id/amp/2021/09/14/504341/…', note: 'Pasal 5 huruf n of PP 94/2021' },
      },
      {
        says: both(
          'Menteri Dalam Negeri: ASN boleh hadir di kampanye pilkada sepanjang tidak berbuat aktif.',
          'The Minister of Home Affairs: ASN may attend regional campaigns as long as they do nothing active.',
        ),
        date: '2024',
        source: {
          url: 'https://medan.viva.co.id/nasional/6084-mendagri-sebut-asn-boleh-hadiri-kampanye-pilkada-2024?page=2',
          note: 'statement of the Minister of Home Affairs, 2024, regional elections',
        },
      },
      {
        says: both(
          'Ketua Bawaslu, di bawah aturan lama: datang dan mendengarkan boleh, tanpa atribut partai atau PNS dan tanpa mengajak rekan.',
          'The chair of Bawaslu, under the older rules: coming to listen is allowed, without party or civil-service attributes and without bringing colleagues.',
        ),
        date: '2018-05-07',
        source: {
          url: 'https://nasional.sindonews.com/berita/1303759/12/bawaslu-larang-pns-mobilisasi-massa-saat-kampanye',
          note: 'statement of the chair of Bawaslu, 7 May 2018, before PP 94/2021',
        },
      },
    ],
    allowed: [
      both(
        'Mencari tahu visi dan misi calon dari berita, debat, dan laman KPU.',
        'Learning a candidate’s vision and mission from news, debates and the KPU site.',
      ),
    ],
    who: {
      spouse: {
        note: both(
          'Suami atau istri calon tanpa CLTN boleh hadir pasif, tanpa atribut, tanpa berbicara, dan tanpa kampanye di media sosial.',
          'Staff whose spouse is the candidate may be passively present without unpaid leave: no attributes, no speaking, no campaigning online.',
        ),
        cited: [SPOUSE_CIRCULAR],
      },
    },
    sources: [SPOUSES],
    confidence: 'conflict',
    words: 'CAMPAIGN:1.8 ATTEND:1.6 JOIN:1.2 RALLY:2.2 LISTEN:0.8 WORKHOURS:0.4',
    quiz: {
      ask: both(
        'Teman mengajak menonton kampanye terbuka, “cuma berdiri di belakang”. Apa langkah yang tepat?',
        'A friend asks you along to an open campaign, “just to stand at the back”. What is the right step?',
      ),
      options: [
        both('Datang, karena pasif pasti boleh', 'Go, since passive presence is surely allowed'),
        both('Datang dengan seragam dinas agar jelas', 'Go in uniform, to be clear'),
        both(
          'Tidak datang sebelum bertanya kepada BKPSDM atau Bawaslu',
          'Not go before asking the personnel agency or Bawaslu',
        ),
      ],
      right: 2,
      because: both(
        'Hadir pasif diperdebatkan: PP 94/2021 melarang ikut kampanye, Menteri Dalam Negeri pada 2024 menyebut hadir tanpa aktif boleh. Selama belum jelas, bertanyalah dahulu. Seragam justru memperberat.',
        'Passive presence is disputed: PP 94/2021 bans joining a campaign, the Minister of Home Affairs said in 2024 that inactive presence is allowed. Until it is clear, ask first. A uniform makes it worse.',
      ),
    },
  },
  {
    id: 'hadir-di-deklarasi',
    group: 'campaign',
    answer: 'depends',
    title: both(
      'Hadir di deklarasi atau pendaftaran calon',
      'Attending a declaration or registration of a candidate',
    ),
    short: both(
      'Tergantung. Ikut deklarasi atau perkenalan bakal calon dan hadir sambil berpihak dilarang. Hadir karena tugas resmi tidak disebut: mintalah perintah tertulis dan tanyakan dahulu.',
      'It depends. Joining a declaration or introduction, and attending while taking sides, are forbidden. Attending on official duty is not named: ask for a written order and ask first.',
    ),
    acts: ['join-campaign', 'attend-with-support'],
    cited: [SUPPORT],
    allowed: [],
    who: {
      spouse: {
        note: both(
          'Suami atau istri calon boleh mendampingi pendaftaran dan perkenalan secara pasif, tanpa atribut.',
          'A spouse may accompany registration and introduction passively, without attributes.',
        ),
        cited: [SPOUSE_CIRCULAR],
      },
    },
    sources: [SPOUSES],
    confidence: 'verified',
    words: 'DECLARE:3 INVITED:0.8 ATTEND:0.8 KPU:1.4 REGISTER:0.6 CANDIDATE:0.3',
  },
  {
    id: 'atribut-dan-kaus',
    group: 'campaign',
    answer: 'forbidden',
    title: both('Memakai kaus atau atribut partai atau calon', 'Wearing a shirt or attributes'),
    short: both(
      'Tidak boleh menjadi peserta kampanye dengan atribut partai atau atribut PNS. Memakainya sehari-hari tidak disebut tersendiri, tetapi mudah dibaca sebagai kampanye: jangan dipakai.',
      'Being a campaign participant with party or civil-service attributes is forbidden. Wearing them day to day is not named as such, but is easily read as campaigning: do not.',
    ),
    acts: ['attend-with-support'],
    cited: [WITH_ATTRIBUTES, JOINING_SANCTION],
    allowed: [],
    who: {
      spouse: {
        note: both(
          'Juga suami atau istri calon tidak boleh memakai atribut tanpa CLTN.',
          'Staff whose spouse is the candidate may not wear attributes without unpaid leave either.',
        ),
        cited: [SPOUSE_CIRCULAR],
      },
    },
    sources: [],
    confidence: 'verified',
    words: 'SHIRT:3 ATTRIBUTE:2.6 UNIFORM:2 WEAR:1 PARTY:0.4 PICTURE:0.6 CAMPAIGN:0.2',
  },
  {
    id: 'spanduk-di-rumah',
    group: 'campaign',
    answer: 'forbidden',
    title: both(
      'Spanduk, stiker, atau bendera di rumah dan kendaraan',
      'Banners, stickers or flags at home or on a vehicle',
    ),
    short: both(
      'Tidak boleh memasangnya sendiri. Jika orang lain yang memasang di rumah atau pagar Anda, mintalah agar dilepas dan laporkan kepada BKPSDM atau Bawaslu.',
      'Do not put them up. If others put them on your house or fence, ask for their removal and tell your personnel agency or Bawaslu.',
    ),
    acts: ['display-devices'],
    cited: [SUPPORT],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'BANNER:2.8 HOUSE:1.2 FLAG:2.4 STICKER:2.6 VEHICLE:1 STICKON:1.2 NEIGHBOUR:0.3 PARTY:0.3',
    quiz: {
      ask: both(
        'Tim calon memasang spanduk di pagar rumah Anda tanpa izin. Apa yang sebaiknya dilakukan?',
        'A candidate’s team hangs a banner on your fence without asking. What should you do?',
      ),
      options: [
        both('Dibiarkan, karena bukan Anda yang memasang', 'Leave it, you did not hang it'),
        both(
          'Meminta dilepas dan memberi tahu BKPSDM atau Bawaslu',
          'Ask for its removal and tell the personnel agency or Bawaslu',
        ),
        both('Memasang spanduk calon lain agar seimbang', 'Hang another candidate’s banner for balance'),
      ],
      right: 1,
      because: both(
        'Yang dilarang adalah memasang alat peraga. Meminta dilepas dan melapor menunjukkan Anda tidak mendukung.',
        'What is forbidden is putting up campaign devices. Asking for removal and reporting shows that you do not support.',
      ),
    },
  },
  {
    id: 'dukungan-ktp',
    group: 'campaign',
    answer: 'forbidden',
    title: both(
      'KTP dan surat dukungan untuk calon perseorangan',
      'Identity card and support letter for an independent candidate',
    ),
    short: both(
      'Tidak boleh memberi surat dukungan disertai fotokopi KTP, atau mengumpulkannya. Jika KTP Anda dicatut, sampaikan keberatan kepada KPU atau Bawaslu dan beri tahu BKPSDM.',
      'Giving a support letter with a copy of the card, or collecting them, is forbidden. If your card was misused, object to KPU or Bawaslu and tell your personnel agency.',
    ),
    acts: ['identity-card-support'],
    cited: [ID_CARD],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'KTP:3 INDEPENDENT:2.4 SUPPORTLETTER:3 MISUSED:1.6 COLLECT:0.8 SUPPORT:0.3',
  },
  {
    id: 'tim-sukses',
    group: 'campaign',
    answer: 'forbidden',
    title: both(
      'Menjadi tim sukses, relawan, konsultan, atau saksi',
      'Serving as team member, volunteer, consultant or witness',
    ),
    short: both(
      'Tidak boleh, juga diam-diam atau tanpa bayaran. Menjadi tim ahli, tim pemenangan, atau konsultan disebut tersendiri; UU Pemilu mengancamnya dengan pidana bagi pelaksana dan tim kampanye.',
      'No, not quietly or unpaid either. Being an expert, team member or consultant is named; the election law adds a criminal penalty for campaign executors and teams.',
    ),
    acts: ['campaign-team'],
    cited: [CAMPAIGN_TEAM, CAMPAIGN_TEAM_PENALTY],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'TEAM:2.8 WITNESS:2.4 HELP:0.8 DEBATE:0.6 DRAFTING:1',
    quiz: {
      ask: both(
        'Bolehkah membantu menyusun materi debat calon pada malam hari, tanpa dibayar?',
        'May you help draft a candidate’s debate material in the evening, unpaid?',
      ),
      options: [
        both('Tidak boleh', 'No'),
        both('Boleh, di luar jam kerja', 'Yes, outside working hours'),
        both('Boleh, jika tanpa nama', 'Yes, if anonymously'),
      ],
      right: 0,
      because: both(
        'Menjadi tim ahli atau konsultan dilarang: disiplin, sebelum maupun sesudah penetapan calon. Waktu dan bayaran tidak mengubahnya.',
        'Serving as expert or consultant is a matter of discipline before and after candidates are determined. Time and pay make no difference.',
      ),
    },
  },
  {
    id: 'menyumbang-dana',
    group: 'campaign',
    answer: 'depends',
    nearest: true,
    title: both('Menyumbang dana kepada calon atau partai', 'Donating to a candidate or party'),
    short: both(
      'Tergantung: sumbangan dana tidak disebut tersendiri di daftar yang kami pegang. Yang terdekat adalah larangan mendukung calon dan “bentuk lain” yang diputuskan Satgas. Jangan menyumbang sebelum ada jawaban tertulis dari BKPSDM atau Bawaslu.',
      'It depends: donations are not named in the list we hold. Nearest are the ban on supporting candidates and “other forms” decided by the joint committee. Do not donate before a written answer from your personnel agency or Bawaslu.',
    ),
    acts: ['other'],
    cited: [SUPPORT, PARTISAN],
    allowed: [],
    sources: [],
    confidence: 'inferred',
    words: 'DONATE:3 FUNDS:1.6 MONEY:0.5 PARTY:0.5 CAMPAIGN:0.3',
  },
];
