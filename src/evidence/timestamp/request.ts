import { der, nothing, objectIdentifier, octets, sequence, smallInteger } from '../pdf/cms/der.ts';

const SHA256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), nothing());
const TRUE = der(0x01, Uint8Array.of(0xff));

/**
 * TimeStampReq (RFC 3161 §2.4.1) for a SHA-256 digest, asking for the authority's certificates in the token.
 * `nonce`: content of a positive INTEGER.
 */
export function timestampRequest(digest: Uint8Array, nonce: Uint8Array, policy?: string): Buffer {
  const imprint = sequence(SHA256, octets(digest));
  const asked = policy ? [objectIdentifier(policy)] : [];
  return sequence(smallInteger(1), imprint, ...asked, der(0x02, nonce), TRUE);
}

/** TimeStampResp around a token, as `openssl ts` and others read it from a file. */
export function timestampResponse(token: Uint8Array): Buffer {
  return sequence(sequence(smallInteger(0)), token);
}
