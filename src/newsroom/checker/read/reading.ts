import {
  type FoundCitations,
  type FoundInstrument,
  type IsoDate,
  type Register,
  scanCitations,
} from '../../../law/index.ts';
import type { Prepared } from '../text/prepare.ts';
import { mergeSpans, overlaps } from '../text/spans.ts';
import type { Span } from '../types.ts';
import { type AttachedArticle, attachArticles } from './citations.ts';
import { scanDates } from './dates.ts';
import { type ElectionsRead, readElection } from './election.ts';
import { type InstitutionMention, scanInstitutions } from './institution.ts';
import { type Letter, scanLetters } from './letters.ts';
import { type Person, scanPeople } from './people.ts';
import { type PointList, readPoints } from './points.ts';
import { firstWords, scanAttributions } from './speech.ts';
import { readTime, type TimeRead } from './time.ts';

/** Everything read from a text once, for the record and for the findings. */
export interface Reading {
  /** What citations were read by and findings are judged by. */
  readonly register: Register;
  readonly doc: Prepared;
  readonly instruments: readonly FoundInstrument[];
  readonly articles: readonly AttachedArticle[];
  readonly letters: readonly Letter[];
  readonly elections: ElectionsRead;
  readonly time: TimeRead;
  readonly people: readonly Person[];
  readonly institutions: readonly InstitutionMention[];
  readonly points?: PointList;
  /** Spans of citations, in which no office and no institution of the event stands. */
  readonly cited: readonly Span[];
}

const REACH = 60_000;

export function readAll(doc: Prepared, on: IsoDate | undefined, register: Register): Reading {
  const dates = scanDates(doc.clean);
  const first = withoutLocal(scanCitations(doc.clean, on, register));
  const cited = mergeSpans(first.instruments);
  const letters = scanLetters(doc, dates, cited);
  const elections = readElection(doc, (mention) => overlaps(cited, mention));
  const time = readTime(doc, dates, letters, first.instruments, elections.mentions, on);
  const { instruments, articles } = rescan(doc, first, on ?? time.resolved?.date, register);
  const near = doc.clean.slice(0, doc.bodyStart + REACH);
  const own = doc.narrative.slice(0, doc.bodyStart + REACH);
  const known = firstWords(scanAttributions(near, own));
  const apart = (span: Span) => !overlaps(cited, span) && span.start >= doc.bodyStart;
  const points = readPoints(doc);
  return {
    register,
    doc,
    instruments,
    articles: attachArticles(doc.clean, articles, instruments),
    letters,
    elections,
    time,
    cited,
    people: scanPeople(near, known).filter(apart),
    institutions: scanInstitutions(own).filter(apart),
    ...(points ? { points } : {}),
  };
}

/** Circulars of a region are letters here: the register never holds them, and they are no unknown law. */
function withoutLocal({ instruments, articles }: FoundCitations): FoundCitations {
  return {
    articles,
    instruments: instruments.filter(({ name, instrument }) => instrument || !/^SE \d/.test(name)),
  };
}

/** "UU ASN" means another law on another day, and the day is known only after the first reading. */
function rescan(
  doc: Prepared,
  first: FoundCitations,
  on: IsoDate | undefined,
  register: Register,
): FoundCitations {
  const named = on !== undefined && /UU ASN|Undang-Undang ASN/i.test(doc.clean);
  return named ? withoutLocal(scanCitations(doc.clean, on, register)) : first;
}
