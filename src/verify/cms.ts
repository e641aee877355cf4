import { verify } from 'node:crypto';
import { concat, hex, sameBytes, sha256 } from './bytes.ts';
import { type Certificate, readCarried } from './certificate.ts';
import { broken, childrenOf, contentOf, type Der, oidOf, readDer, tags } from './der.ts';
import { FormatError } from './format-error.ts';

/** The CMS signed data of a seal (RFC 5652, CAdES as PAdES baseline B narrows it), with one signer. */
export interface Cms {
  /** The certificate that the signer information names. */
  signer: Certificate;
  /** All certificates carried, the signer's among them. */
  carried: Certificate[];
  /** The messageDigest attribute. */
  digest: Uint8Array;
  /** What is signed: the attributes as a DER SET. */
  signedBytes: Uint8Array;
  /** The certHash of signing-certificate-v2 (RFC 5035), SHA-256. */
  namedCertificate: Uint8Array;
  algorithm: 'ecdsa' | 'rsa';
  signature: Uint8Array;
  /** DER of a time stamp over the signature value, unread; null where the seal has none. */
  timestamp: Uint8Array | null;
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
};

/** AlgorithmIdentifiers, whole: SHA-256 with and without NULL (RFC 5754 §2 permits both). */
const sha256Algorithms = ['300b0609608648016503040201', '300d06096086480165030402010500'];
const signatureAlgorithms: Record<string, Cms['algorithm']> = {
  '300a06082a8648ce3d040302': 'ecdsa',
  '300d06092a864886f70d0101010500': 'rsa',
  '300d06092a864886f70d01010b0500': 'rsa',
};

/**
 * Reads a seal value. Strict, so that every byte is either checked here, signed, or part of a certificate of the
 * chain: no unsigned attribute but a time stamp, which is checked for itself; no revocation lists, no second signer.
 * @throws FormatError `cms-structure` | `cms-algorithm` | `cms-attribute` | `cms-signing-time` | `cms-unsigned-part` |
 *   `signer-missing` | `bad-certificate`
 */
export function parseCms(der: Uint8Array): Cms {
  const [type, wrapped, ...afterWrapped] = childrenOf(readDer(der), tags.sequence);
  if (oidOf(type) !== oids.signedData || afterWrapped.length > 0) throw broken('ContentInfo');
  const [signedData, ...others] = childrenOf(wrapped, tags.context0);
  if (others.length > 0) throw broken('ContentInfo');

  const [version, digests, content, certificates, signers, ...unsigned] = childrenOf(
    signedData,
    tags.sequence,
  );
  if (unsigned.length > 0) throw new FormatError('cms-unsigned-part');
  requireOne(version);
  requireOnlySha256(childrenOf(digests, tags.set));
  requireDetached(content);
  const carried = readCarried(certificates);
  const [signer, ...moreSigners] = childrenOf(signers, tags.set);
  if (moreSigners.length > 0) throw broken('signerInfos');
  return { carried, ...parseSigner(signer, carried) };
}

/**
 * That the signer's key made the signature, and that the signed attributes name this certificate and no other.
 * @throws FormatError `signing-certificate-mismatch` | `signature-mismatch`
 */
export function requireSignature(cms: Cms): void {
  const named = sha256(cms.signer.der);
  if (!sameBytes(named, cms.namedCertificate)) throw new FormatError('signing-certificate-mismatch');
  if (!isSigned(cms)) throw new FormatError('signature-mismatch');
}

/** That the seal holds the digest of this document. @throws FormatError `digest-mismatch` */
export function requireDigest(cms: Cms, documentDigest: Uint8Array): void {
  if (!sameBytes(cms.digest, documentDigest)) throw new FormatError('digest-mismatch');
}

function isSigned({ signer, algorithm, signedBytes, signature }: Cms): boolean {
  const key = signer.publicKey;
  if (key?.asymmetricKeyType !== (algorithm === 'ecdsa' ? 'ec' : 'rsa')) return false;
  try {
    return verify('sha256', signedBytes, key, signature);
  } catch {
    return false;
  }
}

function parseSigner(info: Der | undefined, carried: readonly Certificate[]): Omit<Cms, 'carried'> {
  const [version, name, digest, attributes, algorithm, signature, ...unsigned] = childrenOf(
    info,
    tags.sequence,
  );
  const timestamp = timestampOf(unsigned);
  requireOne(version);
  requireOnlySha256([digest]);
  const signer = namedSigner(name, carried);
  const kind = signatureAlgorithms[algorithm === undefined ? '' : hex(algorithm.raw)];
  if (kind === undefined) throw new FormatError('cms-algorithm');
  const parsed = parseAttributes(childrenOf(attributes, tags.context0), signer);
  // RFC 5652 §5.4: signed is the SET, not the context tag under which it is carried.
  const signedBytes = concat(Uint8Array.of(tags.set), (attributes as Der).raw.subarray(1));
  return {
    signer,
    algorithm: kind,
    signedBytes,
    signature: contentOf(signature, tags.octetString),
    timestamp,
    ...parsed,
  };
}

