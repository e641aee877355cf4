import { getConnInfo } from '@hono/node-server/conninfo';
import type { Ctx } from './visit.ts';

/** Where tries are counted: the direct peer; behind a proxy all share one bucket, which errs on refusing. */
export function addressOf(c: Ctx): string {
  const hasSocket = Boolean((c.env as { incoming?: unknown } | undefined)?.incoming);
  return (hasSocket && getConnInfo(c).remote.address) || 'unknown';
}
