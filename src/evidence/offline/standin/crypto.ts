import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { Bytes } from './bytes.ts';
import { p256, p384, p521 } from './curves.ts';
import { type Curve, readPoint, verifiesEcdsa } from './ecdsa.ts';
import { verifiesEddsa } from './eddsa.ts';
import { fromBytes } from './field.ts';
import { bitsOf, type RsaKey, verifiesRsa } from './rsa.ts';

/** The part of `node:crypto` that the checker uses, with its results; `createPublicKey` takes SPKI alone, DER or PEM. */

/** SHA-1 only to find the certificate that an older time stamp names (RFC 2634). */
const hashes = { sha1, sha256, sha384, sha512 } as const;

export function createHash(name: keyof typeof hashes) {
  const hash = hashes[name].create();
  return {
    update(data: string | Uint8Array) {
      hash.update(bytesOf(data));
      return this;
    },
    digest(): Bytes {
      return Bytes.from(hash.digest());
    },
  };
}

export function hash(name: keyof typeof hashes, data: string | Uint8Array): Bytes {
  return createHash(name).update(data).digest();
}

type Kind =
  | { type: 'ec'; curve: Curve; point: { x: bigint; y: bigint } }
  | { type: 'rsa'; rsa: RsaKey }
  | { type: 'ed25519'; raw: Uint8Array };

export class KeyObject {
  readonly type = 'public';
  readonly kind: Kind;
  readonly #spki: Uint8Array;

  constructor(kind: Kind, spki: Uint8Array) {
    this.kind = kind;
    this.#spki = spki;
  }

  get asymmetricKeyType(): string {
    return this.kind.type;
  }

  get asymmetricKeyDetails(): { namedCurve?: string; modulusLength?: number } {
    if (this.kind.type === 'ec') return { namedCurve: this.kind.curve.name };
    return this.kind.type === 'rsa' ? { modulusLength: bitsOf(this.kind.rsa.modulus) } : {};
  }

  export(): Bytes {
    return Bytes.from(this.#spki);
  }
}

/** SubjectPublicKeyInfo up to the key itself. */
const curveHeads: readonly (readonly [string, Curve])[] = [
  ['3059301306072a8648ce3d020106082a8648ce3d030107034200', p256],
  ['3076301006072a8648ce3d020106052b81040022036200', p384],
  ['30819b301006072a8648ce3d020106052b8104002303818600', p521],
];
const ed25519Head = '302a300506032b6570032100';
const rsaAlgorithm = '300d06092a864886f70d0101010500';

export function createPublicKey(given: { key: Uint8Array } | string): KeyObject {
  const key = typeof given === 'string' ? Bytes.from(given.split('\n')[1] ?? '', 'base64') : given.key;
  const kind = readKey(Bytes.from(key));
  if (kind === null) throw new Error('not a public key of a known kind');
  return new KeyObject(kind, Uint8Array.from(key));
}

interface Wrapped {
  key: KeyObject;
  dsaEncoding: 'ieee-p1363' | 'der';
}

export function verify(
  name: keyof typeof hashes | null,
  data: Uint8Array,
  given: KeyObject | Wrapped,
  signature: Uint8Array,
): boolean {
  const { key, dsaEncoding } = given instanceof KeyObject ? { key: given, dsaEncoding: 'der' } : given;
  const { kind } = key;
  if (kind.type === 'ed25519') return verifiesEddsa(kind.raw, data, signature);
  if (name === null) throw new Error('no hash');
  const digest = hashes[name](data);
  if (kind.type === 'rsa') return verifiesRsa(kind.rsa, name, digest, signature);
  const pair = dsaEncoding === 'der' ? readEcdsaValue(signature) : splitInTwo(signature, 2 * kind.curve.size);
  return pair !== null && verifiesEcdsa(kind.curve, kind.point, digest, pair[0], pair[1]);
}

function readKey(spki: Bytes): Kind | null {
  const text = spki.toString('hex');
  const [head, curve] = curveHeads.find(([start]) => text.startsWith(start)) ?? [];
  if (head !== undefined && curve !== undefined) {
    const point = readPoint(curve, spki.subarray(head.length / 2));
    return point && { type: 'ec', curve, point };
  }
  if (text.startsWith(ed25519Head) && spki.length === 44)
    return { type: 'ed25519', raw: spki.slice(ed25519Head.length / 2) };
  const [algorithm, bits] = contentsOf(contentsOf(spki)?.[0]?.content, 2) ?? [];
  if (algorithm === undefined || bits === undefined) return null;
  const isRsa = Bytes.from(algorithm.raw).toString('hex') === rsaAlgorithm && bits.content[0] === 0;
  const numbers = isRsa ? contentsOf(contentsOf(bits.content.subarray(1))?.[0]?.content, 2) : null;
  const [modulus, exponent] = (numbers ?? []).map(({ content }) => fromBytes(content));
  return modulus === undefined || exponent === undefined ? null : { type: 'rsa', rsa: { modulus, exponent } };
}

/** ECDSA-Sig-Value in DER and no other encoding, as OpenSSL takes it. */
function readEcdsaValue(der: Uint8Array): [bigint, bigint] | null {
  const [whole] = contentsOf(der, 1, 0x30) ?? [];
  const numbers = contentsOf(whole?.content, 2, 0x02);
  const [r, s] = numbers ?? [];
  if (r === undefined || s === undefined || !isPositive(r.content) || !isPositive(s.content)) return null;
  return [fromBytes(r.content), fromBytes(s.content)];
}

function splitInTwo(bytes: Uint8Array, length: number): [bigint, bigint] | null {
  const half = length / 2;
  return bytes.length === length
    ? [fromBytes(bytes.subarray(0, half)), fromBytes(bytes.subarray(half))]
    : null;
}

function isPositive([first = 0x80, second]: Uint8Array): boolean {
  return first < 0x80 && (first !== 0 || second === undefined || second >= 0x80);
}

interface Value {
  content: Uint8Array;
  raw: Uint8Array;
}

/** Exactly `count` values that fill the bytes, of one tag where it is given; null for anything else. */
function contentsOf(bytes: Uint8Array | undefined, count = 1, tag?: number): Value[] | null {
  const values: Value[] = [];
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const extra = (bytes[at + 1] ?? 0) >= 0x80 ? (bytes[at + 1] as number) - 0x80 : 0;
    const start = at + 2 + extra;
    const length =
      extra === 0 ? (bytes[at + 1] ?? Number.NaN) : Number(fromBytes(bytes.subarray(at + 2, start)));
    const shortest = extra === 0 || (length >= 0x80 && bytes[at + 2] !== 0);
    if ((tag !== undefined && bytes[at] !== tag) || extra > 3 || !shortest) return null;
    if (!(start + length <= bytes.length)) return null;
    values.push({ content: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) });
    at = start + length;
  }
  return values.length === count ? values : null;
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}
