import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { openSealed, sealTo } from './box.ts';
import { concat, fromText, randomBytes, SealError, toText, uint32, utf8 } from './bytes.ts';
import { RECOVERY, readCode } from './code.ts';
import { type Cost, derive, type Slow } from './slow.ts';

const VERSION = 1;
/** Of new wraps; each wrap carries its own, so that it may grow. */
const WRAP_COST: Cost = { memory: 65_536, passes: 3 };
const HIGHEST: Cost = { memory: 1_048_576, passes: 16 };

export type Way = 'passphrase' | 'passkey' | 'recovery' | 'escrow';

/** Whose seed: bound into every wrap, so that none opens in another's place. */
export interface Owner {
  agency: string;
  keyId: string;
}

/** A row of `key_wrap`: what its owner knows or holds opens it, nothing that the server has. */
export interface Wrap {
  way: Way;
  params: WrapParams;
  sealed: Uint8Array;
}

export type WrapParams =
  | { salt: string; memory: number; passes: number }
  /** A passkey's id, and what its PRF is asked, both base64url. */
  | { credential: string; salt: string }
  /** To whose key. */
  | { holder: string };

/** At least 12 characters, 6 of them different; a single word at least 16. What `WRAP_COST` is made for. */
export function isLongEnough(passphrase: string): boolean {
  const text = normal(passphrase);
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3);
  const { length } = [...text];
  return length >= (words.length === 1 ? 16 : 12) && new Set(text).size >= 6;
}

export async function wrapByPassphrase(
  seed: Uint8Array,
  owner: Owner,
  passphrase: string,
  slow: Slow,
): Promise<Wrap> {
  const salt = randomBytes(16);
  const key = await slow(utf8(normal(passphrase)), salt, WRAP_COST);
  const sealed = closed(seed, owner, 'passphrase', key);
  return { way: 'passphrase', params: { salt: toText(salt), ...WRAP_COST }, sealed };
}

/** @param words as `newCode(RECOVERY)` gave them. @throws SealError bad-code */
export async function wrapByWords(seed: Uint8Array, owner: Owner, words: string, slow: Slow): Promise<Wrap> {
  const salt = randomBytes(16);
  const sealed = closed(seed, owner, 'recovery', await slow(bitsOf(words), salt, WRAP_COST));
  return { way: 'recovery', params: { salt: toText(salt), ...WRAP_COST }, sealed };
}

/** @param prf 32 bytes of the passkey's PRF for `salt` */
export function wrapByPasskey(
  seed: Uint8Array,
  owner: Owner,
  passkey: { credential: string; salt: Uint8Array; prf: Uint8Array },
): Wrap {
  const sealed = closed(seed, owner, 'passkey', derive(passkey.prf, 'ikrar/staff-key/v1 passkey'));
  return { way: 'passkey', params: { credential: passkey.credential, salt: toText(passkey.salt) }, sealed };
}

/** For a colleague, who can then read what the owner can: only where the owner wants it. */
export async function wrapByEscrow(
  seed: Uint8Array,
  owner: Owner,
  holder: { keyId: string; publicKey: Uint8Array },
): Promise<Wrap> {
  const sealed = await sealTo(holder.publicKey, seed, escrowBound(owner, holder.keyId));
  return { way: 'escrow', params: { holder: holder.keyId }, sealed };
}

/** @throws SealError not-for-us: a wrong passphrase or wrong words; bad-code, bad-version */
export async function openWrap(
  wrap: Wrap,
  owner: Owner,
  secret: { passphrase: string } | { words: string } | { prf: Uint8Array },
  slow: Slow,
): Promise<Uint8Array> {
  return opened(wrap, owner, await keyOf(wrap, secret, slow));
}

/** @throws SealError not-for-us */
export async function openEscrow(
  wrap: Wrap,
  owner: Owner,
  holder: { keyId: string; privateKey: Uint8Array },
): Promise<Uint8Array> {
  const seed = await openSealed(holder.privateKey, wrap.sealed, escrowBound(owner, holder.keyId));
  if (seed.length !== 32) throw new SealError('not-for-us');
  return seed;
}

async function keyOf(
  { params }: Wrap,
  secret: Parameters<typeof openWrap>[2],
  slow: Slow,
): Promise<Uint8Array> {
  if ('prf' in secret) return derive(secret.prf, 'ikrar/staff-key/v1 passkey');
  if (!('memory' in params)) throw new SealError('not-for-us');
  // the server could ask for a cost at which the browser dies, never for one that gives the secret away
  const dear = params.memory > HIGHEST.memory || params.passes > HIGHEST.passes;
  if (dear || params.memory < 8) throw new SealError('bad-version');
  const known = 'words' in secret ? bitsOf(secret.words) : utf8(normal(secret.passphrase));
  return slow(known, fromText(params.salt), params);
}

function closed(seed: Uint8Array, owner: Owner, way: Way, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = chacha20poly1305(key, nonce, boundOf(owner, way));
  return concat(Uint8Array.of(VERSION), nonce, cipher.encrypt(seed));
}

function opened({ sealed, way }: Wrap, owner: Owner, key: Uint8Array): Uint8Array {
  if (sealed[0] !== VERSION) throw new SealError('bad-version');
  try {
    return chacha20poly1305(key, sealed.slice(1, 13), boundOf(owner, way)).decrypt(sealed.slice(13));
  } catch {
    throw new SealError('not-for-us');
  }
}

function boundOf({ agency, keyId }: Owner, way: Way): Uint8Array {
  const parts = ['ikrar/staff-key/v1 wrap', agency, keyId, way].map(utf8);
  return concat(...parts.flatMap((part) => [uint32(part.length), part]));
}

function escrowBound({ agency, keyId }: Owner, holder: string) {
  return { agency, case: keyId, purpose: 'wrap', from: `key:${keyId}`, to: `key:${holder}` } as const;
}

function bitsOf(words: string): Uint8Array {
  const read = readCode(words, RECOVERY);
  if (!('bits' in read)) throw new SealError('bad-code');
  return read.bits;
}

/** The same passphrase from every keyboard. */
function normal(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
}
