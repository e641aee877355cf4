import { KOMPAS_2023_11_06, seen } from '../../data/source.ts';
import type { Source } from '../../types.ts';
import { BKN_MEDAN, DECREE_2022, MURIANEWS, NTBSATU, RBTV, TRIBUN_TIMUR } from '../sources.ts';
import type { Violation } from '../types.ts';
import {
  BASIS_3,
  BEFORE_TOO,
  CITED,
  claim,
  DROPPED,
  GARBLED,
  LEVEL_3,
  LEVEL_8,
  LEVEL_9,
  MEDIUM_RECALLED,
  PARTY,
  REPRINT,
  severe,
} from './discipline-parts.ts';

const MEDAN = seen(BKN_MEDAN, 'the list of the joint decree');
const KOMPAS = seen(KOMPAS_2023_11_06, 'the list of the joint decree');
const NTB = seen(NTBSATU, 'Bawaslu list, items 5 to 12');
const GROBOGAN = seen(MURIANEWS, 'the list as used in Grobogan');
const TRIBUN = seen(TRIBUN_TIMUR, 'the list of the joint decree');

type Row = Pick<Violation, 'id' | 'kind' | 'gist' | 'levels' | 'bases'> &
  Partial<Pick<Violation, 'concerns' | 'disputes'>> & { readonly sources?: readonly Source[] };

