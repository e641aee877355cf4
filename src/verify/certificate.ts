import { type KeyObject, X509Certificate } from 'node:crypto';
import { sameBytes, view } from './bytes.ts';
import { childrenOf, contentOf, type Der, oidOf, readDer, tags } from './der.ts';
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
  publicKey: KeyObject;
  /** From basicConstraints; a path length of null is unlimited. */
  authority: { pathLength: number | null } | null;
  /** First byte of keyUsage, 0x80 = digitalSignature … 0x04 = keyCertSign; null if absent. */
  keyUsage: number | null;
  hasUnknownCritical: boolean;
  /** Node's reading of the same bytes: for the signature and the printable subject. */
  parsed: X509Certificate;
}

const oids = { keyUsage: '2.5.29.15', basicConstraints: '2.5.29.19' };
/** Critical extensions that put no limit on sealing documents beyond what is checked here. */
const harmlessCritical = new Set([oids.keyUsage, oids.basicConstraints, '2.5.29.32']);

/** @throws FormatError `bad-certificate` */
export function readCertificate(der: Uint8Array): Certificate {
  try {
    return read(der);
  } catch {
    throw new FormatError('bad-certificate');
  }
}

/** The certificates in PEM blocks, in order. @throws FormatError `bad-certificate` */
export function readPem(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new FormatError('bad-certificate');
  return blocks.map((block) => readCertificate(Buffer.from(block.replace(/-----[^-]+-----/g, ''), 'base64')));
}

/** Whether `issuer`'s key signed `certificate`; says nothing of what `issuer` may do. */
export function isSignedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!sameBytes(certificate.issuer, issuer.subject)) return false;
  try {
    return certificate.parsed.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function read(der: Uint8Array): Certificate {
  const [body, algorithm, , ...rest] = childrenOf(readDer(der), tags.sequence);
  const [version, serial, innerAlgorithm, issuer, validity, subject, , ...optional] = childrenOf(
    body,
    tags.sequence,
  );
  // Version 3 and no unique identifiers: 0xa0 then directly the extensions.
  contentOf(version, tags.context0);
  if (algorithm === undefined || innerAlgorithm === undefined || rest.length > 0) throw new Error('shape');
  if (!sameBytes(algorithm.raw, innerAlgorithm.raw) || optional.length > 1) throw new Error('shape');
  childrenOf(issuer, tags.sequence);
  childrenOf(subject, tags.sequence);
  const [notBefore, notAfter] = childrenOf(validity, tags.sequence).map(timeOf);
  const parsed = new X509Certificate(der);
  return {
    der,
    subject: (subject as Der).raw,
    issuer: (issuer as Der).raw,
    serial: contentOf(serial, tags.integer),
    notBefore: notBefore as Date,
    notAfter: notAfter as Date,
    publicKey: parsed.publicKey,
    ...readExtensions(optional[0]),
    parsed,
  };
}

function readExtensions(
  field: Der | undefined,
): Pick<Certificate, 'authority' | 'keyUsage' | 'hasUnknownCritical'> {
  const found: ReturnType<typeof readExtensions> = {
    authority: null,
    keyUsage: null,
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
