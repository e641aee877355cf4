import { createHash, randomBytes } from 'node:crypto';
import { base32 } from '../../platform/ids.ts';

const PREFIX = 'ikr_';
/** 160 random bits, then 30 of a check: programs that look for leaked secrets know one, and so do we know a slip. */
const FORM = /^ikr_([0-9a-hjkmnp-tv-z]{32})([0-9a-hjkmnp-tv-z]{6})$/;

/** A new token as its holder keeps it; we keep `hashOf` it. */
export function newToken(): string {
  const random = base32(randomBytes(20));
  return `${PREFIX}${random}${check(random)}`;
}

/** Whether a text could be one of our tokens at all: mistyped or cut ones are not. */
export function isWellFormed(token: string): boolean {
  const [, random = '', sum] = FORM.exec(token) ?? [];
  return sum !== undefined && check(random) === sum;
}

/** What the table holds instead of the token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function check(random: string): string {
  return base32(createHash('sha256').update(`${PREFIX}${random}`).digest().subarray(0, 5)).slice(0, 6);
}
