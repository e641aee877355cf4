import { createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { codeOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';

/**
 * Rounds of PBKDF2 over the unlock code: a tenth of a second on a computer, about one on a slow phone. The code has 60
 * random bits, so the rounds only add to what nobody can search anyway.
 */
export const ROUNDS = 600_000;

interface Device {
  agencyId: string;
  id: string;
}

/** What one device's pack and queue are kept under. Derived, never stored: a copy of the database opens nothing. */
export interface PackKey {
  /** 32 bytes: AES-256-GCM of pack and queue, HMAC of slip codes. */
  key: Buffer;
  /** 16 bytes. */
  salt: Buffer;
  /** XXXX-XXXX-XXXX, 12 Crockford characters, 60 bits. */
  unlock: string;
}

export function packKey(platform: Platform, { agencyId, id }: Device): PackKey {
  const derive = (what: string) =>
    createHmac('sha256', platform.secret('pack')).update(`ikrar/${what}/v1\n${agencyId}\n${id}`).digest();
  const unlock = codeOf(derive('pack-unlock'));
  return { key: derive('pack-key'), salt: derive('pack-salt').subarray(0, 16), unlock };
}

/** The key that the unlock code gives. */
export function unlockKey({ unlock, salt }: Pick<PackKey, 'unlock' | 'salt'>): Promise<Buffer> {
  return promisify(pbkdf2)(unlock.replaceAll('-', ''), salt, ROUNDS, 32, 'sha256');
}

/** The first 12 bytes of the HMAC of a slip's code, by which a device knows a slip and nobody reads the code there. */
export function slipMark(key: Buffer, code: string): string {
  return createHmac('sha256', key).update(code).digest().subarray(0, 12).toString('base64url');
}
