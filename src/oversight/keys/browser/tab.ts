import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concat, fromText, randomBytes, toText, utf8 } from '../../seal/index.ts';
import { derive } from '../../seal/slow.ts';

/**
 * What lies in the tab's storage is closed with a key that the server tells this session alone. Attacker: who sits down
 * at the same tab after its user signed out. Neither the server, which has no seed, nor the tab without it can open it.
 */
export function closedForTab(tab: string, of: string, seed: Uint8Array): string {
  const nonce = randomBytes(12);
  return toText(concat(nonce, cipher(tab, nonce, of).encrypt(seed)));
}

/** @throws Error for another session's */
export function openedForTab(tab: string, of: string, closed: string): Uint8Array {
  const bytes = fromText(closed);
  return cipher(tab, bytes.slice(0, 12), of).decrypt(bytes.slice(12));
}

function cipher(tab: string, nonce: Uint8Array, of: string) {
  return chacha20poly1305(derive(fromText(tab), 'ikrar/staff-key/v1 tab'), nonce, utf8(of));
}
