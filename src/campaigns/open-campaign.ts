import type { ClientBase } from 'pg';
import { z } from 'zod';
import { agencyOn } from '../agencies/index.ts';
import { type Client, exec, one } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { dateIn } from '../platform/format.ts';
import { Refusal } from '../platform/refusal.ts';
import { tallyOpening } from '../tally/index.ts';
import { CATEGORIES, type Campaign, type Category, sql } from './campaign.ts';
import { holdCampaign } from './hold.ts';

/** Who must sign: these categories in these units and all below them; null: the whole institution. */
export interface AudienceChoice {
  agencyId: string;
  categories: readonly Category[];
  unitIds: readonly string[] | null;
}

export interface Opening extends AudienceChoice {
  campaignId: string;
  by: string;
}

/**
 * Opens the campaign and writes down who must sign, as the roster stands at this moment, in one transaction: call it
 * inside one. Later changes of the roster change nothing here.
 * @returns how many people must sign
 * @throws Refusal campaigns.alreadyOpen (409), campaigns.closed (409), campaigns.noPact, campaigns.deadlinePast,
 *   campaigns.noCategories, campaigns.unitUnknown, campaigns.audienceEmpty
 */
export async function openCampaign(client: ClientBase, opening: Opening, now: Date): Promise<number> {
  const { agencyId, campaignId, by } = opening;
  refuseUnready(await holdCampaign(client, agencyId, campaignId), now);
  const who = await checkedChoice(client, opening);
  const { zone } = await agencyOn(client, agencyId, null);
  const { name: employer } = await agencyOn(client, agencyId, dateIn(now, zone));
  const size = await exec(client, sql.snapshotAudience, { ...who, campaignId, employer });
  if (size === 0) throw new Refusal('campaigns.audienceEmpty');
  if ((await exec(client, sql.addOpening, { ...who, campaignId, size, by, now })) === 0)
    throw new Refusal('campaigns.alreadyOpen', 409);
  await tallyOpening(client, agencyId, campaignId);
  const data = { categories: who.categories, unitIds: who.unitIds, audienceSize: size };
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'campaign.opened',
    subject: campaignId,
    data,
  });
  return size;
}

/** How many people the choice means today, to be shown before it is confirmed. @throws Refusal as openCampaign */
export async function countAudience(client: Client, choice: AudienceChoice): Promise<number> {
  const who = await checkedChoice(client, choice);
  return (await one(client, sql.countAudience, who, z.object({ size: z.number() }))).size;
}

/** What keeps a campaign from being opened now. @throws Refusal */
export function refuseUnready(campaign: Campaign, now: Date): void {
  if (campaign.state === 'open') throw new Refusal('campaigns.alreadyOpen', 409);
  if (campaign.state === 'closed') throw new Refusal('campaigns.closed', 409);
  if (!campaign.pact) throw new Refusal('campaigns.noPact');
  if (campaign.deadline <= now) throw new Refusal('campaigns.deadlinePast');
}

async function checkedChoice(client: Client, { agencyId, categories, unitIds }: AudienceChoice) {
  const known = CATEGORIES.filter((category) => categories.includes(category));
  if (known.length === 0 || known.length !== new Set(categories).size)
    throw new Refusal('campaigns.noCategories');
  if (unitIds === null) return { agencyId, categories: known, unitIds };
  const chosen = [...new Set(unitIds)].sort();
  const found = await one(
    client,
    sql.knownUnits,
    { agencyId, unitIds: chosen },
    z.object({ known: z.number() }),
  );
  if (chosen.length === 0 || found.known !== chosen.length) throw new Refusal('campaigns.unitUnknown');
  return { agencyId, categories: known, unitIds: chosen };
}
