export { type FoundArticle, parseArticle, printArticle, scanArticles } from './citations/article-ref.ts';
export { issuersIn } from './citations/issuers.ts';
export type { Garble } from './citations/joint-decree.ts';
export { parseCitation } from './citations/parse.ts';
export { CITATION_STYLES, type Citation, type CitationStyle, printCitation } from './citations/print.ts';
export { type FoundCitations, type FoundInstrument, scanCitations } from './citations/scan.ts';
export { firstDay, inForce, lastDay, type Standing, standingConfidence } from './in-force.ts';
export {
  ARTICLES,
  articlesOf,
  BODIES,
  findArticle,
  findBody,
  findByNumber,
  findInstrument,
  INSTRUMENTS,
  nearestArticle,
  sameRef,
} from './register.ts';
export type {
  Article,
  ArticleRef,
  Body,
  Confidence,
  DatedFact,
  Instrument,
  InstrumentNumber,
  InstrumentType,
  IsoDate,
  PartialDate,
  Source,
  Status,
  Subject,
} from './types.ts';
