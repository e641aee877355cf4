import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { ownerFile } from '../platform/files-owner.ts';
import {
  cosign,
  formatWitnessVkey,
  type NoteSignature,
  type WitnessKey,
  witnessKey,
} from '../verify/index.ts';

/** The witness itself: its public key, and the hand that cosigns. */
export interface OwnKey {
  key: WitnessKey;
  vkey: string;
  /** The cosignature of a checkpoint's text. `time`: seconds since 1970. */
  cosign(text: string, time: number): Promise<NoteSignature>;
}

/**
 * The key in `key.pem` of the directory, made where it is absent, readable by its owner only. Its name is kept in
 * `name`: a cosignature does not cover the name, so one key must never stand under two.
 * @throws Error if the key was made for another name; FormatError `bad-key` for a name that may not stand in a note
 */
export function ownKey(dir: string, name: string): OwnKey {
  witnessKey(name, new Uint8Array(32));
  const kept = ownerFile(join(dir, 'name'), () => `${name}\n`).trim();
  if (kept !== name) throw new Error(`the key in ${dir} belongs to the witness "${kept}", not "${name}"`);
  const pem = ownerFile(join(dir, 'key.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  const secret = createPrivateKey(pem);
  const raw = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-32);
  const key = witnessKey(name, new Uint8Array(raw));
  return {
    key,
    vkey: formatWitnessVkey(key),
    cosign: (text, time) => cosign(text, key, time, (bytes) => sign(null, bytes, secret)),
  };
}
