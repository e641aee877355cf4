import type { ClientBase } from 'pg';
import { z } from 'zod';
import { agencyOn } from '../../agencies/index.ts';
import { exec, many } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { dateIn } from '../../platform/format.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tallyAdded } from '../../tally/index.ts';
import { checkLine } from '../check-campaign.ts';
import { holdCampaign } from '../hold.ts';
import { refuseProblems } from '../problem.ts';
import { choiceOf, sql } from './difference.ts';

export interface Addition {
  agencyId: string;
  campaignId: string;
  persons: readonly string[];
  reason: string;
  by: string;
}

/**
 * Adds people of today's roster to those who must sign, after the opening: each with who, when and why, counted in the
 * same transaction. @returns how many were added; who is in already, or does not belong to the campaign, is not
 * @throws Refusal campaigns.noReason, campaigns.difference.nobody (422), campaigns.difference.notOpen (409)
 */
export async function addToAudience(client: ClientBase, addition: Addition, now: Date): Promise<number> {
  const { agencyId, campaignId, reason, by } = addition;
  if (reason === '') throw new Refusal('campaigns.noReason');
  refuseProblems(checkLine('reason', reason, 1000));
  if (addition.persons.length === 0) throw new Refusal('campaigns.difference.nobody', 422);
  const campaign = await holdCampaign(client, agencyId, campaignId);
  if (campaign.state !== 'open') throw new Refusal('campaigns.difference.notOpen', 409);
  const { zone } = await agencyOn(client, agencyId, null);
  const { name: employer } = await agencyOn(client, agencyId, dateIn(now, zone));
  const asked = { ...choiceOf(campaign), campaignId, employer, persons: addition.persons };
  const added = await many(client, sql.addAudience, asked, z.object({ personId: z.string() }));
  const persons = added.map(({ personId }) => personId);
  if (persons.length === 0) return 0;
  await exec(client, sql.addAdditions, { agencyId, campaignId, persons, reason, by, now });
  await tallyAdded(client, { agencyId, campaignId, persons });
  const data = { people: persons.length, reason };
  await happened(client, { agencyId, at: now, actor: by, kind: 'campaign.added', subject: campaignId, data });
  return persons.length;
}
