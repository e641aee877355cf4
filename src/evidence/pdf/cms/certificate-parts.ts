import { createHash, X509Certificate } from 'node:crypto';
import { readValues } from './der.ts';

/** What a signer's info says of its certificate (RFC 5280, 4.1). */
export interface CertificateParts {
  /** DER of the issuer's name. */
  readonly issuer: Buffer;
  /** DER INTEGER. */
  readonly serial: Buffer;
  /** SHA-256 of the whole certificate. */
  readonly digest: Buffer;
}

export function certificateParts(certificate: Uint8Array): CertificateParts {
  const body = readValues(readValues(readValues(certificate)[0]!.content)[0]!.content);
  const [, serial, , issuer] = body;
  if (body[0]?.tag !== 0xa0 || serial?.tag !== 0x02 || issuer?.tag !== 0x30)
    throw new Error('not a v3 certificate');
  return {
    issuer: issuer.whole,
    serial: serial.whole,
    digest: createHash('sha256').update(certificate).digest(),
  };
}

/** The most bytes a signature by this certificate's key can take. */
export function longestSignature(
  certificate: Uint8Array,
  algorithm: 'ecdsa-p256-sha256' | 'rsa-pkcs1-sha256',
): number {
  const key = new X509Certificate(certificate).publicKey;
  const details = key.asymmetricKeyDetails;
  if (algorithm === 'ecdsa-p256-sha256' && details?.namedCurve === 'prime256v1') return 72;
  if (algorithm === 'rsa-pkcs1-sha256' && details?.modulusLength) return details.modulusLength / 8;
  throw new Error(`certificate's key is not for ${algorithm}`);
}
