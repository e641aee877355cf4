import {
  claimsMessage,
  claimsOf,
  commitment,
  encodeClaims,
  qrText,
  type SealedRecord,
} from '../verify/index.ts';
import type { AgencySeal } from './keys.ts';
import { signAll } from './pdf/index.ts';
import { rawEcdsa } from './seals/ecdsa-value.ts';
import type { StoredRecord } from './store.ts';

/** What the QR codes of these records claim, as bytes. @throws FormatError */
export function claimsOfPact(
  record: SealedRecord,
  { idx, salt, record: bytes }: StoredRecord,
  keyId: string,
): Uint8Array {
  return encodeClaims(claimsOf(record, idx, commitment(salt, bytes), keyId));
}

/** r ‖ s over each, in one call to the key. A seal that is not P-256 signs none: they would not fit a small code. */
export async function signClaims(
  { signer, isP256 }: AgencySeal,
  claims: readonly Uint8Array[],
): Promise<readonly (Buffer | null)[]> {
  if (!isP256) return claims.map(() => null);
  return (await signAll(signer, claims.map(claimsMessage))).map(rawEcdsa);
}

/** What the QR code says: claims under their signature, or the address that checks the document. */
export function pactQr(verifyUrl: string, claims: Uint8Array, signature: Uint8Array | null): string {
  return signature === null
    ? verifyUrl
    : qrText(verifyUrl.slice(0, verifyUrl.indexOf('/', 8)), claims, signature);
}
