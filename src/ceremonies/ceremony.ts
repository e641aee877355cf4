import { z } from 'zod';
import { queries } from '../platform/db/index.ts';
import sqlText from './ceremonies.sql';

export const sql = queries(sqlText);

export const KINDS = ['apel', 'susulan'] as const;
export const DATE_STATUSES = ['stated', 'derived', 'unknown'] as const;
export const OFFICER_ROLES = ['leader', 'speaker', 'witness', 'signer'] as const;
export const OFFICE_STATUSES = ['definitive', 'plt', 'plh', 'pj', 'pjs'] as const;
/** Five different facts; none follows from another. `symbolic` and `signed` here are what a source says of a group. */
export const FACTS = ['attended', 'read', 'witnessed', 'symbolic', 'signed'] as const;
/**
 * What one person of the audience did there, beside being there (presence.ts). Their own signature is a sealed record
 * and never one of these.
 */
export const ATTENDANCE_FACTS = ['read', 'witnessed', 'symbolic'] as const;
export const QUALIFIERS = ['exact', 'at-least', 'about', 'some', 'all', 'unknown'] as const;

export type Fact = (typeof FACTS)[number];
export type AttendanceFact = (typeof ATTENDANCE_FACTS)[number];
export type Qualifier = (typeof QUALIFIERS)[number];

export const CeremonyHead = z.object({
  agencyId: z.string(),
  id: z.string(),
  campaignId: z.string(),
  kind: z.enum(KINDS),
  title: z.string(),
  /** 'YYYY-MM-DD'; null exactly when the status is `unknown` */
  heldOn: z.string().nullable(),
  heldOnStatus: z.enum(DATE_STATUSES),
  /** How the date was derived, or why it is unknown */
  heldOnNote: z.string().nullable(),
  /** Wall clock at the place, as 'HH:MM' */
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  organiser: z.string(),
  minutes: z.string().nullable(),
  isExample: z.boolean(),
});

export const Officer = z.object({
  seq: z.number(),
  role: z.enum(OFFICER_ROLES),
  name: z.string(),
  office: z.string(),
  officeStatus: z.enum(OFFICE_STATUSES),
  employer: z.string().nullable(),
});

export const Participation = z.object({
  seq: z.number(),
  fact: z.enum(FACTS),
  who: z.string(),
  employer: z.string().nullable(),
  number: z.number().nullable(),
  qualifier: z.enum(QUALIFIERS),
  source: z.string(),
});

export const SourceRow = z.object({
  seq: z.number(),
  title: z.string(),
  publisher: z.string().nullable(),
  body: z.string(),
});

export type CeremonyHead = z.output<typeof CeremonyHead>;
/** A named official of the event: who led the reading, spoke, witnessed, signed. */
export type Officer = z.output<typeof Officer>;
/** A group that took part, with its own employer, and the source that says so. `number` null where it gives none. */
export type Participation = z.output<typeof Participation>;
/** A text about the event, to be checked. */
export type CeremonySource = z.output<typeof SourceRow>;

export interface Ceremony extends CeremonyHead {
  officers: Officer[];
  participations: Participation[];
  sources: CeremonySource[];
  /** People of the audience recorded one by one, by fact; `attended` counts who was there, late ones too. */
  attendance: Record<AttendanceFact | 'attended', number>;
}
