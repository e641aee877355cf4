import { base64, fromBase64 } from './bytes.ts';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';
import { checked, integer, matching, oneOf, shape } from './fields.ts';
import { FormatError } from './format-error.ts';

/** Where the record stands in its log: the second attachment of a signed PDF. `docs/formats/pact-pdf.md` */
export interface Seal {
  /** Zero-based place of the entry in the log. */
  index: number;
  /** The log's name, as in its tree heads. */
  origin: string;
  /** 32 bytes; with the record it opens the commitment. */
  salt: Uint8Array;
  /** The page where this document can be checked; http or https. */
  verifyUrl: string;
}

const maxSealBytes = 4096;

const readSeal = shape({
  format: oneOf('ikrar/seal/v1'),
  index: integer(0, Number.MAX_SAFE_INTEGER),
  origin: matching(/^[!-*,-~]+$/, 200),
  salt: checked(matching(/^[A-Za-z0-9+/]{43}=$/, 44), isCanonicalBase64),
  verifyUrl: matching(/^https?:\/\/[!-~]+$/, 500),
});

/** Canonical JSON. @throws FormatError */
export function sealBytes(seal: Seal): Uint8Array {
  const { index, origin, verifyUrl } = seal;
  const value = { format: 'ikrar/seal/v1', index, origin, salt: base64(seal.salt), verifyUrl };
  return canonicalJson(readSeal(value, ''));
}

/** @throws FormatError */
export function parseSeal(bytes: Uint8Array): Seal {
  const value = parseCanonicalJson(bytes, maxSealBytes) as { format?: unknown } | null;
  if (value?.format !== 'ikrar/seal/v1') throw new FormatError('unknown-format');
  const { index, origin, salt, verifyUrl } = readSeal(value, '');
  return { index, origin, salt: fromBase64(salt), verifyUrl };
}

function isCanonicalBase64(text: string): boolean {
  return base64(Buffer.from(text, 'base64')) === text;
}
