import { createHash, verify } from 'node:crypto';
import { concat, hex, sameBytes, sha256, view } from './bytes.ts';
import { type Certificate, readCarried } from './certificate.ts';
import { requireChain } from './chain.ts';
import { childrenOf, contentOf, type Der, oidOf, readDer, tags } from './der.ts';
import { FormatError } from './format-error.ts';

/** A time-stamp token (RFC 3161 §2.4.2), its signature not yet checked. `docs/formats/timestamp.md` */
export interface Timestamp {
  time: Date;
  /** Object identifier of the authority's policy. */
  policy: string;
  /** SHA-256 of what was stamped. */
  imprint: Uint8Array;
  /** Content of the INTEGER; null if the request gave none. */
  nonce: Uint8Array | null;
  /** The certificate that the signer information names. */
  signer: Certificate;
  /** All certificates carried, the signer's among them. */
  carried: Certificate[];
  /** What the authority signed and how. */
  signed: { attributes: Uint8Array; hash: Hash; key: 'ec' | 'rsa'; signature: Uint8Array };
}

type Hash = 'sha256' | 'sha384' | 'sha512';

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

/** Digests; their AlgorithmIdentifier is with or without NULL (RFC 5754 §2). */
const hashes: Record<string, Hash> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** The hash is null where the digest algorithm of the signer information decides (RFC 3370 §3.2). */
const signatureAlgorithms: Record<string, { key: 'ec' | 'rsa'; hash: Hash | null }> = {
  '1.2.840.113549.1.1.1': { key: 'rsa', hash: null },
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
};

/** The token in a TimeStampResp. @throws FormatError `timestamp-refused` | `timestamp-structure` */
export function timestampToken(response: Uint8Array): Uint8Array {
  return shaped(() => {
    const [info, token, ...rest] = childrenOf(readDer(response), tags.sequence);
    const status = hex(contentOf(childrenOf(info, tags.sequence)[0], tags.integer));
    // 0 granted, 1 granted with modifications.
    if (status !== '00' && status !== '01')
      throw new FormatError('timestamp-refused', { status: reasonOf(info) });
    if (token === undefined || rest.length > 0) throw wrong('TimeStampResp');
    return token.raw;
  });
}

/**
 * Reads a token, strictly: no unsigned attributes, no revocation lists, one signer.
 * @throws FormatError `timestamp-structure` | `timestamp-algorithm` | `bad-certificate` | `signer-missing`
 */
export function parseTimestamp(token: Uint8Array): Timestamp {
  return shaped(() => {
    const [type, wrapped, ...more] = childrenOf(readDer(token), tags.sequence);
    if (oidOf(type) !== oids.signedData || more.length > 0) throw wrong('ContentInfo');
    const [data, ...others] = childrenOf(wrapped, tags.context0);
    const [version, digests, content, certificates, signers, ...unsigned] = childrenOf(data, tags.sequence);
    if (others.length > 0 || unsigned.length > 0) throw wrong('SignedData');
    if (hex(contentOf(version, tags.integer)) !== '03') throw wrong('version');
    const info = contentOfToken(content);
    const carried = readCarried(certificates);
    const [signer, ...moreSigners] = childrenOf(signers, tags.set);
    if (moreSigners.length > 0) throw wrong('signerInfos');
    const [digest, ...moreDigests] = childrenOf(digests, tags.set);
    const read = readSigner(signer, carried, info);
    if (moreDigests.length > 0 || hashOf(digest) !== read.signed.hash) throw wrong('digestAlgorithms');
    return { ...readInfo(info), ...read, carried };
  });
}

/**
 * That the authority named in the token signed it, over exactly this digest. Says nothing of who the authority is.
 * @throws FormatError `timestamp-imprint` | `timestamp-signature`
 */
export function requireTimestamp(stamp: Timestamp, digest: Uint8Array): void {
  if (!sameBytes(stamp.imprint, digest)) throw new FormatError('timestamp-imprint');
  if (!isSigned(stamp)) throw new FormatError('timestamp-signature');
}

/**
 * That the authority leads to one of the roots, was valid at the time it gives, and is one for time stamps alone.
 * @throws FormatError `no-timestamp-roots` and those of `requireChain`
 */
export function requireAuthority(stamp: Timestamp, roots: readonly Certificate[]): Certificate[] {
  if (roots.length === 0) throw new FormatError('no-timestamp-roots');
  return requireChain(stamp.signer, stamp.carried, roots, stamp.time, 'timestamp');
}

function isSigned({ signer, signed }: Timestamp): boolean {
  const key = signer.publicKey;
  if (key?.asymmetricKeyType !== signed.key) return false;
  try {
    return verify(signed.hash, signed.attributes, key, signed.signature);
  } catch {
    return false;
  }
}

function contentOfToken(content: Der | undefined): Uint8Array {
  const [type, wrapped, ...rest] = childrenOf(content, tags.sequence);
  const [octets, ...more] = childrenOf(wrapped, tags.context0);
  if (oidOf(type) !== oids.tstInfo || rest.length > 0 || more.length > 0) throw wrong('encapContentInfo');
  return contentOf(octets, tags.octetString);
}

/** TSTInfo; accuracy, ordering, the authority's name and extensions are read past. */
function readInfo(info: Uint8Array): Pick<Timestamp, 'time' | 'policy' | 'imprint' | 'nonce'> {
  const [version, policy, imprint, serial, time, ...rest] = childrenOf(readDer(info), tags.sequence);
  if (hex(contentOf(version, tags.integer)) !== '01') throw wrong('TSTInfo');
  contentOf(serial, tags.integer);
  const [algorithm, digest, ...more] = childrenOf(imprint, tags.sequence);
  if (more.length > 0) throw wrong('messageImprint');
  if (hashOf(algorithm) !== 'sha256') throw new FormatError('timestamp-algorithm');
  const nonces = rest.filter(({ tag }) => tag === tags.integer);
  if (nonces.length > 1) throw wrong('nonce');
  return {
    time: timeOf(contentOf(time, tags.generalizedTime)),
    policy: oidOf(policy),
    imprint: contentOf(digest, tags.octetString),
    nonce: nonces[0]?.content ?? null,
  };
}

