import { cmsFor } from './cms/cms.ts';
import { type SealCertificate, type SealSigner, signAll } from './cms/signer.ts';

/** How many bytes the container of this seal takes in a file: who lays the file out elsewhere leaves as much room. */
export function sealReserve(seal: SealCertificate): number {
  return cmsFor(seal).reserve;
}

/**
 * The seal's container over the digest of a byte range, in hexadecimal and filled up to its room. The file itself stays
 * where it was made. Invariant: whoever calls has judged who asks, and keeps what was sealed.
 */
export async function sealDigest(signer: SealSigner, digest: Uint8Array): Promise<string> {
  if (digest.length !== 32) throw new Error('not a SHA-256');
  const cms = cmsFor(signer);
  const [signature] = await signAll(signer, [cms.attributes(digest)]);
  const digits = Buffer.alloc(2 * cms.reserve);
  cms.write(digits, 0, digest, signature as Uint8Array);
  return digits.toString('latin1');
}
