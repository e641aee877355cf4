import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { checkPact } from '../../verify/index.ts';
import { pactFile } from '../pact-file.ts';
import { absent, judge } from '../pdf/fixtures/judge.ts';
import { recordByReceipt, type StoredRecord } from '../store.ts';
import { archive } from './archive.ts';
import { noOpenssl, startAuthority, type TestAuthority } from './fixtures/tsa.ts';
import { stampedPact } from './stamped-pact.ts';

const missing = absent(['pdfsig', 'qpdf']);
let site: SigningWorld;
let authority: TestAuthority;
let stored: StoredRecord;

describe.skipIf(noOpenssl || missing.length > 0)('a long-term variant', () => {
  beforeAll(async () => {
    site = await openSigningWorld();
    authority = await startAuthority('rsa');
    const { receipt } = await signAs(site, await site.openedCampaign(), site.world.people.dinas);
    stored = await recordByReceipt(site.db.pool, 'fakfak', receipt);
  });
  afterAll(async () => {
    await authority?.close();
    await site?.close();
  });

  it.each(['plain', 'stamped'])(
    'of a %s pact is well formed, keeps its seal valid and its beginning as it was',
    async (which) => {
      const platform = { ...site.platform, config: { ...site.platform.config, tsa: authority.config } };
      const { bytes: original } =
        which === 'plain' ? await pactFile(platform, stored) : await stampedPact(platform, stored);
      const { bytes } = await archive(authority.config, original);
      expect(Buffer.from(bytes.subarray(0, original.length))).toEqual(Buffer.from(original));

      const path = join(platform.config.dataDir, `${which}.pdf`);
      writeFileSync(path, bytes);
      expect(judge('qpdf', ['--check', path])!.code).toBe(0);
      const { said } = judge('pdfsig', ['-nocert', path])!;
      expect(said.split('Signature #2')[0]).toContain('Signature Validation: Signature is Valid.');
      expect(said).toContain('Signature #2');

      const [from, resume] = lastRange(bytes);
      const text = Buffer.from(bytes);
      const token = Buffer.from(text.toString('latin1', from + 1, resume - 1), 'hex');
      const at = (name: string) => join(platform.config.dataDir, name);
      writeFileSync(at('token'), token.subarray(0, 4 + token.readUInt16BE(2)));
      const end = lastRange(bytes)[2];
      const digest = createHash('sha256')
        .update(text.subarray(0, from))
        .update(text.subarray(resume, end))
        .digest('hex');
      const words = [
        'ts',
        '-verify',
        '-token_in',
        '-in',
        at('token'),
        '-digest',
        digest,
        '-CAfile',
        authority.roots,
      ];
      expect(execFileSync('openssl', words, { encoding: 'utf8', stdio: 'pipe' })).toContain(
        'Verification: OK',
      );

      const { checks, verdict } = await checkPact({ pdf: bytes, roots: [], logKeys: [] });
      expect(verdict).toBe('invalid');
      expect(checks[0]).toMatchObject({ code: 'pdf-readable', verdict: 'fail', reason: 'archival-variant' });
      const shortened = await checkPact({ pdf: bytes.subarray(0, original.length), roots: [], logKeys: [] });
      expect(shortened.checks[0]).toMatchObject({ code: 'pdf-readable', verdict: 'pass' });
    },
  );

  /** Of the last signature: where its value begins and ends, and where what it covers ends. */
  function lastRange(bytes: Uint8Array): [number, number, number] {
    const ranges = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/ByteRange\s*\[\s*0 +(\d+) +(\d+) +(\d+)\s*\]/g),
    ];
    const [, from, resume, rest] = ranges.at(-1)!.map(Number);
    return [from!, resume!, resume! + rest!];
  }
});
