import { randomBytes } from './bytes.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** What `newRandomId` makes. */
export const RANDOM_ID = /^[0-9a-hjkmnp-tv-z]{16}$/;

/** 80 random bits as 16 characters of Crockford base32: the name does not tell when, or by whom, a thing was made. */
export function newRandomId(): string {
  let held = 0;
  let bits = 0;
  let text = '';
  for (const byte of randomBytes(10)) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += CROCKFORD[(held >> (bits - 5)) & 31];
  }
  return text;
}
