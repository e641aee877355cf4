import type { ClientBase } from 'pg';
import { z } from 'zod';
import { sameHand, sameHuman } from '../../access/index.ts';
import { type Client, exec, many, maybe, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import sqlText from './keeping.sql';

export const sql = queries(sqlText);

/** Why nothing of a case may be deleted, as codes: words could tell of people. */
export const HOLD_WHYS = ['court', 'criminal', 'audit', 'appeal', 'objection'] as const;
/** Why a case is deleted before its time. */
export const DELETION_WHYS = ['asked', 'court', 'mistake'] as const;

export const Standing = z.object({
  caseId: z.string(),
  arrivedOn: z.string(),
  closedOn: z.string().nullable(),
  keepDays: z.number(),
  dueOn: z.string().nullable(),
  held: z.boolean(),
  /** Two people decided so. */
  decided: z.enum(DELETION_WHYS).nullable(),
});
export type Standing = z.output<typeof Standing>;

const Hold = z.object({
  id: z.string(),
  why: z.enum(HOLD_WHYS),
  untilDay: z.string().nullable(),
  at: z.date(),
  byName: z.string().nullable(),
  endedAt: z.date().nullable(),
  over: z.boolean(),
});
export type Hold = z.output<typeof Hold>;

const Request = z.object({
  id: z.string(),
  why: z.enum(DELETION_WHYS),
  by: z.string(),
  at: z.date(),
  byName: z.string().nullable(),
  decision: z.enum(['approved', 'refused']).nullable(),
  decidedByName: z.string().nullable(),
});
export type DeletionRequest = z.output<typeof Request>;

interface Place {
  agencyId: string;
  caseId: string;
}

/** Null where the case is deleted. `today`: YYYY-MM-DD where the institution is. */
export function standingOf(client: Client, place: Place, today: string): Promise<Standing | null> {
  return maybe(client, sql.standing, { ...place, today }, Standing);
}

export function holdsOf(client: Client, place: Place, today: string): Promise<Hold[]> {
  return many(client, sql.holds, { ...place, today }, Hold);
}

export function requestsOf(client: Client, place: Place): Promise<DeletionRequest[]> {
  return many(client, sql.requests, { ...place }, Request);
}

export interface Doing extends Place {
  /** account:ID */
  by: string;
  today: string;
}

/** @throws Refusal keeping.holdWhy, keeping.holdUntil (422) */
export async function hold(
  client: ClientBase,
  doing: Doing & { why: string; until: string },
  now: Date,
): Promise<void> {
  const { agencyId, caseId, by, today } = doing;
  const why = HOLD_WHYS.find((one) => one === doing.why);
  if (!why) throw new Refusal('keeping.holdWhy');
  const untilDay = doing.until === '' ? null : doing.until;
  if (untilDay !== null && !(/^\d{4}-\d\d-\d\d$/.test(untilDay) && Date.parse(untilDay) > Date.parse(today)))
    throw new Refusal('keeping.holdUntil');
  const id = newRandomId();
  await exec(client, sql.addHold, { agencyId, caseId, id, why, untilDay, by, now });
  const data = { hold: id, why, until: untilDay };
  await recorded(client, { agencyId, caseId, at: now, actor: by, kind: 'case.held', data });
}

export async function endHold(client: ClientBase, doing: Doing & { id: string }, now: Date): Promise<void> {
  const { agencyId, caseId, by, id } = doing;
  if ((await exec(client, sql.endHold, { agencyId, caseId, id, by, now })) === 0) return;
  await recorded(client, {
    agencyId,
    caseId,
    at: now,
    actor: by,
    kind: 'case.holdEnded',
    data: { hold: id },
  });
}

/**
 * Asks that a case be deleted before its time. An open case goes by order of a court alone: nobody is to end one in
 * silence by deleting it.
 * @throws Refusal keeping.deletionWhy, keeping.open, keeping.held (422), keeping.asked (409)
 */
export async function askDeletion(
  client: ClientBase,
  doing: Doing & { why: string },
  now: Date,
): Promise<void> {
  const { agencyId, caseId, by, today } = doing;
  const why = DELETION_WHYS.find((one) => one === doing.why);
  if (!why) throw new Refusal('keeping.deletionWhy');
  const standing = await standingOf(client, { agencyId, caseId }, today);
  if (!standing) throw new Refusal('keeping.deleted', 409);
  if (standing.held) throw new Refusal('keeping.held');
  if (standing.closedOn === null && why !== 'court') throw new Refusal('keeping.open');
  const id = newRandomId();
  if ((await exec(client, sql.ask, { agencyId, caseId, id, why, by, now })) === 0)
    throw new Refusal('keeping.asked', 409);
  const data = { request: id, why };
  await recorded(client, { agencyId, caseId, at: now, actor: by, kind: 'case.deletionAsked', data });
}

/**
 * Attacker: one human with two accounts, or with the password of a colleague. Who asked may refuse, never approve.
 * @throws Refusal keeping.twoPeople, keeping.requestUnknown (422)
 */
export async function decideDeletion(
  client: ClientBase,
  doing: Doing & { id: string; decision: 'approved' | 'refused' },
  now: Date,
): Promise<void> {
  const { agencyId, caseId, by, id, decision } = doing;
  const asked = (await requestsOf(client, { agencyId, caseId })).find((request) => request.id === id);
  if (!asked || asked.decision !== null) throw new Refusal('keeping.requestUnknown');
  if (decision === 'approved' && !(await areTwo(client, agencyId, asked.by, by, now)))
    throw new Refusal('keeping.twoPeople');
  if ((await exec(client, sql.decide, { agencyId, caseId, id, decision, by, now })) === 0) return;
  const data = { request: id, decision };
  await recorded(client, { agencyId, caseId, at: now, actor: by, kind: 'case.deletionDecided', data });
}

async function areTwo(client: Client, agencyId: string, a: string, b: string, now: Date): Promise<boolean> {
  return !(await sameHuman(client, agencyId, a, b)) && !(await sameHand(client, agencyId, a, b, now));
}
