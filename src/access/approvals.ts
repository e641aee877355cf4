import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './approvals.sql';
import { HAND_DAYS, sameHand, sameHuman } from './humans.ts';

const sql = queries(sqlText);

/** What one person alone may not do. */
export const APPROVAL_KINDS = [
  'person.erase',
  'roster.export',
  'everything.export',
  'key.change',
  'token.write',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_HOURS = 24;

const Approval = z.object({
  id: z.string(),
  kind: z.enum(APPROVAL_KINDS),
  /** What exactly is wanted: an id, an address, or '*' for all of the institution. */
  subject: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string().nullable(),
  askedAt: z.date(),
  until: z.date(),
  decision: z.enum(['approved', 'refused']).nullable(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.date().nullable(),
  usedAt: z.date().nullable(),
});
export type Approval = z.output<typeof Approval>;

/** The newest first, at most 200. */
export function approvalsAt(client: Client, agencyId: string): Promise<Approval[]> {
  return many(client, sql.requests, { agencyId, id: null }, Approval);
}

/** @throws Refusal access.approvalUnknown (404) */
export async function approvalOf(client: Client, agencyId: string, id: string): Promise<Approval> {
  const [found] = await many(client, sql.requests, { agencyId, id }, Approval);
  if (!found) throw new Refusal('access.approvalUnknown', 404);
  return found;
}

export interface Asking {
  agencyId: string;
  kind: ApprovalKind;
  subject: string;
  reason: string;
  by: string;
}

/** @returns the request's id. @throws Refusal access.approvalReason */
export async function askApproval(client: ClientBase, asking: Asking, now: Date): Promise<string> {
  const { agencyId, kind, subject, by } = asking;
  const reason = asking.reason.trim();
  if (reason === '' || reason.length > 500) throw new Refusal('access.approvalReason');
  if (subject === '' || subject.length > 300) throw new Refusal('access.approvalSubject');
  const id = newId(now);
  const until = new Date(now.getTime() + APPROVAL_HOURS * 3_600_000);
  await exec(client, sql.ask, { agencyId, id, kind, subject, reason, by, now, until });
  await happened(client, {
    ...{ agencyId, at: now, actor: by, kind: 'approval.asked', subject: id },
    data: { what: kind, of: subject, reason },
  });
  return id;
}

export interface Deciding {
  agencyId: string;
  id: string;
  decision: 'approved' | 'refused';
  note: string;
  by: string;
}

/**
 * Attacker: one human with two accounts. Whoever asked may take a request back (refuse it), never approve it.
 * @throws Refusal access.approvalUnknown (404), access.approvalOver, access.sameHuman, access.sameHand (409)
 */
export async function decideApproval(client: ClientBase, deciding: Deciding, now: Date): Promise<void> {
  const { agencyId, id, decision, note, by } = deciding;
  const request = await approvalOf(client, agencyId, id);
  if (request.until <= now) throw new Refusal('access.approvalOver', 409);
  if (decision === 'approved' && (await sameHuman(client, agencyId, request.askedBy, by)))
    throw new Refusal('access.sameHuman', 409);
  if (decision === 'approved' && (await sameHand(client, agencyId, request.askedBy, by, now)))
    throw new Refusal('access.sameHand', 409, { days: HAND_DAYS });
  const row = { agencyId, id, decision, note: note.trim().slice(0, 500) || null, by, now };
  if ((await exec(client, sql.decide, row)) === 0) throw new Refusal('access.approvalOver', 409);
  const kind = decision === 'approved' ? 'approval.approved' : 'approval.refused';
  const { kind: what, subject: of } = request;
  await happened(client, { agencyId, at: now, actor: by, kind, subject: id, data: { what, of } });
}

export interface Using {
  agencyId: string;
  kind: ApprovalKind;
  subject: string;
  /** This request and no other. */
  id?: string;
  by: string;
}

/**
 * Consumes, in the caller's transaction, one approved request of exactly this: it is undone with what it allowed. The two
 * are asked for again whether they are two, since an account may have been tied to its person in between.
 * @returns the request's id. @throws Refusal access.twoPersons (409)
 */
export async function useApproval(client: ClientBase, using: Using, now: Date): Promise<string> {
  const { agencyId, kind, subject, id: only = null, by } = using;
  const shape = z.object({ id: z.string(), askedBy: z.string(), decidedBy: z.string() });
  for (const { id, askedBy, decidedBy } of await many(
    client,
    sql.approved,
    { agencyId, kind, subject, id: only, now },
    shape,
  )) {
    if (await sameHuman(client, agencyId, askedBy, decidedBy)) continue;
    if ((await exec(client, sql.use, { agencyId, id, by, now })) === 0) continue;
    const data = { what: kind, of: subject };
    await happened(client, { agencyId, at: now, actor: by, kind: 'approval.used', subject: id, data });
    return id;
  }
  throw new Refusal('access.twoPersons', 409);
}