/** The only unsigned attribute that may be there (RFC 3161, appendix A). @throws FormatError `cms-unsigned-part` */
function timestampOf(unsigned: Der[]): Uint8Array | null {
  const [set, ...more] = unsigned;
  if (set === undefined) return null;
  if (more.length > 0 || set.tag !== tags.context1) throw new FormatError('cms-unsigned-part');
  const [attribute, ...others] = childrenOf(set, tags.context1);
  const [type, values, ...rest] = childrenOf(attribute, tags.sequence);
  if (oidOf(type) !== oids.timeStampToken || others.length > 0 || rest.length > 0)
    throw new FormatError('cms-unsigned-part');
  const [token, ...tokens] = childrenOf(values, tags.set);
  if (token === undefined || tokens.length > 0) throw new FormatError('cms-unsigned-part');
  return token.raw;
}

function parseAttributes(attributes: Der[], signer: Certificate): Pick<Cms, 'digest' | 'namedCertificate'> {
  const found = new Map<string, Der>();
  let previous = '';
  for (const attribute of attributes) {
    const [type, values, ...rest] = childrenOf(attribute, tags.sequence);
    const oid = oidOf(type);
    const [value, ...more] = childrenOf(values, tags.set);
    const single = value !== undefined && more.length === 0 && rest.length === 0 && !found.has(oid);
    // DER sorts a SET OF by encoding; lower-case hexadecimal keeps that order.
    if (!single || hex(attribute.raw) <= previous) throw new FormatError('cms-attribute', { attribute: oid });
    previous = hex(attribute.raw);
    found.set(oid, value);
  }
  if (found.has(oids.signingTime)) throw new FormatError('cms-signing-time');
  if (attributeOf(found, oids.contentType, oidOf) !== oids.data) throw attributeError(oids.contentType);
  return {
    digest: attributeOf(found, oids.messageDigest, (value) => contentOf(value, tags.octetString)),
    namedCertificate: attributeOf(found, oids.signingCertificateV2, (value) => certHashOf(value, signer)),
  };
}

/** SigningCertificateV2: the first ESSCertIDv2, with the default SHA-256, and an issuerSerial that fits if given. */
function certHashOf(value: Der, signer: Certificate): Uint8Array {
  const [first] = childrenOf(childrenOf(value, tags.sequence)[0], tags.sequence);
  const [certHash, issuerSerial, ...rest] = childrenOf(first, tags.sequence);
  if (rest.length > 0) throw broken('ESSCertIDv2');
  if (issuerSerial !== undefined) {
    const [names, serial] = childrenOf(issuerSerial, tags.sequence);
    const [directory] = childrenOf(names, tags.sequence);
    const [issuer] = childrenOf(directory, 0xa4);
    const fits = issuer !== undefined && sameBytes(issuer.raw, signer.issuer);
    if (!fits || !sameBytes(contentOf(serial, tags.integer), signer.serial)) throw broken('issuerSerial');
  }
  return contentOf(certHash, tags.octetString);
}

function attributeOf<T>(found: Map<string, Der>, oid: string, read: (value: Der) => T): T {
  const value = found.get(oid);
  if (value === undefined) throw attributeError(oid);
  try {
    return read(value);
  } catch {
    throw attributeError(oid);
  }
}

function attributeError(attribute: string): FormatError {
  return new FormatError('cms-attribute', { attribute });
}

/** IssuerAndSerialNumber only. */
function namedSigner(name: Der | undefined, carried: readonly Certificate[]): Certificate {
  const [issuer, serial] = childrenOf(name, tags.sequence);
  const signer = carried.find((certificate) => {
    return (
      issuer !== undefined &&
      sameBytes(certificate.issuer, issuer.raw) &&
      sameBytes(certificate.serial, contentOf(serial, tags.integer))
    );
  });
  if (signer === undefined) throw new FormatError('signer-missing');
  return signer;
}

function requireOne(version: Der | undefined): void {
  if (hex(contentOf(version, tags.integer)) !== '01') throw broken('version');
}

function requireOnlySha256(algorithms: (Der | undefined)[]): void {
  const [only, ...others] = algorithms;
  const known = only !== undefined && others.length === 0 && sha256Algorithms.includes(hex(only.raw));
  if (!known) throw new FormatError('cms-algorithm');
}

function requireDetached(content: Der | undefined): void {
  const [type, ...embedded] = childrenOf(content, tags.sequence);
  if (oidOf(type) !== oids.data || embedded.length > 0) throw broken('encapContentInfo');
}
