import { X509Certificate } from 'node:crypto';
import type { SealCertificate } from '../pdf/index.ts';

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificate blocks of a PEM text, in order. */
export function pemBlocks(pem: string): string[] {
  return pem.match(BLOCK) ?? [];
}

/** A seal's public half from PEM: its certificate, then those between it and the root. @throws Error for another key */
export function sealCertificateOf(pem: string): SealCertificate {
  const [own, ...chain] = pemBlocks(pem).map((block) => new X509Certificate(block));
  if (!own) throw new Error('no certificate in the text');
  return {
    certificate: own.raw,
    chain: chain.map(({ raw }) => raw),
    algorithm: algorithmOf(own.publicKey),
  };
}

/** @throws Error unless it is P-256, or RSA of 2048 bits and more */
export function algorithmOf(key: X509Certificate['publicKey']): SealCertificate['algorithm'] {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ecdsa-p256-sha256';
  if (key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048) return 'rsa-pkcs1-sha256';
  throw new Error('a seal key is P-256, or RSA of 2048 bits and more');
}
