import { AEAD_ChaCha20Poly1305, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from '@panva/hpke-noble';
import { CipherSuite } from 'hpke';
import { concat, SealError, uint32, utf8 } from './bytes.ts';
import { pad, unpad } from './pad.ts';

/** HPKE (RFC 9180), base mode, in script alone: browsers without X25519 of their own, or on plain HTTP, have it too. */
const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_ChaCha20Poly1305);
const VERSION = 1;
const INFO = utf8('ikrar/sealed-report/v1');
const ENC = 32;

/** Raw X25519 keys, 32 bytes each. */
export interface KeyPair {
  privateKey: Uint8Array;
  publicKey: Uint8Array;
}

/** For what a text was sealed. Who opens it names the same: moved elsewhere in the database it does not open. */
export interface Bound {
  agency: string;
  case: string;
  purpose: 'access' | 'mailbox' | 'dialogue' | 'team' | 'own' | 'identity' | 'note' | 'wrap' | 'draft';
  /** `reporter`, `account:ID`, `key:ID` */
  from: string;
  /** `dialogue`, `team`, `reporter`, `key:ID` */
  to: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  return raw(await suite.GenerateKeyPair(true));
}

/** The same pair from the same 32 bytes or more of keying material (RFC 9180 section 7.1.3). */
export async function keyPairFrom(material: Uint8Array): Promise<KeyPair> {
  return raw(await suite.DeriveKeyPair(material, true));
}

/** Version byte, encapsulated key (32 bytes), ciphertext of the padded text. @throws SealError too-long */
export async function sealTo(publicKey: Uint8Array, plain: Uint8Array, bound: Bound): Promise<Uint8Array> {
  const to = await suite.DeserializePublicKey(publicKey);
  const { encapsulatedSecret, ciphertext } = await suite.Seal(to, pad(plain), {
    info: INFO,
    aad: aadOf(bound),
  });
  return concat(Uint8Array.of(VERSION), encapsulatedSecret, ciphertext);
}

/** @throws SealError not-for-us: another key, another purpose, or changed; bad-version, bad-padding */
export async function openSealed(
  privateKey: Uint8Array,
  sealed: Uint8Array,
  bound: Bound,
): Promise<Uint8Array> {
  if (sealed[0] !== VERSION) throw new SealError('bad-version');
  const key = await suite.DeserializePrivateKey(privateKey, true);
  const [secret, ciphertext] = [sealed.slice(1, 1 + ENC), sealed.slice(1 + ENC)];
  try {
    return unpad(await suite.Open(key, secret, ciphertext, { info: INFO, aad: aadOf(bound) }));
  } catch (error) {
    if (error instanceof SealError) throw error;
    throw new SealError('not-for-us');
  }
}

/** Each part with its length before it, so that no two bounds have the same bytes. */
function aadOf({ agency, case: caseId, purpose, from, to }: Bound): Uint8Array {
  const parts = [agency, caseId, purpose, from, to].map(utf8);
  return concat(...parts.flatMap((part) => [uint32(part.length), part]));
}

async function raw(pair: Awaited<ReturnType<typeof suite.GenerateKeyPair>>): Promise<KeyPair> {
  return {
    privateKey: await suite.SerializePrivateKey(pair.privateKey),
    publicKey: await suite.SerializePublicKey(pair.publicKey),
  };
}
