import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, one, type Query } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { tallyFacts } from '../tally/index.ts';
import { audiencePerson } from './audience.ts';
import { sql } from './campaign.ts';
import { checkLine } from './check-campaign.ts';
import { campaignOf } from './find-campaign.ts';
import { refuseProblems } from './problem.ts';

interface AboutPerson {
  agencyId: string;
  campaignId: string;
  personId: string;
  by: string;
}

/**
 * Takes one person out of those who must sign, and says why.
 * @throws Refusal campaigns.noReason, campaigns.personUnknown (404), campaigns.closed (409), campaigns.alreadyExempt (409)
 */
export function exempt(
  client: ClientBase,
  given: AboutPerson & { reason: string },
  now: Date,
): Promise<void> {
  const { reason, ...about } = given;
  const event = { kind: 'campaign.exempted', twice: 'campaigns.alreadyExempt' };
  return record(client, sql.addExemption, { ...about, text: reason }, event, now);
}

/**
 * Writes down that one person refuses to sign, and what they or their superior said.
 * @throws Refusal campaigns.noReason, campaigns.personUnknown (404), campaigns.closed (409), campaigns.alreadyDeclined (409)
 */
export function decline(client: ClientBase, given: AboutPerson & { note: string }, now: Date): Promise<void> {
  const { note, ...about } = given;
  const event = { kind: 'campaign.declined', twice: 'campaigns.alreadyDeclined' };
  return record(client, sql.addDeclining, { ...about, text: note }, event, now);
}

async function record(
  client: ClientBase,
  query: Query | undefined,
  row: AboutPerson & { text: string },
  event: { kind: string; twice: string },
  now: Date,
): Promise<void> {
  const { agencyId, campaignId, personId, text, by } = row;
  if (text === '') throw new Refusal('campaigns.noReason');
  refuseProblems(checkLine('text', text, 1000));
  if ((await campaignOf(client, agencyId, campaignId)).state === 'closed')
    throw new Refusal('campaigns.closed', 409);
  if (!(await audiencePerson(client, agencyId, campaignId, personId)))
    throw new Refusal('campaigns.personUnknown', 404);
  if ((await exec(client, query, { ...row, now })) === 0) throw new Refusal(event.twice, 409);
  await tallyFacts(client, { agencyId, campaignId, persons: [personId] });
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: event.kind,
    subject: personId,
    data: { campaignId, text },
  });
}

const Row = z.object({
  exemptReason: z.string().nullable(),
  exemptAt: z.date().nullable(),
  declineNote: z.string().nullable(),
  declineAt: z.date().nullable(),
});

export interface Standing {
  exempted: { reason: string; at: Date } | null;
  declined: { note: string; at: Date } | null;
}

/** What was written down about one person of the audience; both null for most. */
export async function standingOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  personId: string,
): Promise<Standing> {
  const row = await one(client, sql.standing, { agencyId, campaignId, personId }, Row);
  const { exemptReason, exemptAt, declineNote, declineAt } = row;
  return {
    exempted: exemptReason !== null && exemptAt ? { reason: exemptReason, at: exemptAt } : null,
    declined: declineNote !== null && declineAt ? { note: declineNote, at: declineAt } : null,
  };
}
