export {
  addDays,
  addWorkingDays,
  type CalendarOptions,
  type CountedDay,
  HOLIDAY_YEARS,
  type Holiday,
  type HolidayYear,
  holidaysOf,
  isWorkingDay,
  knows,
  restOn,
  WEEKENDS_ONLY,
  type WorkCalendar,
  workCalendar,
  workingDaysBetween,
} from './calendar/index.ts';
export { type FoundArticle, parseArticle, printArticle, scanArticles } from './citations/article-ref.ts';
export { issuersIn } from './citations/issuers.ts';
export type { Garble } from './citations/joint-decree.ts';
export { parseCitation } from './citations/parse.ts';
export { CITATION_STYLES, type Citation, type CitationStyle, printCitation } from './citations/print.ts';
export { type FoundCitations, type FoundInstrument, scanCitations } from './citations/scan.ts';
export { addCorrection, type NewCorrection } from './corrections/add-correction.ts';
export { type Correction, corrections } from './corrections/correction.ts';
export { type Change, overlay } from './corrections/overlay.ts';
export { registerNow } from './corrections/register-now.ts';
export { undoCorrection } from './corrections/undo-correction.ts';
export { firstDay, inForce, lastDay, type Standing, standingConfidence } from './in-force.ts';
export { makeRegister, type Register, type RegisterParts, sameRef } from './make-register.ts';
export type { CitedBy, CitedHere, Institution, Institutions, Neighbours } from './neighbours.ts';
export {
  type AgencyKind,
  CLOCKS,
  type Clock,
  DECIDERS,
  type Decider,
  type Due,
  decidersFor,
  dueOn,
  findClock,
  type Post,
  SANCTIONS,
  type Sanction,
  sanctionsOn,
} from './procedure/index.ts';
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
  SHIPPED,
} from './register.ts';
export { type RegisterProblem, registerProblems } from './rules.ts';
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
export {
  ACT_KINDS,
  type Act,
  type ActKind,
  type Basis,
  BINDINGS,
  type Binding,
  type Classification,
  CRIMINAL,
  type CriminalSide,
  classify,
  criminalSideOf,
  type ElectionLine,
  explainReason,
  findViolation,
  type Group,
  holdsOn,
  type ItemId,
  type Level,
  type LevelClaim,
  type Line,
  type Person,
  type Reason,
  SIDES,
  type StaffCategory,
  type Stated,
  sideOf,
  VIOLATIONS,
  type Violation,
  weakest,
} from './violations/index.ts';
