import { createLimiter } from '../../../platform/limit.ts';
import { Refusal } from '../../../platform/refusal.ts';
import type { Signer } from './service.ts';

/**
 * Five tries for one person, then one in five minutes. Attacker: whoever found a slip and guesses its owner's
 * passphrase; and the owner, whom the provider locks out after too many.
 */
const tries = createLimiter(5, 300_000);

/** What the form gave, where it can be sent at all. @throws Refusal bsre.badNik, bsre.noPassphrase, bsre.slowDown (429) */
export function requireSigner({ nik, passphrase }: Signer, person: string, now: Date): Signer {
  const digits = nik.replace(/[\s.-]/g, '');
  if (!/^\d{16}$/.test(digits)) throw new Refusal('bsre.badNik');
  if (passphrase === '' || passphrase.length > 200) throw new Refusal('bsre.noPassphrase');
  if (!tries.take(person, now)) throw new Refusal('bsre.slowDown', 429);
  return { nik: digits, passphrase };
}
