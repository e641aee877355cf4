import { seen, toCheck } from '../data/source.ts';
import type { ArticleRef, Confidence, Source } from '../types.ts';
import { inRepo, PP94, SEKITARJABAR } from '../violations/sources.ts';
import type { Stated, Text } from '../violations/stated.ts';
import type { Level } from '../violations/types.ts';

/** Posts of the person to be punished. `jf`: functional posts below Ahli Utama; `pelaksana`: executing staff. */
export type Post =
  | 'jpt-utama'
  | 'jpt-madya-ppk'
  | 'jpt-madya'
  | 'jpt-pratama'
  | 'administrator'
  | 'pengawas'
  | 'pelaksana'
  | 'jf-utama'
  | 'jf'
  | 'pppk'
  | 'non-asn';

export type DeciderId = 'president' | 'ppk' | 'jpt-madya' | 'jpt-pratama' | 'administrator' | 'pengawas';
export type AgencyKind = 'central' | 'province' | 'regency';

/** One row of who may punish whom with what. */
export interface Decider extends Stated {
  readonly who: DeciderId;
  readonly over: readonly Post[];
  readonly levels: readonly Level[];
  readonly agencies: readonly AgencyKind[];
  readonly refs: readonly { readonly instrument: string; readonly ref?: ArticleRef }[];
  readonly note?: Text;
}

const ALL: readonly AgencyKind[] = ['central', 'province', 'regency'];
const UPPER: readonly AgencyKind[] = ['central', 'province'];
const REPO = inRepo('src/data/pejabat.js, who may punish');
const DISMISSAL: Text = {
  id: 'Kecuali pemberhentian (PDHTAPS): itu oleh Presiden.',
  en: 'Except dismissal (PDHTAPS), which is for the President.',
};
const BELOW: Text = {
  id: 'Sumber menyebut "satu tingkat di bawah" dan "dua tingkat di bawah"; jabatannya kami simpulkan.',
  en: 'The source says "one level below" and "two levels below"; the posts are our inference.',
};

const row = (
  who: DeciderId,
  over: readonly Post[],
  levels: readonly Level[],
  agencies: readonly AgencyKind[],
  confidence: Confidence = 'verified',
  note?: Text,
  sources: readonly Source[] = [REPO],
): Decider => ({
  who,
  over,
  levels,
  agencies,
  refs: [{ instrument: 'pp-94-2021' }],
  ...(note ? { note } : {}),
  since: PP94,
  confidence,
  sources,
});

