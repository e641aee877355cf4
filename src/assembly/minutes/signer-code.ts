import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { inFours } from '../../platform/codes.ts';
import { forAll, maybe, narrowTo } from '../../platform/db/index.ts';
import { codeOf } from '../../platform/ids.ts';
import { createLimiter } from '../../platform/limit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sql, type Where } from './minutes.ts';

/** One signer of one draft. */
export interface SignerPlace extends Where {
  draft: number;
  seq: number;
}

/** 12 Crockford characters, 60 bits, as XXXX-XXXX-XXXX. Derived, not stored: a copy of the database gives no code. */
export function signerCode(platform: Platform, { agencyId, ceremonyId, draft, seq }: SignerPlace): string {
  const mac = createHmac('sha256', platform.secret('minutes'))
    .update(`ikrar/minutes-signer/v1\n${agencyId}\n${ceremonyId}\n${draft}\n${seq}`)
    .digest();
  return codeOf(mac);
}

/** Under what a code is looked up. */
export function signerHash(platform: Platform, code: string): Buffer {
  return createHmac('sha256', platform.secret('minutes'))
    .update(`ikrar/minutes-signer-hash/v1\n${code}`)
    .digest();
}

const Place = z.object({
  agencyId: z.string(),
  ceremonyId: z.string(),
  draft: z.number(),
  seq: z.number(),
});

/** Wrong codes from one address: thirty, then one a second; 2^60 codes cannot be searched at that pace. */
const wrongCodes = createLimiter(30, 1000);

/** @throws Refusal minutes.noSuchCode (404), minutes.slowDown (429) */
export async function signerByCode(platform: Platform, typed: string, address: string): Promise<SignerPlace> {
  const code = inFours(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));
  const hash = code.length === 14 ? signerHash(platform, code) : null;
  const found = hash && (await forAll(() => maybe(platform.pool, sql.signerByCode, { hash }, Place)));
  if (found) narrowTo(found.agencyId);
  if (found) return found;
  if (!wrongCodes.take(address, platform.now())) throw new Refusal('minutes.slowDown', 429);
  throw new Refusal('minutes.noSuchCode', 404);
}