const ROWS: readonly Row[] = [
  {
    id: 'D1',
    kind: 'display-devices',
    gist: {
      id: 'Memasang spanduk, baliho, atau alat peraga lain tentang calon.',
      en: 'Putting up banners, billboards or other devices about a candidate.',
    },
    levels: [claim('berat', 'verified', MEDAN)],
    bases: CITED,
    disputes: [REPRINT],
  },
  {
    id: 'D2',
    kind: 'social-media-campaign',
    gist: {
      id: 'Mengenalkan atau mengampanyekan calon di media sosial atau media daring.',
      en: 'Promoting a candidate on social media or online.',
    },
    levels: [claim('berat', 'verified', MEDAN)],
    bases: CITED,
    disputes: [REPRINT],
  },
  {
    id: 'D3',
    kind: 'seek-candidacy',
    gist: {
      id: 'Mendekati partai, atau masyarakat bagi calon perseorangan, untuk menjadi bakal calon, tanpa cuti di luar tanggungan negara.',
      en: 'Approaching parties, or the public as an independent, to become a prospective candidate, without unpaid leave.',
    },
    concerns: ['prospective'],
    levels: [claim('sedang', 'conflict', KOMPAS), claim('berat', 'conflict', TRIBUN)],
    bases: [GARBLED],
    disputes: [LEVEL_3, BASIS_3],
    sources: [KOMPAS, TRIBUN],
  },
  {
    id: 'D4',
    kind: 'attend-with-support',
    gist: {
      id: 'Datang ke deklarasi atau kampanye pasangan calon sambil bertindak atau memberi dukungan yang memihak.',
      en: 'Coming to a declaration or campaign of a pair with partisan acts or support.',
    },
    levels: [claim('berat', 'verified', MEDAN)],
    bases: CITED,
    disputes: [REPRINT],
  },
  {
    id: 'D5',
    kind: 'party-member',
    gist: {
      id: 'Menjadi anggota atau pengurus partai politik.',
      en: 'Being a member or an officer of a political party.',
    },
    concerns: ['party'],
    levels: [claim('ptdh', 'verified', MEDAN, NTB)],
    bases: PARTY,
  },
  {
    id: 'D6',
    kind: 'post-like-follow',
    gist: {
      id: 'Mengunggah, mengomentari, membagikan, menyukai, atau bergabung dan mengikuti akun pemenangan calon.',
      en: "Posting, commenting, sharing, liking, or joining and following a candidate's accounts.",
    },
    levels: [claim('berat', 'verified', MEDAN, NTB)],
    bases: CITED,
    disputes: [REPRINT],
  },
  {
    id: 'D7',
    kind: 'photo',
    gist: {
      id: 'Menampilkan di media umum foto bersama calon, tim suksesnya dengan simbol keberpihakan, atau alat peraganya, dengan maksud memberi dukungan.',
      en: 'Showing in public media a photo with a candidate, the success team with partisan symbols, or campaign devices, with the aim of giving support.',
    },
    levels: [claim('berat', 'verified', MEDAN, NTB)],
    bases: [severe(3, 'verified', MEDAN)],
    disputes: [REPRINT],
    sources: [MEDAN, NTB, seen(RBTV, 'the condition of intent')],
  },
  {
    id: 'D8',
    kind: 'partisan-activity',
    gist: {
      id: 'Mengadakan kegiatan yang memihak sebelum, selama, atau sesudah kampanye: pertemuan, ajakan, imbauan, seruan, atau pemberian barang kepada ASN di unit kerja, keluarga, atau masyarakat.',
      en: 'Partisan activities before, during or after the campaign: meetings, invitations, appeals, calls or gifts to staff of the unit, family or the public.',
    },
    levels: [claim('berat', 'verified', KOMPAS, NTB), claim('sedang', 'conflict', TRIBUN)],
    bases: CITED,
    disputes: [LEVEL_8, REPRINT, BEFORE_TOO],
  },
  {
    id: 'D9',
    kind: 'campaign-team',
    gist: {
      id: 'Menjadi tim ahli, tim pemenangan, atau konsultan bakal calon, sebelum penetapan.',
      en: "Being a prospective candidate's expert, campaign team member or consultant, before determination.",
    },
    concerns: ['prospective'],
    levels: [claim('sedang', 'verified', NTB), claim('berat', 'conflict', TRIBUN)],
    bases: [MEDIUM_RECALLED],
    disputes: [LEVEL_9],
  },
  {
    id: 'D10',
    kind: 'campaign-team',
    gist: {
      id: 'Menjadi tim ahli, tim pemenangan, atau konsultan partai atau calon, sesudah penetapan.',
      en: "Being a party's or candidate's expert, campaign team member or consultant, after determination.",
    },
    concerns: ['candidate', 'party'],
    levels: [claim('berat', 'verified', NTB, GROBOGAN)],
    bases: [
      {
        ...severe(4, 'inferred', NTB),
        prohibition: { pasal: '5', huruf: 'n' },
        sanction: { pasal: '14', huruf: 'i' },
      },
    ],
  },
  {
    id: 'D11',
    kind: 'identity-card-support',
    gist: {
      id: 'Mendukung bakal calon perseorangan dengan surat dukungan atau mengumpulkan fotokopi KTP.',
      en: 'Supporting an independent prospective candidate with a letter of support or by collecting copies of identity cards.',
    },
    concerns: ['prospective'],
    levels: [claim('berat', 'verified', NTB, GROBOGAN)],
    bases: [severe(5, 'inferred', NTB)],
  },
  {
    id: 'D12',
    kind: 'decision',
    gist: {
      id: 'Membuat keputusan atau tindakan yang menguntungkan atau merugikan partai, calon, atau pasangan calon, sebelum, selama, atau sesudah kampanye.',
      en: 'Decisions or acts that benefit or harm a party, a candidate or a pair, before, during or after the campaign.',
    },
    concerns: ['candidate', 'party'],
    levels: [claim('berat', 'verified', NTB)],
    bases: [severe(3, 'inferred', NTB)],
    disputes: [BEFORE_TOO],
  },
  {
    id: 'D13',
    kind: 'other',
    gist: {
      id: 'Bentuk lain: dibahas dan diputuskan oleh Satuan Tugas. Tingkatnya tidak ditentukan di sini.',
      en: 'Other forms: discussed and decided by the task force. No level is set here.',
    },
    concerns: ['prospective', 'candidate', 'party'],
    levels: [],
    bases: [],
    disputes: [DROPPED],
    sources: [KOMPAS],
  },
];

/** The thirteen items of discipline. */
export const DISCIPLINE: readonly Violation[] = ROWS.map((row) => ({
  concerns: ['candidate'],
  disputes: [],
  group: 'discipline',
  since: DECREE_2022,
  confidence: row.id === 'D3' ? 'conflict' : 'verified',
  ...row,
  sources: row.sources ?? [MEDAN, KOMPAS],
}));
