import { FormatError } from './format-error.ts';

/** Crockford base32: no I, L, O or U, so that a number read aloud or copied by hand survives. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const canonical = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** Ten random bytes as `XXXX-XXXX-XXXX-XXXX`, most significant bit first. @throws FormatError `bad-receipt` */
export function formatReceipt(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new FormatError('bad-receipt');
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let i = 0; i < 16; i += 1) {
    text = alphabet.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The canonical spelling of what a person typed: lower case, spaces, missing or odd hyphens, and the look-alikes
 * I, L (1) and O (0) are accepted. @throws FormatError `bad-receipt`
 */
export function parseReceipt(text: string): string {
  if (text.length > 100) throw new FormatError('bad-receipt');
  const letters = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
  const digits = letters.replace(/[IL]/g, '1').replaceAll('O', '0');
  const spelled = (digits.match(/.{1,4}/gs) ?? []).join('-');
  if (!isReceipt(spelled)) throw new FormatError('bad-receipt');
  return spelled;
}

/** The ten bytes of a receipt in any accepted spelling. @throws FormatError `bad-receipt` */
export function receiptBytes(text: string): Uint8Array {
  const digits = parseReceipt(text).replaceAll('-', '');
  let value = [...digits].reduce((sum, digit) => (sum << 5n) | BigInt(alphabet.indexOf(digit)), 0n);
  const bytes = new Uint8Array(10);
  for (let i = 9; i >= 0; i -= 1) {
    bytes[i] = Number(value & 255n);
    value >>= 8n;
  }
  return bytes;
}

/** Whether the text is in the one spelling that records hold. */
export function isReceipt(text: string): boolean {
  return canonical.test(text);
}
