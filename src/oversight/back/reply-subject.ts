import { sha256 } from '@noble/hashes/sha2.js';
import { toText } from '../seal/index.ts';

/** For what a proof is made: what is sent, by its content. The same in the browser and on the server. */
export function replySubject(
  sent: { act: 'write'; sealed: Uint8Array } | { act: 'forget'; lookup: Uint8Array },
): string {
  const bytes = sent.act === 'write' ? sent.sealed : sent.lookup;
  return `${sent.act}:${toText(sha256(bytes))}`;
}
