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
  container(attributes: Uint8Array, signature: Uint8Array): Buffer;
}

const SHA256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'));
const DATA = objectIdentifier('1.2.840.113549.1.7.1');
const SIGNED_DATA = objectIdentifier('1.2.840.113549.1.7.2');
const CONTENT_TYPE = objectIdentifier('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = objectIdentifier('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE_V2 = objectIdentifier('1.2.840.113549.1.9.16.2.47');
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
  const container = (attributes: Uint8Array, signature: Uint8Array) =>
    signedData(seal, parts, attributes, signature);
  return {
    reserve: container(template, Buffer.alloc(longest)).length,
    attributes(messageDigest) {
      const filled = Buffer.from(template);
      filled.set(messageDigest, hole);
      return filled;
    },
    container,
  };
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
  );
  const certificates = der(0xa0, ...[seal.certificate, ...seal.chain].sort(Buffer.compare));
  const content = sequence(smallInteger(1), setOf(SHA256), sequence(DATA), certificates, setOf(signer));
  return sequence(SIGNED_DATA, der(0xa0, content));
}
