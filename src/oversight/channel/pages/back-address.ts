import type { Ctx } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';

/** Where the way back is, on the host by which somebody came: an onion address stays one. */
export function backAddress(c: Ctx): string {
  return `${new URL(c.req.url).host}${urls.reportBack}`;
}
