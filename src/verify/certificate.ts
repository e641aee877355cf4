import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { fromBase64, hex, sameBytes, view } from './bytes.ts';
import { broken, childrenOf, contentOf, type Der, oidOf, readDer, tags } from './der.ts';
import { distinguishedName } from './distinguished-name.ts';
import { FormatError } from './format-error.ts';

/** An X.509 certificate (RFC 5280), as far as the chain rules need it. */
export interface Certificate {
  der: Uint8Array;
  /** Encoded names, compared byte for byte. */
  subject: Uint8Array;
  issuer: Uint8Array;
  /** Content of the INTEGER. */
  serial: Uint8Array;
  notBefore: Date;
  notAfter: Date;
  /** Null for a kind of key that no seal and no authority may have. */
  publicKey: KeyObject | null;
  /** From basicConstraints; a path length of null is unlimited. */
  authority: { pathLength: number | null } | null;
  /** First byte of keyUsage, 0x80 = digitalSignature … 0x04 = keyCertSign; null if absent. */
  keyUsage: number | null;
  /** Purposes; null if the certificate does not limit them. */
  extendedKeyUsage: { critical: boolean; purposes: string[] } | null;
  /** Other than those read here. */
  hasUnknownCritical: boolean;
  /** The subject for people: `O=…, CN=…`. */
  name: string;
  /** What the issuer signed, how, and the signature value. */
  signed: { bytes: Uint8Array; algorithm: string; signature: Uint8Array };
}

const oids = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19', extendedKeyUsage: '2.5.29.37' };
/** Critical extensions that put no limit on sealing documents beyond what is checked here. */
const harmlessCritical = new Set([...Object.values(oids), '2.5.29.32']);

/** AlgorithmIdentifiers, whole (RFC 5758 §3.2, RFC 4055 §5): the hash, and the kind of key that it goes with. */
const signatureAlgorithms: Record<string, readonly [hash: string, key: string]> = {
  '300a06082a8648ce3d040302': ['sha256', 'ec'],
  '300a06082a8648ce3d040303': ['sha384', 'ec'],
  '300a06082a8648ce3d040304': ['sha512', 'ec'],
  '300d06092a864886f70d01010b0500': ['sha256', 'rsa'],
  '300d06092a864886f70d01010c0500': ['sha384', 'rsa'],
  '300d06092a864886f70d01010d0500': ['sha512', 'rsa'],
};
/** AlgorithmIdentifiers of public keys (RFC 5480 §2.1.1, RFC 3279 §2.3.1). A point of a curve must be uncompressed. */
const rsaKey = '300d06092a864886f70d0101010500';
const curvePoints: Record<string, number> = {
  '301306072a8648ce3d020106082a8648ce3d030107': 65,
  '301006072a8648ce3d020106052b81040022': 97,
  '301006072a8648ce3d020106052b81040023': 133,
};

/** @throws FormatError `bad-certificate` */
export function readCertificate(der: Uint8Array): Certificate {
  try {
    return read(der);
  } catch {
    throw new FormatError('bad-certificate');
  }
}

/** More than any chain can have. */
const mostCarried = 8;

/**
 * The certificates that a seal or a time stamp carries. Attacker: hundreds of them under one name, each of which would
 * be tried as the issuer of each. @throws FormatError `cms-structure` | `bad-certificate`
 */
export function readCarried(field: Der | undefined): Certificate[] {
  const carried = childrenOf(field, tags.context0);
  if (carried.length > mostCarried) throw broken('certificates');
  return carried.map(({ raw }) => readCertificate(raw));
}

/** The certificates in PEM blocks, in order. @throws FormatError `bad-certificate` */
export function readPem(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new FormatError('bad-certificate');
  return blocks.map((block) => readCertificate(derOf(block)));
}

/** Base64 in its one spelling, in lines of any length (RFC 7468): no two readers find another certificate in it. */
function derOf(block: string): Uint8Array {
  try {
    return fromBase64(block.replace(/-----[^-]+-----|\s/g, ''));
  } catch {
    throw new FormatError('bad-certificate');
  }
}

/** Whether `issuer`'s key signed `certificate`; says nothing of what `issuer` may do. */
export function isSignedBy({ issuer: name, signed }: Certificate, issuer: Certificate): boolean {
  const [hash, kind] = signatureAlgorithms[signed.algorithm] ?? [];
  const key = issuer.publicKey;
  if (key === null || key.asymmetricKeyType !== kind || !sameBytes(name, issuer.subject)) return false;
  try {
    return verify(hash, signed.bytes, key, signed.signature);
  } catch {
    return false;
  }
}