/** RFC 3161 §2.4.2: with seconds, Z, and a fraction without trailing zeros or none. */
function timeOf(content: Uint8Array): Date {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{0,8}[1-9])?Z$/.exec(
    view(content).toString('latin1'),
  );
  if (found === null) throw wrong('genTime');
  const [, year, month, day, hour, minute, second, fraction = ''] = found;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  if (Number.isNaN(time.getTime())) throw wrong('genTime');
  return time;
}

function readSigner(
  info: Der | undefined,
  carried: readonly Certificate[],
  content: Uint8Array,
): Pick<Timestamp, 'signer' | 'signed'> {
  const parts = childrenOf(info, tags.sequence);
  const [version, name, digest, attributes, algorithm, signature, ...unsigned] = parts;
  if (unsigned.length > 0 || hex(contentOf(version, tags.integer)) !== '01') throw wrong('SignerInfo');
  const hash = hashOf(digest);
  const method = methodOf(algorithm, hash);
  const signer = namedSigner(name, carried);
  requireAttributes(childrenOf(attributes, tags.context0), signer, createHash(hash).update(content).digest());
  const set = concat(Uint8Array.of(tags.set), (attributes as Der).raw.subarray(1));
  return {
    signer,
    signed: { attributes: set, hash, key: method, signature: contentOf(signature, tags.octetString) },
  };
}

/** All of them are signed, so others than these three (as the signing time) say what the authority says. */
function requireAttributes(attributes: Der[], signer: Certificate, digest: Uint8Array): void {
  const found = new Map<string, Der>();
  for (const attribute of attributes) {
    const [type, values] = childrenOf(attribute, tags.sequence);
    const [value, ...more] = childrenOf(values, tags.set);
    if (value === undefined || more.length > 0 || found.has(oidOf(type))) throw wrong('signedAttrs');
    found.set(oidOf(type), value);
  }
  if (oidOf(found.get(oids.contentType)) !== oids.tstInfo) throw wrong('contentType');
  if (!sameBytes(contentOf(found.get(oids.messageDigest), tags.octetString), digest))
    throw wrong('messageDigest');
  if (!namesCertificate(found, signer.der)) throw wrong('signingCertificate');
}

/** The first ESSCertID (SHA-1, RFC 2634 §5.4) or ESSCertIDv2 (RFC 5035 §3), whichever the token has. */
function namesCertificate(found: Map<string, Der>, certificate: Uint8Array): boolean {
  const [newer, older] = [found.get(oids.signingCertificateV2), found.get(oids.signingCertificate)];
  const [first] = childrenOf(childrenOf(newer ?? older, tags.sequence)[0], tags.sequence);
  const parts = childrenOf(first, tags.sequence);
  if (newer === undefined)
    return sameBytes(contentOf(parts[0], tags.octetString), createHash('sha1').update(certificate).digest());
  if (parts[0]?.tag === tags.octetString) return sameBytes(parts[0].content, sha256(certificate));
  const digest = createHash(hashOf(parts[0])).update(certificate).digest();
  return sameBytes(contentOf(parts[1], tags.octetString), digest);
}

function namedSigner(name: Der | undefined, carried: readonly Certificate[]): Certificate {
  const [issuer, serial] = childrenOf(name, tags.sequence);
  const number = contentOf(serial, tags.integer);
  const signer = carried.find((certificate) => {
    return (
      issuer !== undefined &&
      sameBytes(certificate.issuer, issuer.raw) &&
      sameBytes(certificate.serial, number)
    );
  });
  if (signer === undefined) throw new FormatError('signer-missing');
  return signer;
}

/** With NULL for RSA and without parameters for ECDSA (RFC 3370 §3.2, RFC 5754 §3.3). */
function methodOf(algorithm: Der | undefined, hash: Hash): 'ec' | 'rsa' {
  const [oid, parameters, ...rest] = childrenOf(algorithm, tags.sequence);
  const method = signatureAlgorithms[oidOf(oid)];
  const plain =
    (parameters === undefined ? '' : hex(parameters.raw)) === (method?.key === 'rsa' ? '0500' : '');
  if (method === undefined || !plain || rest.length > 0 || (method.hash ?? hash) !== hash)
    throw new FormatError('timestamp-algorithm');
  return method.key;
}

function hashOf(algorithm: Der | undefined): Hash {
  const [oid, parameters, ...rest] = childrenOf(algorithm, tags.sequence);
  const hash = hashes[oidOf(oid)];
  const plain = parameters === undefined || hex(parameters.raw) === '0500';
  if (hash === undefined || !plain || rest.length > 0) throw new FormatError('timestamp-algorithm');
  return hash;
}

/** The status, and the words beside it where there are any. */
function reasonOf(info: Der | undefined): string {
  const [status, text] = childrenOf(info, tags.sequence);
  const words = text?.tag === tags.sequence ? childrenOf(text, tags.sequence) : [];
  const said = words.map(({ content }) =>
    view(content)
      .toString('utf8')
      .replace(/\p{Cc}/gu, ' '),
  );
  return [hex(contentOf(status, tags.integer)), ...said].join(' ').slice(0, 200);
}

function shaped<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== 'cms-structure') throw error;
    throw wrong(error.params.at ?? '');
  }
}

function wrong(at: string): FormatError {
  return new FormatError('timestamp-structure', { at });
}
