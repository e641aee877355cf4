import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** Whose rows a transaction may see and write: one institution's, or (for the work of the house itself) all. */
type Reach = { readonly agencyId: string } | 'all' | null;

/**
 * A box, so that a request that learns its institution on the way (from a code) can say so once, for all that follows.
 * Invariant: every request has one (platform/http/app.tsx). What runs outside of any, commands and background rounds, is
 * the house's own work and reaches all.
 */
const boxes = new AsyncLocalStorage<{ reach: Reach }>();

/** Runs `work` with nothing in reach but tables without institutions; `narrowTo` may give it one. */
export function outOfReach<T>(work: () => T): T {
  return boxes.run({ reach: null }, work);
}

/** Runs `work` for one institution; the rows of others do not exist for it. */
export function forAgency<T>(agencyId: string, work: () => T): T {
  return boxes.run({ reach: { agencyId: checked(agencyId) } }, work);
}

/**
 * Runs `work` across all institutions: finding who holds a secret, publishing, the nation's figures. Attacker: whoever can
 * steer what is asked inside; it takes nothing from a visitor but what was checked.
 */
export function forAll<T>(work: () => T): T {
  return boxes.run({ reach: 'all' }, work);
}

/** From now on this request works for this institution, and for no other. */
export function narrowTo(agencyId: string): void {
  const box = boxes.getStore();
  if (box) box.reach = { agencyId: checked(agencyId) };
}

/** What a transaction on this pool begins with; empty where the database does not separate. */
export function reachSql(pool: pg.Pool): string {
  if (!separated.has(pool)) return '';
  const box = boxes.getStore();
  const reach = box ? box.reach : 'all';
  if (reach === 'all') return 'set local role ikrar_wide';
  return reach ? `set local ikrar.agency = '${reach.agencyId}'` : '';
}

const separated = new WeakSet<pg.Pool>();

/** The connections of this pool work as ikrar_app, to whom the policies apply (migration 0190). */
export function markSeparated(pool: pg.Pool): void {
  separated.add(pool);
}

/** It stands in a statement that takes no parameters. Attacker: an address with a quote in it. */
function checked(agencyId: string): string {
  if (!/^[\w.-]{1,100}$/.test(agencyId)) return '';
  return agencyId;
}
