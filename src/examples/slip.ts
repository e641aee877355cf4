import { campaignsOf } from '../campaigns/index.ts';
import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { slipsOf } from '../signing/index.ts';

/** A slip of somebody invented who has not signed yet, to try the phone page with; null where there is none. */
export async function exampleSlip(platform: Platform): Promise<{ name: string; code: string } | null> {
  const mine = (await campaignsOf(platform.pool, 'kalteng')).find(
    (campaign) => campaign.isExample && campaign.opening,
  );
  if (!mine) return null;
  const campaign = { agencyId: 'kalteng', campaignId: mine.id, unitIds: ['kalteng-1'], by: 'system:contoh' };
  const slips = await transaction(platform.pool, (client) => slipsOf(client, platform, campaign));
  const free = slips.find((slip) => !slip.signed);
  return free ? { name: free.name, code: free.code } : null;
}
