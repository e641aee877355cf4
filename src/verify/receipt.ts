import { FormatError } from './format-error.ts';

/** Crockford base32: no I, L, O or U, so that a number read aloud or copied by hand survives. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const canonical = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** Ten random bytes as `XXXX-XXXX-XXXX-XXXX`, most significant bit first. @throws FormatError `bad-receipt` */
export function formatReceipt(bytes: Uint8Array): string {
  if (bytes.length !== 10) throw new FormatError('bad-receipt');
  const text = eight(bytes.subarray(0, 5)) + eight(bytes.subarray(5));
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`;
}

/** Eight characters of five bytes; 40 bits fit a number exactly. */
function eight(bytes: Uint8Array): string {
  let value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  let text = '';
  for (let i = 0; i < 8; i += 1) {
    text = alphabet.charAt(value % 32) + text;
    value = Math.floor(value / 32);
  }
  return text;
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
  const spelled = isReceipt(text) ? text : parseReceipt(text);
  const bytes = new Uint8Array(10);
  let [held, bits, at] = [0, 0, 0];
  for (const digit of spelled) {
    if (digit === '-') continue;
    held = (held << 5) | alphabet.indexOf(digit);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    held &= (1 << bits) - 1;
    at += 1;
  }
  return bytes;
}

/** Whether the text is in the one spelling that records hold. */
export function isReceipt(text: string): boolean {
  return canonical.test(text);
}