function read(der: Uint8Array): Certificate {
  const [body, algorithm, signature, ...rest] = childrenOf(readDer(der), tags.sequence);
  const [version, serial, innerAlgorithm, issuer, validity, subject, publicKey, ...optional] = childrenOf(
    body,
    tags.sequence,
  );
  // Version 3 and no unique identifiers: 0xa0 then directly the extensions.
  contentOf(version, tags.context0);
  if (algorithm === undefined || innerAlgorithm === undefined || rest.length > 0) throw new Error('shape');
  if (!sameBytes(algorithm.raw, innerAlgorithm.raw) || optional.length > 1) throw new Error('shape');
  childrenOf(issuer, tags.sequence);
  const [notBefore, notAfter] = childrenOf(validity, tags.sequence).map(timeOf);
  return {
    der,
    subject: (subject as Der).raw,
    issuer: (issuer as Der).raw,
    serial: contentOf(serial, tags.integer),
    notBefore: notBefore as Date,
    notAfter: notAfter as Date,
    publicKey: keyOf(publicKey),
    ...readExtensions(optional[0]),
    name: distinguishedName(subject),
    signed: { bytes: (body as Der).raw, algorithm: hex(algorithm.raw), signature: wholeBytes(signature) },
  };
}

/** The shape is checked here, so that no library's own leniency decides what a key is. */
function keyOf(field: Der | undefined): KeyObject | null {
  const [algorithm, bits] = childrenOf(field, tags.sequence);
  const kind = algorithm === undefined ? '' : hex(algorithm.raw);
  const value = wholeBytes(bits);
  const point = curvePoints[kind];
  if (point === undefined && kind !== rsaKey) return null;
  if (point !== undefined && (value.length !== point || value[0] !== 0x04)) throw new Error('point');
  if (point === undefined) requireTwoNumbers(readDer(value));
  return createPublicKey({ key: Buffer.from((field as Der).raw), format: 'der', type: 'spki' });
}

/** In bytes, about what FIPS 186-5 allows; it bounds the work. */
const longestExponent = 32;

/**
 * RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }, both positive, odd and in the fewest bytes. With
 * the exponent 1 anybody could sign.
 */
function requireTwoNumbers(key: Der): void {
  const numbers = childrenOf(key, tags.sequence).map((number) => contentOf(number, tags.integer));
  const proper = numbers.every((number) => {
    const [first = 0x80, second = 0] = number;
    return first < 0x80 && (first !== 0 || second >= 0x80) && ((number.at(-1) ?? 0) & 1) === 1;
  });
  const exponent = hex(numbers[1] ?? new Uint8Array());
  if (numbers.length !== 2 || !proper || exponent === '01' || exponent.length > 2 * longestExponent)
    throw new Error('rsa');
}

/** A BIT STRING without unused bits. */
function wholeBytes(bits: Der | undefined): Uint8Array {
  const content = contentOf(bits, tags.bitString);
  if (content[0] !== 0) throw new Error('bits');
  return content.subarray(1);
}

function readExtensions(
  field: Der | undefined,
): Pick<Certificate, 'authority' | 'keyUsage' | 'extendedKeyUsage' | 'hasUnknownCritical'> {
  const found: ReturnType<typeof readExtensions> = {
    authority: null,
    keyUsage: null,
    extendedKeyUsage: null,
    hasUnknownCritical: false,
  };
  if (field === undefined) return found;
  const [list] = childrenOf(field, tags.context3);
  for (const extension of childrenOf(list, tags.sequence)) {
    const parts = childrenOf(extension, tags.sequence);
    const oid = oidOf(parts[0]);
    const value = contentOf(parts.at(-1), tags.octetString);
    if (oid === oids.keyUsage) found.keyUsage = contentOf(readDer(value), tags.bitString)[1] ?? 0;
    if (oid === oids.basicConstraints) found.authority = authorityOf(readDer(value));
    if (oid === oids.extendedKeyUsage) {
      const purposes = childrenOf(readDer(value), tags.sequence).map(oidOf);
      found.extendedKeyUsage = { critical: parts.length === 3, purposes };
    }
    if (parts.length === 3 && !harmlessCritical.has(oid)) found.hasUnknownCritical = true;
  }
  return found;
}

/** BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL } */
function authorityOf(constraints: Der): Certificate['authority'] {
  const [isAuthority, length] = childrenOf(constraints, tags.sequence);
  if (isAuthority === undefined || isAuthority.tag !== 0x01 || isAuthority.content[0] !== 0xff) return null;
  return { pathLength: length === undefined ? null : (contentOf(length, tags.integer)[0] ?? 0) };
}

/** UTCTime until 2049, GeneralizedTime after; both in seconds with Z (RFC 5280 §4.1.2.5). */
function timeOf(value: Der): Date {
  const text = view(value.content).toString('latin1');
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const full = value.tag === tags.utcTime ? century + text : text;
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full);
  if (found === null) throw new Error('time');
  const [, year, month, day, hour, minute, second] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time.getTime())) throw new Error('time');
  return time;
}
