import type { ActionName } from '../../../access/index.ts';
import { type Campaign, campaignOf, type Frame, frameOf, ownUnits } from '../../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead, type Plan, planOf } from '../../../ceremonies/index.ts';
import type { Ctx } from '../../../platform/http/visit.ts';
import type { Platform } from '../../../platform/platform.ts';

export interface DoorFrame extends Frame {
  head: CeremonyHead;
  campaign: Campaign;
  plan: Plan;
  /** Exactly these units; null: all. */
  unitIds: readonly string[] | null;
}

/** What every page of the door begins with. @throws Refusal 401, 403, 404 */
export async function doorFrame(c: Ctx, platform: Platform, action: ActionName): Promise<DoorFrame> {
  const { pool } = platform;
  const frame = await frameOf(c, platform, action);
  const head = await ceremonyHead(pool, frame.agency.id, c.req.param('ceremony') ?? '');
  const campaign = await campaignOf(pool, frame.agency.id, head.campaignId);
  const { plan } = await planOf(pool, frame.agency.id, head.id);
  return { ...frame, head, campaign, plan, unitIds: await ownUnits(pool, frame.staff) };
}
