import { matchedRoutes } from 'hono/route';
import type { Ctx } from '../platform/http/visit.ts';
import { ALL_ACTIONS, actionAt } from './actions.ts';
import { requireFresh } from './fresh.ts';
import { overseerFor, ownerFor, staffFor } from './guard.ts';

/**
 * Default deny: before any page of staff runs, its address must stand in the table of actions and whoever asks must be
 * named there; and a page that answered without having called its guard answers nobody.
 * @throws Refusal access.signInFirst (401), access.notYours (403), ProofNeeded (401)
 */
export async function throughDoor(c: Ctx, next: () => Promise<void>): Promise<void> {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  if (!route) return next();
  const name = actionAt(route.method, route.path);
  const action = name && ALL_ACTIONS[name];
  if (!action) {
    if (/^\/(kerja|negeri)(\/|$)/.test(route.path))
      throw new Error(`No action: ${route.method} ${route.path}`);
    return next();
  }
  c.set('action', name);
  if ('open' in action) return next();
  if ('wide' in action) overseerFor(c, action);
  else if ('own' in action) ownerFor(c, action);
  else staffFor(c, action, agencyIn(c));
  if (action.fresh) requireFresh(c);
  await next();
  if (!c.get('guarded') && c.res.status < 400) throw new Error(`${name} was answered without its guard`);
}

/** The institution that an address of staff names. */
export function agencyIn(c: Ctx): string {
  return /^\/kerja\/([^/]+)/.exec(c.req.path)?.[1] ?? '';
}