/** Who may decide for whom, as data: PP 94/2021 as repeated in public code, not from the primary text. */
export const DECIDERS: readonly Decider[] = [
  row('president', ['jpt-utama', 'jpt-madya-ppk'], ['ringan', 'sedang', 'berat'], ALL),
  row('president', ['jpt-madya', 'jf-utama'], ['berat'], ALL, 'verified', {
    id: 'Hanya pemberhentian (PDHTAPS), atas usul PPK.',
    en: 'Only dismissal (PDHTAPS), proposed by the PPK.',
  }),
  row('ppk', ['jpt-madya'], ['ringan', 'sedang', 'berat'], UPPER, 'verified', DISMISSAL),
  row('ppk', ['jpt-pratama'], ['sedang', 'berat'], UPPER),
  row('ppk', ['jpt-pratama'], ['ringan', 'sedang', 'berat'], ['regency']),
  row('ppk', ['jf-utama'], ['ringan', 'sedang', 'berat'], ALL, 'verified', DISMISSAL),
  row('ppk', ['administrator', 'pengawas', 'pelaksana', 'jf'], ['berat'], ALL),
  row('ppk', ['administrator', 'pengawas', 'pelaksana'], ['sedang'], ['regency']),
  row('ppk', ['administrator', 'pengawas', 'pelaksana'], ['sedang'], UPPER, 'conflict', {
    id: 'Sumber berbeda: satu ringkasan memberi PPK pusat dan provinsi juga hukuman sedang, data yang lain hanya berat.',
    en: 'Sources differ: one summary gives the central and provincial PPK medium sanctions too, other data only severe ones.',
  }),
  row('jpt-madya', ['jpt-pratama'], ['ringan'], UPPER, 'inferred', BELOW),
  row('jpt-madya', ['administrator'], ['sedang'], UPPER, 'inferred', BELOW),
  row('jpt-pratama', ['administrator'], ['ringan'], ALL, 'inferred', BELOW),
  row('jpt-pratama', ['pengawas'], ['sedang'], ALL, 'inferred', BELOW),
  row('jpt-pratama', ['jf'], ['ringan', 'sedang'], ALL),
  row('administrator', ['pengawas'], ['ringan'], ALL, 'inferred', BELOW),
  row('administrator', ['pelaksana'], ['sedang'], ALL, 'inferred', BELOW),
  row('administrator', ['jf'], ['ringan', 'sedang'], ALL),
  row('pengawas', ['pelaksana'], ['ringan'], ALL, 'inferred', BELOW),
  {
    ...row('ppk', ['pppk'], ['ringan', 'sedang', 'berat', 'contract'], ALL, 'inferred', {
      id: 'PPK menetapkan disiplin PPPK; siapa yang menjatuhkan tiap tingkat tergantung aturan PPK itu.',
      en: 'The PPK sets discipline of PPPK; who imposes each level depends on those rules.',
    }),
    refs: [{ instrument: 'pp-49-2018', ref: { pasal: '51' } }],
    since: { date: '2018-11', confidence: 'recalled' },
    sources: [
      seen(
        'https://denpasar.bkn.go.id/kms/_export/xhtml/ensiklopedia:disiplin_pppk',
        'PP 49/2018 Pasal 51 to 53',
      ),
    ],
  },
  {
    ...row('ppk', ['non-asn'], ['contract'], ALL, 'verified', {
      id: 'PPK atau pejabat yang berwenang, menurut kontrak.',
      en: 'The PPK or the competent official, under the contract.',
    }),
    refs: [{ instrument: 'se-menpanrb-1-2023' }],
    since: { date: '2023-01-03', confidence: 'verified' },
    sources: [
      seen('https://www.jpnn.com/news/se-menpan-rb-terbaru-di-awal-2023-…?page=2', 'duties of PPK and PyB'),
    ],
  },
  {
    ...row(
      'ppk',
      ['jpt-madya', 'jpt-pratama', 'administrator', 'pengawas', 'pelaksana', 'jf-utama', 'jf'],
      ['moral'],
      ALL,
      'recalled',
      {
        id: 'Sanksi moral dengan keputusan tertulis PPK, setelah pemeriksaan majelis kode etik; pelanggarannya disebut.',
        en: 'Moral sanction by written decision of the PPK after the ethics panel; the breach is named.',
      },
    ),
    refs: [{ instrument: 'pp-42-2004', ref: { pasal: '15' } }],
    since: { date: '2004-10-18', confidence: 'recalled' },
    sources: [seen(SEKITARJABAR, 'moral sanction'), toCheck('Details recalled. Check PP 42/2004 here.')],
  },
  {
    ...row(
      'ppk',
      ['jpt-pratama', 'administrator', 'pengawas', 'pelaksana', 'jf'],
      ['ptdh'],
      ALL,
      'recalled',
      {
        id: 'Pemberhentian tidak dengan hormat menurut aturan manajemen PNS.',
        en: 'Dishonourable dismissal under the rules on management of civil servants.',
      },
    ),
    refs: [{ instrument: 'uu-20-2023', ref: { pasal: '52' } }],
    since: { date: '2023-10-31', confidence: 'verified' },
    sources: [toCheck('Who decides is recalled. Check PP 11/2017 jo. PP 17/2020 here.')],
  },
];

/** An official who fails to punish is himself punished, more heavily where he punished too lightly (Pasal 28, as repeated). */
export const FAILURE_TO_PUNISH: Stated & { readonly text: Text } = {
  text: {
    id: 'Pejabat yang wajib menghukum tetapi tidak menghukum dijatuhi hukuman oleh atasannya; hukumannya lebih berat.',
    en: 'An official who must punish and does not is punished by the superior, more heavily.',
  },
  since: PP94,
  confidence: 'verified',
  sources: [REPO, seen('https://anyflip.com/czsmt/lgws/basic', 'Pasal 28: heavier than what was due')],
};

/** Every row that lets somebody punish a person in that post with that level; several rows are several possibilities. */
export function decidersFor(post: Post, level: Level, agency: AgencyKind): readonly Decider[] {
  return DECIDERS.filter(
    (one) => one.over.includes(post) && one.levels.includes(level) && one.agencies.includes(agency),
  );
}
