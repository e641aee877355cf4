import { seen, toCheck } from '../../data/source.ts';
import { SEKITARJABAR } from '../sources.ts';
import type { Stated } from '../stated.ts';
import type { Basis, LevelClaim } from '../types.ts';

const OLD: Pick<Stated, 'since' | 'until'> = {
  since: { date: '2010-06-06', confidence: 'recalled' },
  until: { date: '2021-08-31', confidence: 'verified' },
};
const SEEN = seen(
  'https://kabartujuhsatu.news/2020/11/bkn-ingatkan-asn-jaga-netralitas-di.html',
  'BKN, November 2020: medium or severe under PP 53/2010',
);

/** Before PP 94/2021: medium or severe, not told apart by item in any source seen. */
export const OLD_LEVELS: readonly LevelClaim[] = [
  { level: 'sedang', ...OLD, confidence: 'inferred', sources: [SEEN] },
  { level: 'berat', ...OLD, confidence: 'inferred', sources: [SEEN] },
];

export const OLD_BASIS: Basis = {
  instrument: 'pp-53-2010',
  prohibition: { pasal: '4' },
  ...OLD,
  confidence: 'recalled',
  sources: [toCheck('Numbers 12 to 15 of Pasal 4 are recalled. Check PP 53/2010 here.'), SEEN],
};

const GENERAL = seen(SEKITARJABAR, 'Pasal 11 huruf c and Pasal 15');
const SINCE = { date: '2004-10-18', confidence: 'recalled' } as const;

/** The general duty to avoid conflicts of interest, for an act that the list of seven does not name. */
export const UNLISTED_ETHICS: { readonly levels: readonly LevelClaim[]; readonly bases: readonly Basis[] } = {
  levels: [{ level: 'moral', since: SINCE, confidence: 'inferred', sources: [GENERAL] }],
  bases: [
    {
      instrument: 'pp-42-2004',
      prohibition: { pasal: '11', huruf: 'c' },
      sanction: { pasal: '15' },
      since: SINCE,
      confidence: 'inferred',
      sources: [GENERAL],
    },
  ],
};
