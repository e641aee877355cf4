import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  FormatError,
  parseTimestamp,
  readPem,
  requireAuthority,
  requireTimestamp,
} from '../../verify/index.ts';
import { stampOf } from './authority.ts';
import { type Behaviour, noOpenssl, startAuthority, type TestAuthority } from './fixtures/tsa.ts';

if (noOpenssl) console.warn(`time stamps are not tried: ${noOpenssl}`);

const bytes = Buffer.from('contoh');
const digest = createHash('sha256').update(bytes).digest();

describe.skipIf(noOpenssl).each(['ec', 'rsa'] as const)(
  'a time-stamping authority with a key of kind %s',
  (kind) => {
    let authority: TestAuthority;
    let roots: ReturnType<typeof readPem>;
    beforeAll(async () => {
      authority = await startAuthority(kind);
      roots = readPem(readFileSync(authority.roots, 'utf8'));
    });
    beforeEach(() => authority.behave('fit'));
    afterAll(() => authority?.close());

    it('stamps, and is verified only where its root is known', async () => {
      const { stamp, verified } = await stampOf(authority.config, bytes);
      expect(verified).toBe(true);
      expect(Math.abs(stamp.time.getTime() - Date.now())).toBeLessThan(60_000);
      expect(stamp.policy).toBe('1.3.6.1.4.1.99999.1');
      expect((await stampOf({ ...authority.config, roots: undefined }, bytes)).verified).toBe(false);
    });

    it('stamps under the policy asked for, or not at all', async () => {
      const asked = (policy: string) => stampOf({ ...authority.config, policy }, bytes);
      expect((await asked('1.3.6.1.4.1.99999.2')).stamp.policy).toBe('1.3.6.1.4.1.99999.2');
      await expect(asked('1.3.6.1.4.1.99999.3')).rejects.toThrow('refused');
    });

    it.each<[Behaviour, RegExp]>([
      ['away', /answered 503/],
      ['redirects', /did not answer/],
      ['endless', /larger than a time stamp/],
      ['refuses', /refused/],
      ['other-bytes', /for other bytes|refused/],
      ['flips', /does not verify/],
      ['replays', /not for this request/],
    ])('that %s is not believed', async (how, says) => {
      await stampOf(authority.config, bytes);
      authority.behave(how);
      await expect(stampOf(authority.config, bytes)).rejects.toThrow(says);
    });

    it('of another root is not believed', async () => {
      const other = await startAuthority(kind);
      const mixed = { ...authority.config, roots: other.roots };
      await expect(stampOf(mixed, bytes)).rejects.toThrow('do not lead to a trusted root');
      await other.close();
    });

    it('loses its word with any one byte changed', async () => {
      const { token } = await stampOf(authority.config, bytes);
      fc.assert(
        fc.property(fc.nat(token.length - 1), fc.integer({ min: 1, max: 255 }), (place, xor) => {
          const changed = Uint8Array.from(token);
          changed[place] = changed[place]! ^ xor;
          expect(judged(changed)).not.toBe('accepted');
        }),
        { numRuns: 1500 },
      );
      expect(judged(token)).toBe('accepted');
    });

    function judged(token: Uint8Array): string {
      try {
        const stamp = parseTimestamp(token);
        requireTimestamp(stamp, digest);
        requireAuthority(stamp, roots);
        return 'accepted';
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        return error.code;
      }
    }
  },
);
