import { fromBytes, power, toBytes } from './field.ts';

export interface RsaKey {
  modulus: bigint;
  exponent: bigint;
}

/** DigestInfo of RFC 8017 §9.2 up to the digest. */
const digestInfo: Record<string, string> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
};
/** The limits of OpenSSL; they bound the work. */
const [longestModulus, longModulus, longestExponentOfLong] = [16_384, 3072, 64];

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2): the whole encoded message is made and compared, none is parsed. */
export function verifiesRsa(key: RsaKey, hash: string, digest: Uint8Array, signature: Uint8Array): boolean {
  const { modulus, exponent } = key;
  const bits = bitsOf(modulus);
  const length = Math.ceil(bits / 8);
  const value = fromBytes(signature);
  const head = digestInfo[hash];
  if (head === undefined || bits > longestModulus || exponent >= modulus) return false;
  if (bits > longModulus && bitsOf(exponent) > longestExponentOfLong) return false;
  if (signature.length !== length || value >= modulus) return false;
  const info = head + hex(digest);
  const filled = `0001${'ff'.repeat(Math.max(0, length - 3 - info.length / 2))}00${info}`;
  return hex(toBytes(power(value, exponent, modulus), length)) === filled;
}

export function bitsOf(value: bigint): number {
  return value.toString(2).length;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
