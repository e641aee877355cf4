import type { DraftRecord, RecordField, Span } from '../checker/index.ts';
import { MOST_LINES, type Proposal } from './proposal.ts';
import { proposeGroups } from './propose-groups.ts';

/** Where the text comes from, and how notes about it are worded. */
export interface ProposalContext {
  readonly text: string;
  /** Begins the source of every group: `KabarContoh.id, "Judul"`. */
  readonly source: string;
  derivedDate(printed: string): string;
  printedDate(printed: string): string;
  notBefore(date: string): string;
}

/**
 * A draft of a ceremony, value by value. Only what the text says or what follows from it: nothing is filled in, and a
 * letter's date never stands in for the event's. A text that says nothing gives an empty list.
 */
export function propose(record: DraftRecord, context: ProposalContext): Proposal[] {
  const { occasion, place, institution } = record;
  return [
    ...one('title', occasion, (value) => ({ title: capital(value) })),
    ...dates(record, context),
    ...one('place', place, (value) => ({ place: value })),
    ...one('organiser', institution, (value) => ({ organiser: value })),
    ...officers(record),
    ...numbered('group', proposeGroups(record, context)),
  ];
}

function one(
  kind: 'title' | 'place' | 'organiser',
  field: RecordField | undefined,
  values: (value: string) => Proposal['values'],
): Proposal[] {
  if (!field || typeof field.value !== 'string') return [];
  return [{ id: kind, kind, span: field, derived: field.derived, values: values(field.value) }];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The resolved day with how it is known; else only what is printed, as a note beside an unknown day. */
function dates(
  { datePrinted, dateResolved, dateNotBefore }: DraftRecord,
  context: ProposalContext,
): Proposal[] {
  const printed = typeof datePrinted?.value === 'string' ? datePrinted.value : '';
  const propose = (span: Span, derived: boolean, values: Proposal['values']): Proposal[] => [
    { id: 'date', kind: 'date', span, derived, values },
  ];
  if (dateResolved) {
    const { value, derived } = dateResolved;
    return propose(dateResolved, derived, {
      heldOn: String(value),
      heldOnStatus: derived ? 'derived' : 'stated',
      heldOnNote: derived ? context.derivedDate(printed) : '',
    });
  }
  const notes = [
    printed && context.printedDate(printed),
    dateNotBefore && context.notBefore(String(dateNotBefore.value)),
  ].filter(Boolean);
  const from = datePrinted ?? dateNotBefore;
  if (!from) return [];
  const values = { heldOn: '', heldOnStatus: 'unknown', heldOnNote: notes.join(' ') };
  return propose(from, dateNotBefore !== undefined, values);
}

type Person = { readonly name?: string; readonly office?: string; readonly status?: string };

function officers({ leader, speakers }: DraftRecord): Proposal[] {
  const spoke = (speakers?.value ?? []) as readonly (Person & Span)[];
  const led = leader ? [officer('leader', leader.value as Person, leader, leader.derived)] : [];
  return numbered('officer', [
    ...led,
    ...spoke.map((person) => officer('speaker', person, person, speakers?.derived ?? false)),
  ]);
}

function officer(role: string, person: Person, span: Span, derived: boolean): Unnumbered {
  const { name = '', office = '', status = 'definitive' } = person;
  return { span, derived, values: { role, name, office, officeStatus: status.toLowerCase(), employer: '' } };
}

type Unnumbered = Omit<Proposal, 'id' | 'kind'>;

function numbered(kind: 'officer' | 'group', found: readonly Unnumbered[]): Proposal[] {
  return found.slice(0, MOST_LINES).map((proposal, index) => ({ ...proposal, kind, id: `${kind}-${index}` }));
}
