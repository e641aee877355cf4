import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import type { SealCertificate, SealSigner } from '../pdf/index.ts';
import { checkedSigner, type SignDigests } from './checked-signer.ts';
import { deviceSigner } from './pkcs11/signer.ts';
import { remoteSigner } from './remote.ts';
import { sealCertificateOf } from './seal-certificate.ts';
import type { SealFile } from './seal-file.ts';

/** The certificate with its chain, as it is kept and embedded. */
export function certificatePemOf({ certificatePem, chainPem }: SealFile): string {
  return [certificatePem, ...chainPem].map((pem) => `${pem.trim()}\n`).join('');
}

export interface OpenSeal {
  signer: SealSigner;
  /** Lets go of a device. */
  close(): Promise<void>;
}

/** Touches no device and no network: whoever signs with it does. @throws Error where a key file is another's */
export function openSeal(file: SealFile): OpenSeal {
  const seal = sealCertificateOf(certificatePemOf(file));
  const signDigests = keyOf(file, seal);
  const close = async () => signDigests.close?.();
  // A key file of ours needs no second look at each of its signatures.
  const signer = file.kind === 'file' ? { ...seal, signDigests } : checkedSigner(seal, signDigests);
  return { signer, close };
}

/** @throws Error where the key in a file is not the certificate's own */
export function keyOf(file: SealFile, { certificate, algorithm }: SealCertificate): SignDigests {
  if (file.kind === 'pkcs11') return deviceSigner(file, algorithm);
  if (file.kind === 'remote') return remoteSigner(file, algorithm);
  const key = createPrivateKey(file.keyPem);
  if (!new X509Certificate(certificate).checkPrivateKey(key))
    throw new Error('seal key and seal certificate do not belong together');
  return async (batch) => batch.map(({ message }) => sign('sha256', message, key));
}
