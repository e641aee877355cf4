import type { ClientBase } from 'pg';
import { exec, many } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { type PledgeText, textDigest } from '../verify/index.ts';
import { type Campaign, sql, type TextKind, TextRow } from './campaign.ts';
import { checkLine } from './check-campaign.ts';
import { checkText } from './check-text.ts';
import { holdCampaign } from './hold.ts';
import { refuseProblems } from './problem.ts';

export interface NewText {
  agencyId: string;
  campaignId: string;
  kind: TextKind;
  text: PledgeText;
  draft: boolean;
  /** Where the words come from: the circular's attachment, "Ikrar's own draft". */
  source: string;
  by: string;
}

/**
 * Pins a new version. The same words as the current version, and as much a draft, change nothing.
 * @returns the version that is now current
 * @throws Refusal with the first problem of {@link checkText}; campaigns.textPinned (409) while the campaign is open and
 *   its text not withdrawn: what people are signing is never replaced under their hands; campaigns.closed (409)
 */
export async function addText(client: ClientBase, text: NewText, now: Date): Promise<number> {
  const { agencyId, campaignId, kind, draft, source, by } = text;
  refuseProblems([...checkText(text.text), ...checkLine('source', source, 1000)]);
  if (source === '') throw new Refusal('campaigns.textNoSource');
  const campaign = await holdCampaign(client, agencyId, campaignId);
  const digest = textDigest(text.text);
  const current = campaign[kind];
  if (current?.digest === digest && current.draft === draft) return current.version;
  refusePinned(campaign, kind);
  const { title, opener, points, closing, language } = text.text;
  const version = await nextVersion(client, text);
  const pinned = { agencyId, campaignId, kind, version, digest, draft, source, by, now };
  await exec(client, sql.addText, { ...pinned, title, opener, points, closing, language });
  const data = { kind, version, digest, draft, points: points.length };
  await happened(client, {
    agencyId,
    at: now,
    actor: by,
    kind: 'campaign.textAdded',
    subject: campaignId,
    data,
  });
  return version;
}

function refusePinned(campaign: Campaign, kind: TextKind): void {
  if (campaign.state === 'closed') throw new Refusal('campaigns.closed', 409);
  if (campaign.state === 'open' && campaign[kind]) throw new Refusal('campaigns.textPinned', 409);
}

async function nextVersion(client: ClientBase, { agencyId, campaignId, kind }: NewText): Promise<number> {
  const texts = await many(client, sql.texts, { agencyId, campaignId }, TextRow);
  return 1 + (texts.find((text) => text.kind === kind)?.version ?? 0);
}
