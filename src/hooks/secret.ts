import { createHmac, type KeyObject } from 'node:crypto';
import { base32 } from '../platform/ids.ts';

/** While a secret is replaced the one before it signs too, for so long. */
const BOTH_MS = 24 * 3_600_000;

export interface Serial {
  serial: number;
  since: Date;
}

/** The secret of a hook, derived from one of the installation: no table and no dump of one holds it. */
export function hookSecret(key: KeyObject, agencyId: string, hookId: string, serial: number): string {
  const text = ['ikrar/hook/v1', agencyId, hookId, serial].join('\n');
  const mac = createHmac('sha256', key).update(text).digest();
  return `ikh_${base32(mac.subarray(0, 25))}`;
}

/** Which serials sign now. @param newest the newest first */
export function signing([now, former]: readonly Serial[], at: Date): number[] {
  if (!now) return [];
  const both = former && at.getTime() < now.since.getTime() + BOTH_MS;
  return both ? [now.serial, former.serial] : [now.serial];
}
