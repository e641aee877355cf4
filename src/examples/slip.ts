import { transaction } from '../platform/db/index.ts';
import type { Platform } from '../platform/platform.ts';
import { slipsOf } from '../signing/index.ts';

/** A slip of somebody invented who has not signed yet, to try the phone page with; null where there is none. */
export async function exampleSlip(platform: Platform): Promise<{ name: string; code: string } | null> {
  const { rows } = await platform.pool.query(
    `select 1 from campaigns.campaign where agency_id = 'kalteng' and id = 'kalteng-pemilu-2024' and is_example`,
  );
  if (rows.length === 0) return null;
  const campaign = { agencyId: 'kalteng', campaignId: 'kalteng-pemilu-2024', unitIds: ['kalteng-1'], by: 'system:contoh' };
  const slips = await transaction(platform.pool, (client) => slipsOf(client, platform, campaign));
  const free = slips.find((slip) => !slip.signed);
  return free ? { name: free.name, code: free.code } : null;
}
