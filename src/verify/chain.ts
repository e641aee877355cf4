import { sameBytes } from './bytes.ts';
import { type Certificate, isSignedBy } from './certificate.ts';
import { FormatError } from './format-error.ts';

const longest = 5;
const mayCertify = 0x04;
/** digitalSignature or contentCommitment. */
const maySeal = 0xc0;

/**
 * That `signer` leads, through certificates the seal carries, to one of the roots; that each was valid at `at` and
 * used as it may be; and that the seal carries no certificate outside this chain, which nothing would vouch for.
 * @throws FormatError `untrusted-root` | `certificate-unused` | `certificate-not-valid-then` | `certificate-usage` |
 *   `certificate-extension`
 */
export function requireChain(
  signer: Certificate,
  carried: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Certificate[] {
  const chain = buildChain(signer, carried, roots);
  const strangers = carried.filter(
    (certificate) => !chain.some((link) => sameBytes(link.der, certificate.der)),
  );
  if (strangers.length > 0) throw new FormatError('certificate-unused');
  for (const [height, certificate] of chain.entries()) requireFit(certificate, height, at);
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
function requireFit(certificate: Certificate, height: number, at: Date): void {
  if (certificate.hasUnknownCritical) throw new FormatError('certificate-extension');
  if (at < certificate.notBefore || at > certificate.notAfter)
    throw new FormatError('certificate-not-valid-then');
  const fit = height === 0 ? isFitToSeal(certificate) : isFitToCertify(certificate, height - 1);
  if (!fit) throw new FormatError('certificate-usage');
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
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec')
    return ['prime256v1', 'secp384r1', 'secp521r1'].includes(namedCurve ?? '');
  return key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048;
}
