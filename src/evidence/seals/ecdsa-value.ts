import { der } from '../pdf/cms/der.ts';

/** DER `ECDSA-Sig-Value` (RFC 3279, 2.2.3) from r and s side by side, as PKCS#11 gives them. */
export function ecdsaValue(raw: Uint8Array): Buffer {
  if (raw.length !== 64) throw new Error('a P-256 signature has 64 bytes');
  return der(0x30, integer(raw.subarray(0, 32)), integer(raw.subarray(32)));
}

/** r and s side by side, 64 bytes, from DER. @throws Error where it is not that of P-256 */
export function rawEcdsa(value: Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  const r = readInteger(bytes, 2);
  const s = readInteger(bytes, r.end);
  if (bytes[0] !== 0x30 || bytes[1] !== bytes.length - 2 || s.end !== bytes.length)
    throw new Error('not DER');
  return Buffer.concat([r.value, s.value]);
}

/** Without leading zeros, and with one where the first bit would be taken for a sign. */
function integer(fixed: Uint8Array): Buffer {
  const first = fixed.findIndex((byte) => byte !== 0);
  const shortest = first < 0 ? Uint8Array.of(0) : fixed.subarray(first);
  return der(0x02, shortest[0]! >= 0x80 ? Buffer.concat([Uint8Array.of(0), shortest]) : shortest);
}

function readInteger(bytes: Buffer, at: number): { value: Buffer; end: number } {
  const end = at + 2 + (bytes[at + 1] ?? 255);
  const digits = bytes.subarray(at + 2, end);
  const value = digits[0] === 0 ? digits.subarray(1) : digits;
  if (bytes[at] !== 0x02 || end > bytes.length || value.length > 32) throw new Error('not a P-256 signature');
  return { value: Buffer.concat([Buffer.alloc(32 - value.length), value]), end };
}
