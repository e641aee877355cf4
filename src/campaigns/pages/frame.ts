import { type ActionName, guard, type Staff } from '../../access/index.ts';
import { type Agency, agencyOn } from '../../agencies/index.ts';
import type { FieldErrors } from '../../platform/html/form.view.tsx';
import type { Ctx } from '../../platform/http/visit.ts';
import type { Lang } from '../../platform/i18n.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Campaign } from '../campaign.ts';
import { campaignOf } from '../find-campaign.ts';
import { fieldErrors } from '../problem.ts';

/** What every page of an institution begins with. */
export interface Frame {
  lang: Lang;
  staff: Staff;
  agency: Agency;
}

/** Checks who asks, then reads the institution. @throws Refusal 401, 403 */
export async function frameOf(c: Ctx, { pool }: Platform, action: ActionName): Promise<Frame> {
  const staff = guard(c, action);
  return { lang: c.get('visit').lang, staff, agency: await agencyOn(pool, staff.agencyId, null) };
}

/** The same for a page of one campaign. @throws Refusal 401, 403, 404 */
export async function campaignFrame(
  c: Ctx,
  platform: Platform,
  action: ActionName,
): Promise<Frame & { campaign: Campaign }> {
  const frame = await frameOf(c, platform, action);
  const campaign = await campaignOf(platform.pool, frame.agency.id, c.req.param('campaign') ?? '');
  return { ...frame, campaign };
}

/**
 * A refusal as the errors of the form that caused it.
 * @throws the error itself when it is none, or says that the person or the thing is the wrong one (401, 403, 404)
 */
export function formErrors(lang: Lang, error: unknown, at = ''): { errors: FieldErrors; status: 422 | 409 } {
  if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
  const problem = { field: at, code: error.code, params: error.params };
  return { errors: fieldErrors(lang, [problem]), status: error.status as 409 | 422 };
}
