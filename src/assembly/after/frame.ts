import type { ActionName } from '../../access/index.ts';
import { type Frame, frameOf, ownUnits } from '../../campaigns/index.ts';
import { type CeremonyHead, ceremonyHead } from '../../ceremonies/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';

/** A page about what follows a ceremony. */
export interface AfterFrame extends Frame {
  parent: CeremonyHead;
  /** The units of whoever asks, with all below them; null: all. */
  own: string[] | null;
  /** 'YYYY-MM-DD' at the place. */
  today: string;
}

/** @throws Refusal 401, 403, 404 */
export async function afterFrame(c: Ctx, platform: Platform, action: ActionName): Promise<AfterFrame> {
  const frame = await frameOf(c, platform, action);
  const parent = await ceremonyHead(platform.pool, frame.agency.id, c.req.param('ceremony') ?? '');
  const own = await ownUnits(platform.pool, frame.staff);
  return { ...frame, parent, own, today: dateIn(platform.now(), frame.agency.zone) };
}
