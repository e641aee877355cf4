import { both, type Topic } from '../topic.ts';
import { BENEFITING, MEDAN_BKN, PARTISAN, SPOUSE_CIRCULAR, SPOUSES, SUPPORT } from './cites.ts';

const READING = both('Membaca berita dan unggahan.', 'Reading news and posts.');
const SPOUSE_ONLINE = {
  note: both(
    'Suami atau istri calon tanpa cuti di luar tanggungan negara (CLTN) tetap tidak boleh berkampanye di media sosial.',
    'Staff whose spouse is a candidate may still not campaign online without unpaid leave (CLTN).',
  ),
  cited: [SPOUSE_CIRCULAR],
};

/** Social media and messages. */
export const ONLINE: readonly Topic[] = [
  {
    id: 'suka-komentar-bagikan',
    group: 'online',
    answer: 'forbidden',
    title: both(
      'Menyukai, mengomentari, membagikan, atau mengikuti akun calon',
      'Liking, commenting on, sharing or following a candidate',
    ),
    short: both(
      'Tidak boleh. Menyukai, mengomentari, membagikan unggahan calon, dan mengikuti akunnya disebut tersendiri dalam Keputusan Bersama, sebelum maupun sesudah penetapan calon. Jika terpencet tanpa sengaja, batalkan segera dan tanyakan kepada BKPSDM.',
      'No. Liking, commenting on and sharing a candidate’s posts, and following the account, are named in the joint decree, before and after candidates are determined. If it happened by mistake, undo it at once and ask your personnel agency.',
    ),
    acts: ['post-like-follow'],
    cited: [SUPPORT],
    allowed: [READING],
    who: { spouse: SPOUSE_ONLINE },
    sources: [],
    confidence: 'verified',
    words: 'LIKE:3 COMMENT:3 SHARE:2.4 FOLLOW:3 POST:1.2 SOSMED:1 CANDIDATE:0.4 ACCOUNT:1 THUMB:1.6',
    quiz: {
      ask: both(
        'Rekan Anda memberi tanda suka pada unggahan calon bupati. Bagaimana menurut aturan?',
        'A colleague likes a post of a candidate for regent. What do the rules say?',
      ),
      options: [
        both('Boleh, asal tidak berkomentar', 'Allowed, as long as there is no comment'),
        both('Boleh di luar jam kerja', 'Allowed outside working hours'),
        both('Tidak boleh', 'Not allowed'),
      ],
      right: 2,
      because: both(
        'Menyukai unggahan calon disebut tersendiri dalam Keputusan Bersama: kode etik sebelum penetapan calon, disiplin sesudahnya. Jam kerja tidak mengubahnya.',
        'Liking is named in the joint decree: ethics before candidates are determined, discipline after. Working hours make no difference.',
      ),
    },
  },
  {
    id: 'kampanye-di-medsos',
    group: 'online',
    answer: 'forbidden',
    title: both(
      'Mengajak memilih lewat media sosial atau status',
      'Campaigning on social media or in a status',
    ),
    short: both(
      'Tidak boleh. Sosialisasi atau kampanye untuk seseorang di media sosial dilarang, juga lewat status, cerita, atau video buatan sendiri.',
      'No. Promoting or campaigning for someone online is forbidden, also in a status, a story or a video of your own.',
    ),
    acts: ['social-media-campaign'],
    cited: [PARTISAN],
    allowed: [READING],
    who: { spouse: SPOUSE_ONLINE },
    sources: [],
    confidence: 'verified',
    words: 'SOSMED:2 POST:2 STATUS:2.2 SUPPORT:2 CAMPAIGN:1.3 VIDEO:1.4 CANDIDATE:0.5 PICK:0.8 NUMBER:0.8',
  },
  {
    id: 'grup-wa-keluarga',
    group: 'online',
    answer: 'forbidden',
    title: both(
      'Membagikan dukungan di grup WhatsApp keluarga, kantor, atau warga',
      'Sharing support in a WhatsApp group of family, office or neighbours',
    ),
    short: both(
      'Tidak boleh membagikan dukungan atau ajakan, walaupun grupnya tertutup: membagikan unggahan calon dan mengajak rekan, keluarga, atau masyarakat sama-sama disebut. Membaca pesan orang lain tidak disebut sebagai pelanggaran.',
      'Do not share support or appeals, even in a closed group: sharing a candidate’s posts and appealing to colleagues, family or the public are both named. Reading what others write is not named as a violation.',
    ),
    acts: ['post-like-follow', 'partisan-activity'],
    cited: [PARTISAN],
    allowed: [both('Tetap berada di grup keluarga.', 'Staying in the family group.')],
    who: { spouse: SPOUSE_ONLINE },
    sources: [],
    confidence: 'verified',
    words:
      'WA:2.2 GROUP:2 FAMILY:1.6 RELATIVE:0.6 NEIGHBOUR:1 SHARE:1.6 SEND:1.8 SUPPORT:0.6 WORKPLACE:0.4 DISCUSS:1',
    quiz: {
      ask: both(
        'Bolehkah meneruskan video ajakan memilih ke grup WhatsApp keluarga?',
        'May you forward a video that asks for votes to the family’s WhatsApp group?',
      ),
      options: [
        both('Boleh, karena grupnya tertutup', 'Yes, the group is closed'),
        both('Tidak boleh', 'No'),
        both('Boleh, jika tanpa kata-kata sendiri', 'Yes, if without words of your own'),
      ],
      right: 1,
      because: both(
        'Ajakan kepada anggota keluarga disebut dalam PP 94/2021 Pasal 5 huruf n angka 6. Grup tertutup tidak dikecualikan.',
        'Appeals to family members are named in PP 94/2021 Pasal 5 huruf n angka 6. Closed groups are no exception.',
      ),
    },
  },
  {
    id: 'grup-tim-pemenangan',
    group: 'online',
    answer: 'forbidden',
    title: both(
      'Menjadi anggota atau admin grup tim pemenangan',
      'Being in, or running, a group of a win team',
    ),
    short: both(
      'Tidak boleh. Bergabung dalam grup atau akun pemenangan disebut tersendiri; mengelolanya lebih jauh lagi. Jika dimasukkan orang lain, keluarlah dan beri tahu BKPSDM.',
      'No. Joining a group or account of a win team is named; running one goes further. If somebody added you, leave and tell your personnel agency.',
    ),
    acts: ['post-like-follow', 'campaign-team'],
    cited: [SUPPORT],
    allowed: [],
    sources: [],
    confidence: 'verified',
    words: 'GROUP:2.2 TEAM:1.4 ADDED:2 ADMIN:2 WA:1 FOLLOWER:2 SOSMED:0.6 JOIN:0.8',
  },
  {
    id: 'foto-bersama-calon',
    group: 'online',
    answer: 'depends',
    title: both('Berfoto bersama calon', 'A photo with a candidate'),
    short: both(
      'Tergantung. Yang disebut adalah mengunggah foto bersama calon, tim sukses dengan simbol, atau alat peraga; untuk calon yang sudah ditetapkan: dengan maksud mendukung. Maksud dinilai dari keadaan, jadi sebaiknya tidak berfoto dan tidak mengunggah.',
      'It depends. What is named is posting a photo with a candidate, a team with symbols or campaign devices; for a determined candidate: in order to support. Intent is judged from the circumstances, so better no photo and no post.',
    ),
    acts: ['photo'],
    cited: [BENEFITING],
    allowed: [
      both('Berfoto dengan sesama pegawai tanpa simbol.', 'Photos among colleagues without symbols.'),
    ],
    who: {
      spouse: {
        note: both(
          'Boleh berfoto dengan suami atau istri yang menjadi calon, tanpa simbol atau atribut.',
          'A photo with one’s own spouse who is a candidate is allowed, without symbols or attributes.',
        ),
        cited: [SPOUSE_CIRCULAR],
      },
    },
    sources: [
      { url: 'https://rbtv.disway.id/amp/20939/…/32', note: 'the words on intent in discipline item 7' },
      SPOUSES,
    ],
    confidence: 'verified',
    words: 'PHOTO:3 WITH:1 CANDIDATE:1 POST:0.8 INCUMBENT:0.5',
  },
  {
    id: 'pose-jari',
    group: 'online',
    answer: 'depends',
    nearest: true,
    title: both('Pose jari atau simbol tangan saat berfoto', 'Finger poses and hand signs in photos'),
    short: both(
      'Tergantung: pose jari tidak disebut tersendiri. Pose yang dapat dibaca sebagai nomor urut atau lambang calon dekat dengan larangan foto bersimbol. Hindari, dan tanyakan kepada BKPSDM atau Bawaslu.',
      'It depends: finger poses are not named as such. One that can be read as a ballot number or sign is near to the ban on photos with symbols. Avoid it, and ask your personnel agency or Bawaslu.',
    ),
    acts: ['photo'],
    cited: [SUPPORT],
    allowed: [both('Berfoto dengan tangan biasa.', 'Photos with plain hands.')],
    sources: [],
    confidence: 'inferred',
    words: 'FINGER:3.4 THUMB:2.4 NUMBER:0.8 PHOTO:0.8 SYMBOL:1.4',
  },
  {
    id: 'bingkai-foto-profil',
    group: 'online',
    answer: 'forbidden',
    title: both('Bingkai foto profil (twibbon) calon', 'A candidate’s frame on a profile picture'),
    short: both(
      'Tidak boleh. Bingkai bergambar calon adalah kampanye di media sosial dan unggahan alat peraga; kata “bingkai” sendiri tidak disebut, jadi ini kesimpulan kami dari butir terdekat.',
      'No. A frame with a candidate’s picture is campaigning online and posting campaign devices; the word “frame” is not in the list, so this is our conclusion from the nearest items.',
    ),
    acts: ['social-media-campaign', 'photo'],
    cited: [SUPPORT],
    allowed: [both('Bingkai netral dari penyelenggara pemilu.', 'Neutral frames of the election bodies.')],
    sources: [MEDAN_BKN],
    confidence: 'inferred',
    words: 'FRAME:3.4 PROFILE:3 PHOTO:1 PICTURE:0.8 SUPPORT:0.3',
  },
  {
    id: 'meme-dan-sindiran',
    group: 'online',
    answer: 'depends',
    title: both('Meme, sindiran, atau hoaks tentang calon', 'Memes, mockery or hoaxes about candidates'),
    short: both(
      'Tergantung isinya. Membagikan unggahan tentang calon dilarang, dan tindakan yang merugikan calon sama terlarangnya dengan yang menguntungkan. Kabar bohong dan ujaran kebencian ditolak dalam ikrar.',
      'It depends on the content. Sharing posts about candidates is forbidden, and an act that harms a candidate is as forbidden as one that helps. False news and hate speech are refused in the pledge.',
    ),
    acts: ['post-like-follow', 'decision'],
    cited: [BENEFITING],
    allowed: [READING],
    sources: [],
    confidence: 'inferred',
    words: 'MEME:3.4 SOSMED:0.4 SHARE:0.4 CANDIDATE:0.2',
  },
];
