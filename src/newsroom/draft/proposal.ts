import type { Typed } from '../../ceremonies/index.ts';
import type { Span } from '../checker/index.ts';

/** Which values each kind of proposal carries, as named in the forms of ceremonies. */
export const PARTS = {
  title: ['title'],
  date: ['heldOn', 'heldOnStatus', 'heldOnNote'],
  place: ['place'],
  organiser: ['organiser'],
  officer: ['role', 'name', 'office', 'officeStatus', 'employer'],
  group: ['fact', 'who', 'groupEmployer', 'number', 'qualifier', 'source'],
} as const;
export type ProposalKind = keyof typeof PARTS;

/**
 * One thing that a text says of a ceremony, to be accepted or left by an officer. `id` is its kind, for officers and
 * groups with a number: `officer-0`. A value that the text does not give is ''.
 */
export interface Proposal {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly span: Span;
  /** It does not stand in the text but follows from it: never accepted unless a person says so. */
  readonly derived: boolean;
  readonly values: Typed;
}

/** More than these are not proposed; no report of a ceremony names as many. */
export const MOST_LINES = 40;

export function kindOf(id: string): ProposalKind | undefined {
  const [, kind, number] = /^([a-z]+)(?:-(\d{1,2}))?$/.exec(id) ?? [];
  if (!kind || !Object.hasOwn(PARTS, kind)) return undefined;
  const numbered = kind === 'officer' || kind === 'group';
  return numbered === (number !== undefined) ? (kind as ProposalKind) : undefined;
}

/** The name of the form's field for one value of a proposal. */
export function partName(id: string, part: string): string {
  return `${id}-${part}`;
}
