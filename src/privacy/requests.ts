import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, maybe, one, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';
import sqlText from './requests.sql';

const sql = queries(sqlText);

export const LONGEST = 500;
/** Of one person, waiting at once. */
const MOST_OPEN = 5;

/** The clock of requests and of breaches, as far as known: see `docs/operations/privacy.md`. */
export const CLOCK_MS = 3 * 24 * 3_600_000;

/** What somebody says is wrong about them. @throws Refusal privacy.noWords, privacy.tooLong, privacy.manyOpen */
export async function askCorrection(
  client: ClientBase,
  asked: { agencyId: string; campaignId: string; personId: string; what: string },
  now: Date,
): Promise<void> {
  const { agencyId, personId, campaignId, what } = asked;
  if (what === '') throw new Refusal('privacy.noWords');
  if (what.length > LONGEST) throw new Refusal('privacy.tooLong');
  const { count } = await one(
    client,
    sql.openRequests,
    { agencyId, personId },
    z.object({ count: z.number() }),
  );
  if (count >= MOST_OPEN) throw new Refusal('privacy.manyOpen', 409);
  await exec(client, sql.addRequest, { agencyId, id: newId(now), personId, campaignId, what, now });
  const actor = `person:${personId}`;
  await happened(client, { agencyId, at: now, actor, kind: 'privacy.asked', subject: personId });
}

const Request = z.object({
  ...{ id: z.string(), personId: z.string(), name: z.string(), what: z.string(), askedAt: z.date() },
  ...{ outcome: z.enum(['done', 'refused']).nullable(), reason: z.string().nullable() },
  ...{ recordNote: z.string().nullable(), answeredAt: z.date().nullable(), signed: z.boolean() },
});
export type PersonRequest = z.output<typeof Request>;

/** Those that wait first, the newest first. */
export function requestsAt(client: Client, agencyId: string): Promise<PersonRequest[]> {
  return many(client, sql.requests, { agencyId }, Request);
}

/**
 * Done or refused, once, with words that the person reads. `recordNote` stands beside a sealed record, which nobody can
 * correct.
 * @throws Refusal privacy.unknown (404), privacy.noReason, privacy.answeredBefore (409)
 */
export async function answerRequest(
  client: ClientBase,
  answer: { agencyId: string; id: string; outcome: string; reason: string; recordNote: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, id, reason, by } = answer;
  const request = await maybe(client, sql.requestOf, { agencyId, id }, z.object({ personId: z.string() }));
  if (!request) throw new Refusal('privacy.unknown', 404);
  if (reason === '') throw new Refusal('privacy.noReason');
  const outcome = answer.outcome === 'done' ? 'done' : 'refused';
  const recordNote = answer.recordNote === '' ? null : answer.recordNote;
  const added = await exec(client, sql.answer, { agencyId, id, outcome, reason, recordNote, by, now });
  if (added === 0) throw new Refusal('privacy.answeredBefore', 409);
  const event = { agencyId, at: now, actor: by, kind: 'privacy.answered', subject: request.personId };
  await happened(client, { ...event, data: { kind: outcome } });
}

const Hold = z.object({
  ...{ id: z.string(), personId: z.string(), name: z.string(), reason: z.string(), heldAt: z.date() },
});
export type Hold = z.output<typeof Hold>;

export function holdsAt(client: Client, agencyId: string): Promise<Hold[]> {
  return many(client, sql.holds, { agencyId }, Hold);
}

/** @throws Refusal privacy.noReason, agencies.personUnknown (404) */
export async function addHold(
  client: ClientBase,
  hold: { agencyId: string; personId: string; reason: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, personId, by, reason } = hold;
  if (reason === '') throw new Refusal('privacy.noReason');
  const added = await exec(client, sql.addHold, { ...hold, id: newId(now), now });
  if (added === 0) throw new Refusal('agencies.personUnknown', 404);
  await happened(client, { agencyId, at: now, actor: by, kind: 'privacy.held', subject: personId });
}

/** @throws Refusal privacy.noReason, privacy.unknown (404) */
export async function endHold(
  client: ClientBase,
  ending: { agencyId: string; id: string; reason: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, id, by, reason } = ending;
  if (reason === '') throw new Refusal('privacy.noReason');
  if ((await exec(client, sql.endHold, { ...ending, now })) === 0) throw new Refusal('privacy.unknown', 404);
  await happened(client, { agencyId, at: now, actor: by, kind: 'privacy.holdEnded', subject: id });
}

const Erased = z.object({
  ...{ personId: z.string(), why: z.enum(['asked', 'period', 'court', 'mistake']), requestId: z.string() },
  ...{ erasedAt: z.date(), counts: z.record(z.string(), z.number()) },
});
export type ErasedPerson = z.output<typeof Erased>;

export function erasuresAt(client: Client, agencyId: string): Promise<ErasedPerson[]> {
  return many(client, sql.erasures, { agencyId }, Erased);
}
