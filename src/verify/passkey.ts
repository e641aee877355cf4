import { type KeyObject, verify } from 'node:crypto';
import { concat, fromUtf8, sameBytes, sha256 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { FormatError } from './format-error.ts';
import { fromBase64url, readP256 } from './p256.ts';
import type { ActEvidence, SealedRecord } from './record.ts';

export type PasskeyEvidence = Extract<ActEvidence, { kind: 'passkey' }>;

/** Whose yes to which text; a whole record is one of these. */
export interface PasskeySubject {
  agency: Pick<SealedRecord['agency'], 'id'>;
  campaign: Pick<SealedRecord['campaign'], 'id'>;
  text: Pick<SealedRecord['text'], 'id' | 'version' | 'digest'>;
  person: Pick<SealedRecord['person'], 'name' | 'idKind' | 'idNumber'>;
}

/** What an authenticator says beside its signature. */
export interface PasskeyUse {
  /** Uses of the key; always 0 where the key is copied between devices. */
  counter: number;
  /** The key may be on several devices of the person (WebAuthn: backup eligible). */
  synced: boolean;
}

/** The 32 bytes that the passkey signs for this text and person. `docs/formats/passkey.md` @throws FormatError */
export function passkeyChallenge(subject: PasskeySubject, nonce: string): Uint8Array {
  const { agency, campaign, text, person } = subject;
  const named = {
    agency: agency.id,
    campaign: campaign.id,
    nonce,
    person: { idKind: person.idKind, idNumber: person.idNumber, name: person.name },
    text: { digest: text.digest, id: text.id, version: text.version },
  };
  return sha256('ikrar/passkey/v1\n', canonicalJson(named));
}

/**
 * Checks an assertion as WebAuthn §7.2 says, from the sealed words alone: `address` is the page's, such as that of the
 * seal. Server and public checker both come here. @throws FormatError `passkey-*`, `not-canonical`
 */
export function requirePasskey(
  subject: PasskeySubject,
  evidence: PasskeyEvidence,
  address: string,
): PasskeyUse {
  const authenticatorData = fromBase64url(evidence.authenticatorData);
  const clientData = fromBase64url(evidence.clientData);
  const { origin, hostname } = siteOf(address);
  const said = readClientData(clientData);
  if (said.type !== 'webauthn.get') throw new FormatError('passkey-malformed', { at: 'type' });
  if (said.challenge !== base64url(passkeyChallenge(subject, evidence.nonce)))
    throw new FormatError('passkey-challenge');
  // Attacker: a page elsewhere, or one that shows ours in a frame, with the person's finger on the sensor.
  if (said.origin !== origin || said.crossOrigin === true || said.topOrigin !== undefined)
    throw new FormatError('passkey-origin');
  const use = readUse(authenticatorData, sha256(hostname));
  const signed = concat(authenticatorData, sha256(clientData));
  const key = readKey(fromBase64url(evidence.publicKey));
  if (!isSigned(signed, key, fromBase64url(evidence.signature))) throw new FormatError('passkey-signature');
  return use;
}

function readKey(spki: Uint8Array): KeyObject {
  const key = readP256(spki);
  if (!key) throw new FormatError('passkey-malformed', { at: 'publicKey' });
  return key;
}

function isSigned(signed: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify('sha256', signed, key, signature);
  } catch {
    return false;
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function siteOf(address: string): URL {
  if (!URL.canParse(address)) throw new FormatError('passkey-origin');
  return new URL(address);
}

function readClientData(bytes: Uint8Array): Record<string, unknown> {
  const text = fromUtf8(bytes);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {}
  throw new FormatError('passkey-malformed', { at: 'clientData' });
}

/** WebAuthn §6.1: hash of the site (32 bytes), flags, counter (4 bytes), extensions. */
function readUse(data: Uint8Array, site: Uint8Array): PasskeyUse {
  if (data.length < 37) throw new FormatError('passkey-malformed', { at: 'authenticatorData' });
  if (!sameBytes(data.subarray(0, 32), site)) throw new FormatError('passkey-origin');
  const flags = data[32] as number;
  const has = (bit: number) => (flags & bit) !== 0;
  if (!has(PRESENT) || !has(VERIFIED)) throw new FormatError('passkey-unverified-person');
  if (has(BACKED_UP) && !has(SYNCED)) throw new FormatError('passkey-malformed', { at: 'flags' });
  return { counter: Buffer.from(data).readUInt32BE(33), synced: has(SYNCED) };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const SYNCED = 0x08;
const BACKED_UP = 0x10;
