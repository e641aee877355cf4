import { sameBytes } from './bytes.ts';
import { type Certificate, isSignedBy } from './certificate.ts';
import { FormatError } from './format-error.ts';

const longest = 5;
const mayCertify = 0x04;
/** digitalSignature or contentCommitment. */
const maySeal = 0xc0;
const timeStamping = '1.3.6.1.5.5.7.3.8';

/** What a chain is for: sealing documents, or stamping times (RFC 3161, 2.3). */
export type Use = 'seal' | 'timestamp';

/**
 * That `signer` leads, through certificates the seal or time stamp carries, to one of the roots; that each was valid at
 * `at` and used as it may be; and that it carries no certificate outside this chain, which nothing would vouch for.
 * @throws FormatError `untrusted-root` | `certificate-unused` | `certificate-not-valid-then` | `certificate-usage` |
 *   `certificate-extension`
 */
export function requireChain(
  signer: Certificate,
  carried: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
  use: Use = 'seal',
): Certificate[] {
  const chain = buildChain(signer, carried, roots);
  const strangers = carried.filter(
    (certificate) => !chain.some((link) => sameBytes(link.der, certificate.der)),
  );
  if (strangers.length > 0) throw new FormatError('certificate-unused');
  for (const [height, certificate] of chain.entries()) requireFit(certificate, height, at, use);
  return chain;
}

function buildChain(
  signer: Certificate,
  carried: readonly Certificate[],
  roots: readonly Certificate[],
): Certificate[] {
  const chain = [signer];
  for (let last = signer; chain.length <= longest; chain.push(last)) {
    if (roots.some((root) => sameBytes(root.der, last.der))) return chain;
    const next = [...roots, ...carried].find(
      (candidate) => !chain.includes(candidate) && isSignedBy(last, candidate),
    );
    if (next === undefined) throw new FormatError('untrusted-root');
    last = next;
  }
  throw new FormatError('untrusted-root');
}

/** `height` 0 is the signer; an authority at height h has h - 1 authorities below it. */
function requireFit(certificate: Certificate, height: number, at: Date, use: Use): void {
  if (certificate.hasUnknownCritical || isLimitedOtherwise(certificate, use))
    throw new FormatError('certificate-extension');
  if (at < certificate.notBefore || at > certificate.notAfter)
    throw new FormatError('certificate-not-valid-then');
  if (!isFit(certificate, height, use)) throw new FormatError('certificate-usage');
}

function isFit(certificate: Certificate, height: number, use: Use): boolean {
  if (height > 0) return isFitToCertify(certificate, height - 1);
  return use === 'seal' ? isFitToSeal(certificate) : isFitToStamp(certificate);
}

/** A critical list of purposes must name time stamps; seals do not come with one. */
function isLimitedOtherwise({ extendedKeyUsage }: Certificate, use: Use): boolean {
  if (!extendedKeyUsage?.critical) return false;
  return use === 'seal' || !extendedKeyUsage.purposes.includes(timeStamping);
}

function isFitToStamp({ keyUsage, authority, publicKey, extendedKeyUsage }: Certificate): boolean {
  const only = extendedKeyUsage?.critical && extendedKeyUsage.purposes.length === 1;
  const maySign = keyUsage === null || (keyUsage & maySeal) !== 0;
  return Boolean(only) && maySign && authority === null && isStrong(publicKey);
}

function isFitToSeal({ keyUsage, authority, publicKey }: Certificate): boolean {
  return keyUsage !== null && (keyUsage & maySeal) !== 0 && authority === null && isStrong(publicKey);
}

function isFitToCertify({ keyUsage, authority, publicKey }: Certificate, below: number): boolean {
  if (authority === null || !isStrong(publicKey)) return false;
  const mayStand = authority.pathLength === null || authority.pathLength >= below;
  return mayStand && keyUsage !== null && (keyUsage & mayCertify) !== 0;
}

function isStrong(key: Certificate['publicKey']): boolean {
  const { namedCurve, modulusLength } = key?.asymmetricKeyDetails ?? {};
  if (key?.asymmetricKeyType === 'ec')
    return ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve ?? '');
  return key?.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048;
}
