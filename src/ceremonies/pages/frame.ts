import type { ActionName } from '../../access/index.ts';
import { type Frame, frameOf } from '../../campaigns/index.ts';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CeremonyHead } from '../ceremony.ts';
import { ceremonyHead } from '../find-ceremony.ts';

/** A page of one ceremony: who asks first, then whether it exists. @throws Refusal 401, 403, 404 */
export async function ceremonyFrame(
  c: Ctx,
  platform: Platform,
  action: ActionName,
): Promise<Frame & { head: CeremonyHead }> {
  const frame = await frameOf(c, platform, action);
  return {
    ...frame,
    head: await ceremonyHead(platform.pool, frame.agency.id, c.req.param('ceremony') ?? ''),
  };
}
