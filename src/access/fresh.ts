import type { Ctx } from '../platform/http/visit.ts';
import { Refusal } from '../platform/refusal.ts';

/** So long after a sign-in or another proof one may do what takes power. */
export const FRESH_MS = 10 * 60_000;

/** Who it is was proved too long ago. A page asked for leads to the proof and back; a form that was sent is kept by its tab. */
export class ProofNeeded extends Refusal {
  constructor() {
    super('access.proveAgain', 401);
    this.name = 'ProofNeeded';
  }
}

/**
 * Attacker: somebody at a screen that was left signed in, or with a session that was carried off.
 * @throws ProofNeeded
 */
export function requireFresh(c: Ctx): void {
  if (!c.get('visit').session?.fresh) throw new ProofNeeded();
}
