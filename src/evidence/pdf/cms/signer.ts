import { createPrivateKey, hash, sign, X509Certificate } from 'node:crypto';

/** The public half of a seal: enough to lay out a file and to rebuild it from a stored signature. */
export interface SealCertificate {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of the issuing certificates, in order; also embedded. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: 'ecdsa-p256-sha256' | 'rsa-pkcs1-sha256';
}

/**
 * A seal key wherever it lives. `message` is the DER of the signed attributes and `digest` its SHA-256: a key file
 * signs the message, hardware and remote seals sign the digest. Answers stand in the order of the batch:
 * DER `ECDSA-Sig-Value` or the raw RSA value.
 */
export interface SealSigner extends SealCertificate {
  signDigests(batch: readonly ToSign[]): Promise<Uint8Array[]>;
}

export interface ToSign {
  readonly message: Uint8Array;
  readonly digest: Uint8Array;
}

/** The signatures over these messages, in their order. @throws Error when the key gives another number of them */
export async function signAll(
  signer: SealSigner,
  messages: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> {
  if (messages.length === 0) return [];
  const signatures = await signer.signDigests(messages.map((message) => new Asked(message)));
  if (signatures.length !== messages.length)
    throw new Error('the seal key answered with another number of signatures');
  return signatures;
}

/** A key file never asks for the digest, so it is made when asked for. */
class Asked implements ToSign {
  readonly message: Uint8Array;

  constructor(message: Uint8Array) {
    this.message = message;
  }

  get digest(): Uint8Array {
    return hash('sha256', this.message, 'buffer');
  }
}

/** A key in PKCS#8 PEM. @throws Error when the key is not the certificate's own */
export function fileSigner(
  keyPem: string,
  certificatePem: string,
  chainPem: readonly string[] = [],
): SealSigner {
  const key = createPrivateKey(keyPem);
  const certificate = new X509Certificate(certificatePem);
  if (!certificate.checkPrivateKey(key))
    throw new Error('seal key and seal certificate do not belong together');
  return {
    certificate: certificate.raw,
    chain: chainPem.map((pem) => new X509Certificate(pem).raw),
    algorithm: key.asymmetricKeyType === 'rsa' ? 'rsa-pkcs1-sha256' : 'ecdsa-p256-sha256',
    signDigests: async (batch) => batch.map(({ message }) => sign('sha256', message, key)),
  };
}
