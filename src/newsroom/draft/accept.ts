import type { ClientBase } from 'pg';
import { agencyOn } from '../../agencies/index.ts';
import { type Problem, tidyLine } from '../../campaigns/index.ts';
import {
  addOfficer,
  addParticipation,
  addSource,
  type CeremonyValues,
  ceremonyValues,
  checkCeremony,
  checkOfficer,
  checkParticipation,
  createCeremony,
  type OfficerValues,
  officerValues,
  type ParticipationValues,
  participationValues,
  type Typed,
} from '../../ceremonies/index.ts';
import { isDay } from '../../platform/days.ts';
import { kindOf, MOST_LINES, PARTS, partName } from './proposal.ts';

/** What an officer accepted, field by field. What was not accepted is unknown. */
export interface Accepted {
  readonly ceremony: CeremonyValues;
  readonly officers: readonly OfficerValues[];
  readonly groups: readonly ParticipationValues[];
  /** Named as the fields of the form: `officer-0-name`. */
  readonly problems: readonly Problem[];
}

/** Reads the accepted proposals (`ids`) out of the posted form; everything else in the form is left. */
export function readAccepted(typed: Typed, ids: readonly string[]): Accepted {
  const known = [...new Set(ids)].filter((id) => kindOf(id) !== undefined).slice(0, 2 * MOST_LINES + 4);
  const lines = known.map((id) => ({ id, kind: kindOf(id), values: valuesOf(typed, id) }));
  const of = (kind: string) => lines.filter((line) => line.kind === kind);
  const whole = (kind: string) => of(kind)[0]?.values ?? {};
  const ceremony = ceremonyValues({
    kind: typed.kind ?? '',
    heldOnStatus: 'unknown',
    ...whole('title'),
    ...whole('date'),
    ...whole('place'),
    ...whole('organiser'),
  });
  const officers = of('officer').map(({ id, values }) => ({ id, values: officerValues(values) }));
  const groups = of('group').map(({ id, values }) => ({ id, values: participationValues(values) }));
  return {
    ceremony,
    officers: officers.map(({ values }) => values),
    groups: groups.map(({ values }) => values),
    problems: [
      ...checkCeremony({ ...ceremony, organiser: ceremony.organiser || '-' }).map(ofCeremony),
      ...officers.flatMap(({ id, values }) => checkOfficer(values).map((problem) => at(id, problem))),
      ...groups.flatMap(({ id, values }) =>
        checkParticipation(values).map((problem) =>
          at(id, problem.field === 'employer' ? { ...problem, field: 'groupEmployer' } : problem),
        ),
      ),
    ],
  };
}

export interface AcceptedDraft extends Pick<Accepted, 'ceremony' | 'officers' | 'groups'> {
  readonly agencyId: string;
  readonly campaignId: string;
  /** Made with the form, so that a form sent twice makes one ceremony. */
  readonly id: string;
  readonly isExample: boolean;
  readonly by: string;
  readonly source: { readonly title: string; readonly publisher: string | null; readonly body: string };
}

/** The ceremony, its officers, its groups and the text itself, all or none. To be called in one transaction. */
export async function acceptDraft(client: ClientBase, draft: AcceptedDraft, now: Date): Promise<void> {
  const { agencyId, campaignId, id, isExample, by, ceremony, officers, groups, source } = draft;
  const day = ceremony.heldOn !== null && isDay(ceremony.heldOn) ? ceremony.heldOn : null;
  const organiser = ceremony.organiser || (await agencyOn(client, agencyId, day)).name;
  await createCeremony(client, { ...ceremony, organiser, agencyId, campaignId, isExample, by, id }, now);
  const of = { agencyId, ceremonyId: id, by };
  for (const officer of officers) await addOfficer(client, { ...of, ...officer }, now);
  for (const group of groups) await addParticipation(client, { ...of, ...group }, now);
  await addSource(client, { ...of, ...source }, now);
}

function valuesOf(typed: Typed, id: string): Typed {
  const parts = PARTS[kindOf(id) as keyof typeof PARTS];
  return Object.fromEntries(parts.map((part) => [part, tidyLine(typed[partName(id, part)] ?? '')]));
}

const KIND_OF_FIELD: Readonly<Record<string, string>> = {
  heldOn: 'date',
  heldOnNote: 'date',
  place: 'place',
  organiser: 'organiser',
};

function ofCeremony(problem: Problem): Problem {
  return at(KIND_OF_FIELD[problem.field] ?? 'title', problem);
}

function at(id: string, { field, ...problem }: Problem): Problem {
  return { ...problem, field: partName(id, field) };
}
