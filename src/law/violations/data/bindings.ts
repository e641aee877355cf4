import { seen, toCheck } from '../../data/source.ts';
import type { ArticleRef, Confidence, Source } from '../../types.ts';
import { DECREE_2022, inRepo, PP94 } from '../sources.ts';
import type { Stated, Text } from '../stated.ts';
import type { Binding, BoundPerson, Group } from '../types.ts';

const DECREE = seen(
  'https://www.scribd.com/document/602350661/SKB-Netralitas-ASN-22-September-2022',
  'title: it binds Pegawai ASN',
);
const DENPASAR = seen(
  'https://denpasar.bkn.go.id/kms/_export/xhtml/ensiklopedia:disiplin_pppk',
  'PP 49/2018 Pasal 51 to 53 and 59',
);
const PPNPN = seen(
  'https://www.jpnn.com/news/se-menpan-rb-terbaru-di-awal-2023-…?page=2',
  'same forms, graduated sanctions',
);
const SPOUSE = seen('https://medan.bkn.go.id/?p=7882', 'what a husband or wife may and may not do');
const PART_TIME = seen('https://haijakarta.id/…', 'part-time PPPK are ASN');
const ETHICS_SINCE = { date: '2004-10-18', confidence: 'recalled' } as const;
const ETHICS_REFS: readonly ArticleRef[] = [{ pasal: '11', huruf: 'c' }, { pasal: '15' }];
const PP49 = { date: '2018-11', confidence: 'recalled' } as const;

interface By {
  readonly instrument: string;
  readonly refs: readonly ArticleRef[];
  readonly since: Stated['since'];
}

const bind = (
  person: BoundPerson,
  groups: readonly Group[],
  by: By,
  confidence: Confidence,
  text: Text,
  ...sources: Source[]
): Binding[] => groups.map((group) => ({ person, group, ...by, confidence, text, sources }));

const BOTH: readonly Group[] = ['ethics', 'discipline'];
const ETHICS_RULE: By = { instrument: 'pp-42-2004', refs: ETHICS_REFS, since: ETHICS_SINCE };
const DISCIPLINE_RULE: By = { instrument: 'pp-94-2021', refs: [{ pasal: '5', huruf: 'n' }], since: PP94 };
const OLD_DISCIPLINE: By = {
  instrument: 'pp-53-2010',
  refs: [{ pasal: '4' }],
  since: { date: '2010-06-06', confidence: 'recalled' },
};
const PPPK_RULE: By = {
  instrument: 'pp-49-2018',
  refs: [{ pasal: '51' }, { pasal: '52' }, { pasal: '53' }],
  since: PP49,
};

