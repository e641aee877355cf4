import { codeLetters } from '../../../platform/codes.ts';
import type { Pack, PackContents } from '../shapes.ts';
import { bound } from '../statement.ts';
import { fromText, toText, utf8 } from './bytes.ts';
import { openSealed, openText } from './seal.ts';

/** What a code has opened. In memory alone: a lock, a reload or a dead battery takes it away. */
export interface Opened {
  contents: PackContents;
  seal: CryptoKey;
  /** The same key for HMAC: slips, and marks by which a thing done twice is known. */
  mac: CryptoKey;
}

/** @throws where the code is another one */
export async function openPack(pack: Pack, code: string): Promise<Opened> {
  const salt = fromText(pack.salt);
  const typed = await crypto.subtle.importKey('raw', utf8(codeLetters(code)), 'PBKDF2', false, ['deriveKey']);
  const derived = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: pack.rounds },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  );
  const raw = await openSealed(derived, bound.key(pack.tablet, pack.rounds), pack.wrapped);
  const sealKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const mac = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return { contents: await contentsOf(pack, sealKey), seal: sealKey, mac };
}

/** A newer pack of the same tablet is under the same key. @throws where it is not */
export async function contentsOf({ tablet, expires, sealed }: Pack, key: CryptoKey): Promise<PackContents> {
  return JSON.parse(await openText(key, bound.pack(tablet, expires), sealed));
}

/** The first 12 bytes of the HMAC under the pack's key. */
export async function macOf({ mac }: Pick<Opened, 'mac'>, text: string): Promise<string> {
  return toText((await crypto.subtle.sign('HMAC', mac, utf8(text))).slice(0, 12));
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

/** A key of this device. Its private half cannot be read, by a page or from the disk by way of one. */
export async function makeDeviceKey(): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  return {
    privateKey: pair.privateKey,
    publicKey: toText(await crypto.subtle.exportKey('spki', pair.publicKey)),
  };
}

/** Raw ECDSA with SHA-256: 64 bytes. */
export async function signWith(key: CryptoKey, text: string): Promise<string> {
  return toText(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8(text)));
}
