import { SHIPPED } from '../../law/index.ts';
import { findMisquoted } from './find/articles.ts';
import { findDates } from './find/dates.ts';
import { findLaw } from './find/law.ts';
import { findExpiredOffices } from './find/offices.ts';
import { findMixedEmployers } from './find/participants.ts';
import { findPoints } from './find/points.ts';
import { findTerms } from './find/terms.ts';
import { findTitle } from './find/title.ts';
import { say } from './messages.ts';
import { citationsOut } from './read/citations.ts';
import { type Reading, readAll } from './read/reading.ts';
import { draftRecord } from './read/record.ts';
import { symbolicOnly } from './read/signing.ts';
import { prepare } from './text/prepare.ts';
import type { CheckOptions, CheckResult, RawFinding } from './types.ts';

/**
 * Reads a circular, a pledge text or a press article: what is wrong with it, what law it cites, and what it says of a
 * ceremony. Offsets are UTF-16 units of `text`. Never throws on any text; time is linear in its length. Nothing is
 * guessed: a field that the text does not give is absent, one that had to be worked out is marked derived.
 */
export function checkDocument(text: string, options: CheckOptions = {}): CheckResult {
  const reading = readAll(prepare(text), options.on, options.register ?? SHIPPED);
  const record = draftRecord(reading);
  const lang = options.lang ?? 'id';
  const findings = allFindings(reading, options)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1))
    .map((raw) => ({
      code: raw.code,
      start: raw.start,
      end: raw.end,
      text: text.slice(raw.start, raw.end),
      message: say(lang, raw),
      sources: raw.sources ?? [],
    }));
  return {
    findings,
    citations: citationsOut(text, reading.instruments, reading.articles, reading.letters, reading.register),
    record,
  };
}

function allFindings(reading: Reading, { on, pinned }: CheckOptions): RawFinding[] {
  const { doc } = reading;
  const symbolic = symbolicOnly(doc);
  return [
    ...findLaw(reading, on),
    ...findMisquoted(reading),
    ...findDates(reading),
    ...findPoints(reading.points, pinned),
    ...findTitle(reading),
    ...findMixedEmployers(reading),
    ...findTerms(doc),
    ...findExpiredOffices(reading, on),
    ...(symbolic ? [{ code: 'symbolic-only' as const, ...symbolic }] : []),
    ...doc.duplicates.map(({ start, end }): RawFinding => ({ code: 'text-duplicated', start, end })),
  ];
}
