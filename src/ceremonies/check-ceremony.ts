import { checkLine, type Problem, unprintable } from '../campaigns/index.ts';
import { isDay } from '../platform/days.ts';
import type { CeremonyHead, Officer, Participation } from './ceremony.ts';

export type CeremonyValues = Omit<CeremonyHead, 'agencyId' | 'id' | 'campaignId' | 'isExample'>;
/** The facts of a ceremony that can be set right later, and why they are. */
export type CorrectionValues = Omit<CeremonyValues, 'kind' | 'minutes'> & { reason: string };
export type OfficerValues = Omit<Officer, 'seq'>;
export type ParticipationValues = Omit<Participation, 'seq'>;

export const MINUTES_LIMIT = 50_000;

/** What keeps a ceremony from being saved; empty when nothing does. Fields are named as in {@link CeremonyValues}. */
export function checkCeremony(values: CeremonyValues): Problem[] {
  return [...checkFacts(values), ...checkMinutes(values.minutes ?? '')];
}

export function checkCorrection(values: CorrectionValues): Problem[] {
  return [...checkFacts(values), ...needed('reason', values.reason, 500)];
}

function checkFacts(values: Omit<CeremonyValues, 'kind' | 'minutes'>): Problem[] {
  return [
    ...needed('title', values.title, 300),
    ...needed('organiser', values.organiser, 300),
    ...checkLine('place', values.place ?? '', 300),
    ...checkDate(values),
    ...checkTime('startsAt', values.startsAt),
  ];
}

export function checkOfficer({ name, office, employer }: OfficerValues): Problem[] {
  return [
    ...needed('name', name, 200),
    ...needed('office', office, 300),
    ...checkLine('employer', employer ?? '', 300),
  ];
}

/** A number belongs to exact, at least and about; the other qualifiers say that there is none to give. */
export function checkParticipation(values: ParticipationValues): Problem[] {
  const { who, employer, number, qualifier, source } = values;
  const problems = [
    ...needed('who', who, 300),
    ...checkLine('employer', employer ?? '', 300),
    ...needed('source', source, 1000),
  ];
  const counted = qualifier === 'exact' || qualifier === 'at-least' || qualifier === 'about';
  if (counted && number === null) problems.push({ field: 'number', code: 'ceremonies.noNumber' });
  if (number !== null && !(Number.isSafeInteger(number) && number >= 0 && number <= 10_000_000))
    problems.push({ field: 'number', code: 'ceremonies.badNumber' });
  if (number !== null && (qualifier === 'unknown' || qualifier === 'some'))
    problems.push({ field: 'number', code: 'ceremonies.numberNotMeant' });
  return problems;
}

export function needed(field: string, text: string, limit: number): Problem[] {
  return text === '' ? [{ field, code: 'ceremonies.needed' }] : checkLine(field, text, limit);
}

/** A date is stated, or derived with a reason, or honestly unknown; it never comes from another letter's date. */
function checkDate({
  heldOn,
  heldOnStatus,
  heldOnNote,
}: Pick<CeremonyValues, 'heldOn' | 'heldOnStatus' | 'heldOnNote'>): Problem[] {
  const note = checkLine('heldOnNote', heldOnNote ?? '', 1000);
  if (heldOnStatus === 'unknown')
    return heldOn === null ? note : [...note, { field: 'heldOn', code: 'ceremonies.dateButUnknown' }];
  if (heldOn === null || !isDay(heldOn)) return [...note, { field: 'heldOn', code: 'ceremonies.noDate' }];
  if (heldOnStatus === 'derived' && !heldOnNote)
    return [...note, { field: 'heldOnNote', code: 'ceremonies.derivedWithoutNote' }];
  return note;
}

/** A wall clock, 'HH:MM'. */
export function checkTime(field: string, time: string | null): Problem[] {
  const fits = time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return fits ? [] : [{ field, code: 'ceremonies.badTime' }];
}

function checkMinutes(minutes: string): Problem[] {
  if (minutes.length > MINUTES_LIMIT)
    return [{ field: 'minutes', code: 'campaigns.tooLong', params: { limit: '50.000' } }];
  const char = unprintable(minutes);
  return char ? [{ field: 'minutes', code: 'campaigns.unprintable', params: { char } }] : [];
}
