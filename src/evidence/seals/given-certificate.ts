import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { FormatError, readPem, requireChain } from '../../verify/index.ts';
import { SealFault } from './fault.ts';
import { algorithmOf, pemBlocks } from './seal-certificate.ts';

/** A certificate of another authority, found fit to seal with. */
export interface GivenCertificate {
  certificatePem: string;
  /** Between it and its root. */
  chainPem: string[];
  /** The root at the end of the file, if it is not one of those trusted already. */
  newRoot: string | null;
}

/**
 * Reads a file with the seal's certificate first, then those above it up to the root. The checker's own rules are asked
 * now, so that no document is sealed with what it would refuse.
 * @throws SealFault
 */
export function givenCertificate(
  pem: string,
  key: KeyObject,
  roots: readonly string[],
  now: Date,
): GivenCertificate {
  const blocks = pemBlocks(pem);
  const [own, ...above] = blocks;
  if (!own) throw new SealFault('the certificate file holds no certificate in PEM');
  requireOwnKey(new X509Certificate(own), key);
  const last = above.at(-1);
  const root = last !== undefined && isSelfIssued(last) ? last : null;
  const chainPem = root ? above.slice(0, -1) : above;
  const known = roots.flatMap(readPem);
  try {
    const [signer, ...carried] = [own, ...chainPem].flatMap(readPem);
    requireChain(signer!, [signer!, ...carried], root ? [...known, ...readPem(root)] : known, now);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const hint = error.code === 'untrusted-root' ? ' The file must end with the root certificate.' : '';
    throw new SealFault(`the certificate cannot be used: ${error.message}${hint}`);
  }
  const isKnown =
    root !== null && known.some(({ der }) => Buffer.from(der).equals(new X509Certificate(root).raw));
  return { certificatePem: own, chainPem, newRoot: isKnown ? null : root };
}

function requireOwnKey(certificate: X509Certificate, key: KeyObject): void {
  if (!certificate.publicKey.equals(createPublicKey(key.export({ type: 'spki', format: 'pem' }))))
    throw new SealFault('the certificate is for another key');
  try {
    algorithmOf(certificate.publicKey);
  } catch (error) {
    throw new SealFault((error as Error).message);
  }
}

function isSelfIssued(pem: string): boolean {
  const certificate = new X509Certificate(pem);
  return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
}
