import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from './bytes.ts';
import { readPem } from './certificate.ts';
import { refusal } from './fixtures/refusal.ts';
import { makeSealKeys } from './fixtures/seal.ts';
import { parseTimestamp, requireAuthority, requireTimestamp, timestampToken } from './timestamp.ts';

const page = readFileSync(new URL('../../docs/formats/timestamp.md', import.meta.url), 'utf8');
const vector = (name: string) =>
  new RegExp(`^\`\`\`vector ${name}\\n(.*?)\\n\`\`\`$`, 'ms').exec(page)?.[1] as string;

const token = new Uint8Array(Buffer.from(vector('timestamp-token'), 'base64'));
const digest = sha256(`${vector('stamped-text')}\n`);
const roots = readPem(vector('timestamp-root'));
const response = (...parts: string[]) =>
  new Uint8Array(Buffer.concat([Buffer.from(parts.join(''), 'hex'), token]));
/** SEQUENCE { SEQUENCE { INTEGER 0 }, token } */
const granted = response('3082', (5 + token.length).toString(16).padStart(4, '0'), '3003020100');

describe('a time stamp', () => {
  it('is read as documented', () => {
    const stamp = parseTimestamp(token);
    expect(page).toContain(stamp.time.toISOString());
    expect(stamp.policy).toBe('1.3.6.1.4.1.99999.1');
    expect(refusal(() => requireTimestamp(stamp, digest))).toBe('accepted');
    expect(requireAuthority(stamp, roots)).toHaveLength(2);
    expect(Buffer.from(timestampToken(granted))).toEqual(Buffer.from(token));
  });

  it('is for these bytes and by this authority alone', () => {
    const stamp = parseTimestamp(token);
    expect(refusal(() => requireTimestamp(stamp, sha256('lain')))).toBe('timestamp-imprint');
    expect(refusal(() => requireAuthority(stamp, []))).toBe('no-timestamp-roots');
    expect(refusal(() => requireAuthority(stamp, readPem(makeSealKeys().rootPem)))).toBe('untrusted-root');
    expect(refusal(() => requireAuthority({ ...stamp, time: new Date('2001-01-01') }, roots))).toBe(
      'certificate-not-valid-then',
    );
    const [, root] = stamp.carried;
    const bySeal = { ...stamp, signer: roots[0]!, carried: root ? [root] : [] };
    expect(refusal(() => requireAuthority(bySeal, roots))).toBe('certificate-usage');
  });

  it('that was refused says so', () => {
    const refused = Buffer.from('30073005020102300030', 'hex').subarray(0, 9);
    expect(refusal(() => timestampToken(refused))).toBe('timestamp-refused');
    expect(refusal(() => timestampToken(token))).toBe('timestamp-structure');
  });

  it('of any bytes is refused by name, and so is this one cut anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(refusal(() => parseTimestamp(bytes))).not.toBe('accepted');
        expect(refusal(() => timestampToken(bytes))).not.toBe('accepted');
      }),
    );
    for (let end = 0; end < token.length; end += 1)
      expect(refusal(() => parseTimestamp(token.subarray(0, end)))).toBe('timestamp-structure');
  });
});
