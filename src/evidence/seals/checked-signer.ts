import { verify, X509Certificate } from 'node:crypto';
import type { SealCertificate, SealSigner, ToSign } from '../pdf/index.ts';
import { SealFault, sealUnavailable } from './fault.ts';

/** A key somewhere else: it is handed digests and answers in their order, DER for ECDSA. @throws SealFault */
export interface SignDigests {
  (batch: readonly ToSign[]): Promise<Uint8Array[]>;
  /** Lets go of the device. It may be used again afterwards. */
  close?(): Promise<void>;
}

const PATIENCE_MS = 60_000;

/**
 * A signer that uses nothing its key answered before checking it with the certificate: a device with another key, or
 * a service that mixes up an order, never gets into a document.
 * @throws Refusal evidence.sealUnavailable, with the fault as its cause
 */
export function checkedSigner(seal: SealCertificate, signDigests: SignDigests): SealSigner {
  return {
    ...seal,
    async signDigests(batch) {
      try {
        return await tried(seal, signDigests, batch);
      } catch (error) {
        throw error instanceof SealFault ? sealUnavailable(error) : error;
      }
    },
  };
}

/** The same without turning a fault into a refusal, for who sets up a seal. @throws SealFault */
export async function tried(
  seal: SealCertificate,
  signDigests: SignDigests,
  batch: readonly ToSign[],
): Promise<Uint8Array[]> {
  const signatures = await patiently(signDigests(batch));
  if (signatures.length !== batch.length)
    throw new SealFault(
      `the seal key was asked for ${batch.length} signatures and gave ${signatures.length}`,
    );
  const { publicKey } = new X509Certificate(seal.certificate);
  for (const [i, { message }] of batch.entries())
    if (!verify('sha256', message, publicKey, signatures[i]!))
      throw new SealFault('the seal key gave a signature that its certificate does not verify');
  return signatures;
}

/** A device that hangs must not keep a person waiting for ever; its call itself cannot be ended. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = new SealFault(`the seal key has not answered within ${PATIENCE_MS / 1000} seconds`);
    timer = setTimeout(() => reject(fault), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
