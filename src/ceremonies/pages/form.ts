import { tidyLine, tidyLines } from '../../campaigns/index.ts';
import { field } from '../../platform/http/form.ts';
import { DATE_STATUSES, FACTS, KINDS, OFFICE_STATUSES, OFFICER_ROLES, QUALIFIERS } from '../ceremony.ts';
import type { CeremonyValues, OfficerValues, ParticipationValues } from '../check-ceremony.ts';

/** Posted fields as typed, to be shown again. */
export type Typed = Readonly<Record<string, string>>;

export function typedOf(body: Record<string, unknown>, names: readonly string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, field(body, name)]));
}

export const CEREMONY_NAMES = [
  ...['kind', 'title', 'heldOn', 'heldOnStatus', 'heldOnNote'],
  ...['startsAt', 'place', 'organiser', 'minutes'],
];
export const OFFICER_NAMES = ['role', 'name', 'office', 'officeStatus', 'employer'];
/** Both forms stand on one page, where each field needs an id of its own: hence the group's employer. */
export const PARTICIPATION_NAMES = ['fact', 'who', 'groupEmployer', 'number', 'qualifier', 'source'];

export function ceremonyValues(typed: Typed): CeremonyValues {
  return {
    kind: choice(KINDS, typed.kind),
    title: line(typed.title),
    heldOn: lineOrNull(typed.heldOn),
    heldOnStatus: choice(DATE_STATUSES, typed.heldOnStatus),
    heldOnNote: lineOrNull(typed.heldOnNote),
    startsAt: lineOrNull(typed.startsAt)?.replace('.', ':') ?? null,
    place: lineOrNull(typed.place),
    organiser: line(typed.organiser),
    minutes: tidyLines(typed.minutes ?? '') || null,
  };
}

export function officerValues(typed: Typed): OfficerValues {
  return {
    role: choice(OFFICER_ROLES, typed.role),
    name: line(typed.name),
    office: line(typed.office),
    officeStatus: choice(OFFICE_STATUSES, typed.officeStatus),
    employer: lineOrNull(typed.employer),
  };
}

/** A number that is none becomes NaN, for the check to tell. "1.234" is written with the thousands' dot. */
export function participationValues(typed: Typed): ParticipationValues {
  const number = lineOrNull(typed.number);
  return {
    fact: choice(FACTS, typed.fact),
    who: line(typed.who),
    employer: lineOrNull(typed.groupEmployer),
    number:
      number === null
        ? null
        : Number(number.replace(/^(\d{1,3})((?:\.\d{3})+)$/, (whole) => whole.replaceAll('.', ''))),
    qualifier: choice(QUALIFIERS, typed.qualifier),
    source: line(typed.source),
  };
}

/** One of the known values; a form of ours sends no other, so anything else is taken as the first. */
function choice<T extends string>(known: readonly [T, ...T[]], value: string | undefined): T {
  return known.find((option) => option === value) ?? known[0];
}

function line(text: string | undefined): string {
  return tidyLine(text ?? '');
}

function lineOrNull(text: string | undefined): string | null {
  return line(text) || null;
}
