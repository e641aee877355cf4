import { take } from '../kit/objects.ts';
import { certificateParts, longestSignature } from './certificate-parts.ts';
import { der, nothing, objectIdentifier, octets, sequence, setOf, smallInteger } from './der.ts';
import type { SealCertificate } from './signer.ts';

/**
 * CMS SignedData (RFC 5652), detached, one signer, the attributes PAdES B-B asks for and no more
 * (ETSI EN 319 142-1, 6.3): content type, message digest, signing-certificate-v2 (RFC 5035). No signing time:
 * the claimed time stands in the signature dictionary.
 */
export interface Cms {
  /** The most bytes `container` can return. */
  readonly reserve: number;
  /** DER of the signed attributes as a SET: what is signed. */
  attributes(messageDigest: Uint8Array): Buffer;
  /**
   * Writes the container in hexadecimal, then zeros up to twice `reserve` digits, into `to` at `at`.
   * @throws Error when the signature is longer than the certificate's key allows
   */
  write(to: Buffer, at: number, messageDigest: Uint8Array, signature: Uint8Array): void;
}

const SHA256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'));
const DATA = objectIdentifier('1.2.840.113549.1.7.1');
const SIGNED_DATA = objectIdentifier('1.2.840.113549.1.7.2');
const CONTENT_TYPE = objectIdentifier('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = objectIdentifier('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE_V2 = objectIdentifier('1.2.840.113549.1.9.16.2.47');
const TIME_STAMP_TOKEN = objectIdentifier('1.2.840.113549.1.9.16.2.14');
const ALGORITHMS = {
  'ecdsa-p256-sha256': sequence(objectIdentifier('1.2.840.10045.4.3.2')),
  'rsa-pkcs1-sha256': sequence(objectIdentifier('1.2.840.113549.1.1.11'), nothing()),
};
const HOLE = Buffer.alloc(32, 0xa5);
const known = new WeakMap<SealCertificate, Cms>();

/** The builder for one certificate; its constant parts are made once. */
export function cmsFor(seal: SealCertificate): Cms {
  const found = known.get(seal) ?? compile(seal);
  known.set(seal, found);
  return found;
}

function compile(seal: SealCertificate): Cms {
  const parts = certificateParts(seal.certificate);
  const template = signedAttributes(parts, HOLE);
  const hole = template.indexOf(HOLE);
  const longest = longestSignature(seal.certificate, seal.algorithm);
  const reserve = signedData(seal, parts, template, Buffer.alloc(longest)).length;
  const forms: Form[] = [];
  return {
    reserve,
    attributes(messageDigest) {
      const filled = take(template.length);
      filled.set(template);
      filled.set(messageDigest, hole);
      return filled;
    },
    write(to, at, messageDigest, signature) {
      const { length } = signature;
      if (length > longest) throw new Error('signature is longer than the key allows');
      forms[length] ??= formOf(
        signedData(seal, parts, template, Buffer.alloc(length, 0x5a)),
        length,
        reserve,
      );
      const form = forms[length];
      form.digits.copy(to, at);
      to.write(hexOf(messageDigest), at + form.digestAt, 'latin1');
      to.write(hexOf(signature), at + form.signatureAt, 'latin1');
    },
  };
}

/**
 * The container with a time stamp over the signature value as its one unsigned attribute (RFC 3161, appendix A; PAdES
 * B-T). `token`: DER of the time-stamp token.
 */
export function stampedContainer(
  seal: SealCertificate,
  messageDigest: Uint8Array,
  signature: Uint8Array,
  token: Uint8Array,
): Buffer {
  const parts = certificateParts(seal.certificate);
  return signedData(seal, parts, signedAttributes(parts, messageDigest), signature, token);
}

/** The container for one length of signature, in hexadecimal, and where its two values go. */
interface Form {
  readonly digits: Buffer;
  readonly digestAt: number;
  readonly signatureAt: number;
}

/** The signature is the last value of the container. */
function formOf(container: Buffer, length: number, reserve: number): Form {
  const digits = Buffer.from(container.toString('hex').padEnd(2 * reserve, '0'), 'latin1');
  return {
    digits,
    digestAt: 2 * container.lastIndexOf(HOLE),
    signatureAt: 2 * (container.length - length),
  };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

type Parts = ReturnType<typeof certificateParts>;

function signedAttributes(parts: Parts, messageDigest: Uint8Array): Buffer {
  const generalNames = sequence(der(0xa4, parts.issuer));
  const identifier = sequence(octets(parts.digest), sequence(generalNames, parts.serial));
  return setOf(
    sequence(CONTENT_TYPE, setOf(DATA)),
    sequence(MESSAGE_DIGEST, setOf(octets(messageDigest))),
    sequence(SIGNING_CERTIFICATE_V2, setOf(sequence(sequence(identifier)))),
  );
}

/** Inside the signer's info the attributes carry the implicit tag [0] instead of SET (RFC 5652, 5.4). */
function signedData(
  seal: SealCertificate,
  parts: Parts,
  attributes: Uint8Array,
  signature: Uint8Array,
  token?: Uint8Array,
): Buffer {
  const tagged = Buffer.from(attributes);
  tagged[0] = 0xa0;
  const signer = sequence(
    smallInteger(1),
    sequence(parts.issuer, parts.serial),
    SHA256,
    tagged,
    ALGORITHMS[seal.algorithm],
    octets(signature),
    ...(token ? [der(0xa1, sequence(TIME_STAMP_TOKEN, setOf(token)))] : []),
  );
  const certificates = der(0xa0, ...[seal.certificate, ...seal.chain].sort(Buffer.compare));
  const content = sequence(smallInteger(1), setOf(SHA256), sequence(DATA), certificates, setOf(signer));
  return sequence(SIGNED_DATA, der(0xa0, content));
}
