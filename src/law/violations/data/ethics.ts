import { KOMPAS_2023_11_06, seen } from '../../data/source.ts';
import { BKN_MEDAN, DECREE_2022, RBTV, SEKITARJABAR } from '../sources.ts';
import type { ActKind, EthicsId, Violation } from '../types.ts';

const SEEN = [seen(BKN_MEDAN, 'the list of the joint decree'), seen(KOMPAS_2023_11_06, 'the same list')];
const MORAL = seen(SEKITARJABAR, 'PP 42/2004 Pasal 11 huruf c and Pasal 15 ayat (1) to (3)');

const ROWS: readonly (readonly [EthicsId, ActKind, string, string])[] = [
  [
    'KE1',
    'display-devices',
    'Memasang spanduk, baliho, atau alat peraga lain tentang bakal calon.',
    'Putting up banners, billboards or other devices about a prospective candidate.',
  ],
  [
    'KE2',
    'social-media-campaign',
    'Mengenalkan atau mengampanyekan bakal calon di media sosial atau media daring.',
    'Promoting a prospective candidate on social media or online.',
  ],
  [
    'KE3',
    'attend-with-support',
    'Datang ke deklarasi atau kampanye bakal pasangan calon sambil bertindak atau memberi dukungan secara aktif.',
    'Coming to a declaration or campaign of a prospective pair and acting for it or supporting it actively.',
  ],
  [
    'KE4',
    'post-like-follow',
    'Mengunggah, mengomentari, membagikan, menyukai, atau bergabung dan mengikuti akun pemenangan bakal calon.',
    "Posting, commenting, sharing, liking, or joining and following a prospective candidate's accounts.",
  ],
  [
    'KE5',
    'photo',
    'Menampilkan di media umum foto bersama bakal calon, tim suksesnya dengan simbol keberpihakan, atau alat peraganya.',
    'Showing in public media a photo with a prospective candidate, the success team with partisan symbols, or campaign devices.',
  ],
  [
    'KE6',
    'join-campaign',
    'Ikut kampanye, sosialisasi, atau pengenalan bakal calon atau partai politik.',
    'Joining a campaign, promotion or introduction of a prospective candidate or a party.',
  ],
  [
    'KE7',
    'spouse-campaign',
    'Ikut deklarasi atau kampanye suami atau istri yang menjadi calon, tanpa cuti di luar tanggungan negara.',
    'Joining the declaration or campaign of a husband or wife who stands, without unpaid leave.',
  ],
];

const INTENT = {
  about: 'wording',
  text: {
    id: 'Syarat "dengan maksud memberi dukungan" terlihat pada D7. Bahwa syarat itu juga ada di sini hanya disimpulkan.',
    en: 'The condition "with the aim of giving support" was seen in D7. That it also stands here is only inferred.',
  },
  since: DECREE_2022,
  confidence: 'inferred',
  sources: [seen(RBTV, 'the condition in D7')],
} as const;

const AFTER = {
  about: 'line',
  text: {
    id: 'Butir ini menyebut suami atau istri yang menjadi calon. Setelah penetapan kami menggolongkannya sebagai disiplin menurut garis pemisah umum; sumber tidak menyatakannya.',
    en: 'The item speaks of a husband or wife who stands. After determination we class it as discipline by the general dividing line; no source says so.',
  },
  since: DECREE_2022,
  confidence: 'inferred',
  sources: SEEN,
} as const;

/** The seven items of the code of ethics. */
export const ETHICS: readonly Violation[] = ROWS.map(([id, kind, gist, en]) => ({
  id,
  group: 'ethics',
  kind,
  gist: { id: gist, en },
  concerns: id === 'KE6' ? ['prospective', 'party'] : id === 'KE7' ? ['candidate'] : ['prospective'],
  levels: [{ level: 'moral', since: DECREE_2022, confidence: 'verified', sources: [MORAL] }],
  bases: [
    {
      instrument: 'pp-42-2004',
      prohibition: { pasal: '11', huruf: 'c' },
      sanction: { pasal: '15' },
      since: { date: '2004-10-18', confidence: 'recalled' },
      confidence: 'verified',
      sources: [MORAL, seen(BKN_MEDAN, 'basis of the ethics items')],
    },
  ],
  disputes: id === 'KE5' ? [INTENT] : id === 'KE7' ? [AFTER] : [],
  since: DECREE_2022,
  confidence: 'verified',
  sources: SEEN,
}));
