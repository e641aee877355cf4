import { DISCIPLINE_ARTICLES } from './data/articles-discipline.ts';
import { ELECTION_ARTICLES } from './data/articles-election.ts';
import { OTHER_ARTICLES } from './data/articles-others.ts';
import { BODIES } from './data/bodies.ts';
import { DECREES } from './data/decrees.ts';
import { GOVERNMENT } from './data/government.ts';
import { MINISTERIAL } from './data/ministerial.ts';
import { RULINGS } from './data/rulings.ts';
import { STATUTES } from './data/statutes.ts';
import { GENERAL_STATUTES } from './data/statutes-general.ts';
import { makeRegister, type Register } from './make-register.ts';
import type { Article, Instrument } from './types.ts';

/** Every instrument known, in no legal order. */
export const INSTRUMENTS: readonly Instrument[] = [
  ...STATUTES,
  ...GENERAL_STATUTES,
  ...GOVERNMENT,
  ...MINISTERIAL,
  ...DECREES,
  ...RULINGS,
];
export const ARTICLES: readonly Article[] = [...DISCIPLINE_ARTICLES, ...ELECTION_ARTICLES, ...OTHER_ARTICLES];
export { BODIES };

/** The register as the program was shipped with it; needs no database. */
export const SHIPPED: Register = makeRegister({
  instruments: INSTRUMENTS,
  articles: ARTICLES,
  bodies: BODIES,
});

export const { findInstrument, findByNumber, findArticle, nearestArticle, articlesOf, findBody } = SHIPPED;
