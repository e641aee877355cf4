import type { MinutesContent } from '../../verify/index.ts';
import type { Told } from './told.ts';

/** Facts that minutes should have. */
const EXPECTED_FACTS = [
  ...(['date', 'startedAt', 'endedAt', 'place', 'text', 'runSheet'] as const),
  ...(['reader', 'clerk', 'witnesses', 'audience', 'unrecorded', 'photos'] as const),
] as const;
export type ExpectedFact = (typeof EXPECTED_FACTS)[number];

/** Which of them are not there. They will be printed as missing, and keep nobody from sealing. */
export function missingFacts(
  { held, text, runSheet, officers, counts, photos }: MinutesContent,
  { witnesses }: Pick<Told, 'witnesses'>,
): ExpectedFact[] {
  const there: Record<ExpectedFact, boolean> = {
    date: held.date !== null,
    startedAt: held.startedAt !== null,
    endedAt: held.endedAt !== null,
    place: held.place !== null || held.sites.length > 0,
    text: text !== null,
    runSheet: runSheet.length > 0,
    reader: officers.some(({ role }) => role === 'reader'),
    clerk: officers.some(({ role }) => role === 'clerk'),
    witnesses: witnesses.length > 0,
    audience: counts.total.expected > 0,
    unrecorded: counts.total.unrecorded === 0,
    photos: photos.length > 0,
  };
  return EXPECTED_FACTS.filter((fact) => !there[fact]);
}