/** Who is bound to neutrality, by what. The law in force on the day of the act decides which rows count. */
export const BINDINGS: readonly Binding[] = [
  ...bind(
    'pns',
    BOTH,
    { instrument: 'skb-netralitas-2022', refs: [], since: DECREE_2022 },
    'verified',
    {
      id: 'Daftar pelanggaran keputusan bersama mengikat pegawai ASN.',
      en: "The joint decree's list binds ASN staff.",
    },
    DECREE,
  ),
  ...bind(
    'pns',
    ['ethics'],
    ETHICS_RULE,
    'verified',
    { id: 'Kode etik PNS; sanksi moral.', en: 'Code of ethics of civil servants; moral sanction.' },
    seen(
      'https://sekitarjabar.com/netralitas-aparatur-sipil-negara-asn-di-tahun-politik/5',
      'Pasal 11 and 15',
    ),
  ),
  ...bind(
    'pns',
    ['discipline'],
    DISCIPLINE_RULE,
    'verified',
    { id: 'Disiplin PNS.', en: 'Discipline of civil servants.' },
    seen('https://rmol.id/amp/2021/09/14/504341/…', 'Pasal 5 huruf n'),
  ),
  ...(['pns', 'cpns'] as const).flatMap((person) =>
    bind(
      person,
      ['discipline'],
      OLD_DISCIPLINE,
      'recalled',
      {
        id: 'Disiplin PNS untuk perbuatan sebelum 31 Agustus 2021.',
        en: 'Discipline of civil servants for acts before 31 August 2021.',
      },
      toCheck('Articles recalled. Check PP 53/2010 here.'),
    ),
  ),
  ...bind(
    'cpns',
    ['discipline'],
    DISCIPLINE_RULE,
    'verified',
    {
      id: 'CPNS diperlakukan seperti PNS dalam disiplin.',
      en: 'Trainees count as civil servants for discipline.',
    },
    inRepo('PP 94/2021 covers CPNS'),
  ),
  ...bind(
    'cpns',
    ['ethics'],
    ETHICS_RULE,
    'inferred',
    {
      id: 'Kode etik PNS; bahwa CPNS terikat sama disimpulkan dari perlakuan dalam disiplin.',
      en: 'Code of ethics; that trainees are equally bound is inferred from discipline.',
    },
    inRepo('PP 94/2021 covers CPNS'),
  ),
  ...bind(
    'pppk',
    ['discipline'],
    PPPK_RULE,
    'verified',
    {
      id: 'Disiplin PPPK ditetapkan PPK dan mengikuti aturan PNS sejauh sesuai; pelanggaran berat dapat memutus perjanjian kerja.',
      en: 'The PPK sets discipline of PPPK, following the rules for civil servants as far as they fit; a grave breach can end the contract.',
    },
    DENPASAR,
  ),
  ...bind(
    'pppk',
    ['ethics'],
    PPPK_RULE,
    'inferred',
    {
      id: 'PPPK adalah pegawai ASN dan terikat keputusan bersama; sanksi moralnya disimpulkan dari aturan PNS.',
      en: 'PPPK are ASN and bound by the joint decree; the moral sanction is inferred from the rules for civil servants.',
    },
    DECREE,
    DENPASAR,
  ),
  ...bind(
    'pppk-pw',
    BOTH,
    {
      instrument: 'kepmenpanrb-16-2025',
      refs: [],
      since: { date: '2025-01-13', confidence: 'verified' },
    },
    'inferred',
    {
      id: 'PPPK paruh waktu adalah pegawai ASN dengan perjanjian satu tahun; bahwa aturan disiplin PPPK berlaku baginya disimpulkan.',
      en: 'Part-time PPPK are ASN with a one-year contract; that the discipline rules for PPPK reach them is inferred.',
    },
    PART_TIME,
    DENPASAR,
  ),
  ...bind(
    'non-asn',
    BOTH,
    {
      instrument: 'se-menpanrb-1-2023',
      refs: [],
      since: { date: '2023-01-03', confidence: 'verified' },
    },
    'verified',
    {
      id: 'Di luar keputusan bersama. Surat edaran memakai bentuk pelanggaran yang sama; sanksinya bertahap sampai pengakhiran kontrak tahunan.',
      en: 'Outside the joint decree. The circular takes over the same forms; sanctions are graduated up to the end of the yearly contract.',
    },
    PPNPN,
  ),
  ...bind(
    'spouse',
    BOTH,
    { instrument: 'se-menpanrb-18-2023', refs: [], since: { date: '2023', confidence: 'verified' } },
    'verified',
    {
      id: 'Pegawai ASN yang suami atau istrinya calon: untuk berkampanye harus cuti di luar tanggungan negara. Tanpa cuti boleh mendampingi pendaftaran, hadir tanpa aktif, dan berfoto tanpa simbol; tidak boleh memakai atribut, berorasi, atau berkampanye daring.',
      en: 'ASN whose husband or wife stands: unpaid leave is needed to campaign. Without it they may accompany registration, be passively present and be photographed without symbols; they may not wear attributes, speak or campaign online.',
    },
    SPOUSE,
  ),
];
