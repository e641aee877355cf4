import { z } from 'zod';
import { CATEGORIES } from '../../campaigns/index.ts';
import { type Client, many, maybe, one, queries } from '../../platform/db/index.ts';
import type { MinutesContent } from '../../verify/index.ts';
import sqlText from './minutes.sql';

export const sql = queries(sqlText);

/** The minutes of one ceremony. */
export interface Where {
  agencyId: string;
  ceremonyId: string;
}

/** Minutes are written in Indonesian; this stands in them where a fact is missing that the record asks for. */
export const NOT_RECORDED = 'tidak tercatat';

const ABSENT_STANDINGS = ['absent', 'excused', 'duty-elsewhere', 'unrecorded'] as const;
export const AbsentLine = z.object({
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unit: z.string(),
  employer: z.string(),
  category: z.enum(CATEGORIES),
  standing: z.enum(ABSENT_STANDINGS),
  reason: z.string().nullable(),
});
/** Somebody who was expected and is not known to have been there. Never public. */
export type AbsentLine = z.output<typeof AbsentLine>;

const Draft = z.object({
  draft: z.number(),
  content: z.custom<MinutesContent>((value) => typeof value === 'object' && value !== null),
  digest: z.string(),
  absent: z.array(AbsentLine),
  salt: z.instanceof(Buffer),
  frozenBy: z.string(),
  frozenAt: z.date(),
});
/** Frozen facts: what signers see, and what is sealed. */
export type Draft = z.output<typeof Draft>;

/** The newest, or the one with this number; null where there is none. */
export function draftOf(
  client: Client,
  { agencyId, ceremonyId }: Where,
  draft: number | null = null,
): Promise<Draft | null> {
  return maybe(client, sql.draft, { agencyId, ceremonyId, draft }, Draft);
}

const SIGNER_ROLES = ['leader', 'clerk', 'witness'] as const;
const Signer = z.object({
  seq: z.number(),
  role: z.enum(SIGNER_ROLES),
  name: z.string(),
  office: z.string(),
  institution: z.string().nullable(),
  kind: z.enum(['signed', 'objected']).nullable(),
  typedName: z.string().nullable(),
  drawing: z.string().nullable(),
  objection: z.string().nullable(),
  method: z.enum(['link', 'device']).nullable(),
  markedAt: z.date().nullable(),
});
/** Who is to sign a draft, and what they did: `kind` is null while they did neither. */
export type Signer = z.output<typeof Signer>;
export type NewSigner = Pick<Signer, 'role' | 'name' | 'office' | 'institution'>;

export function signersOf(client: Client, { agencyId, ceremonyId }: Where, draft: number): Promise<Signer[]> {
  return many(client, sql.signers, { agencyId, ceremonyId, draft }, Signer);
}

const Version = z.object({
  version: z.number(),
  draft: z.number(),
  receipt: z.string(),
  marks: z.number(),
  sealedBy: z.string(),
  sealedAt: z.date(),
  tookMs: z.number(),
});
/** One sealed version of the minutes. */
export type Version = z.output<typeof Version>;

/** Newest first. */
export function versionsOf(client: Client, { agencyId, ceremonyId }: Where): Promise<Version[]> {
  return many(client, sql.versions, { agencyId, ceremonyId }, Version);
}

/** When the last pact was signed that a version of this moment counts; null where nobody had signed. */
export async function lastSignature(client: Client, where: Where, until: Date): Promise<Date | null> {
  const row = z.object({ signedAt: z.date().nullable() });
  return (await one(client, sql.lastSignature, { ...where, until }, row)).signedAt;
}
