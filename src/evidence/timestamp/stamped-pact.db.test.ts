import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import type { Platform } from '../../platform/platform.ts';
import { parseCms } from '../../verify/cms.ts';
import { checkPact, readPdf } from '../../verify/index.ts';
import { sealValue } from '../../verify/pdf.ts';
import { checkHere } from '../check-here.ts';
import { trustedRoots } from '../keys.ts';
import { pactFile } from '../pact-file.ts';
import { allAgree, judgedOutside, missingJudges } from '../seals/fixtures/outside.ts';
import { replaceSeal } from '../seals/replace.ts';
import { recordByReceipt, type StoredRecord } from '../store.ts';
import { noOpenssl, startAuthority, type TestAuthority } from './fixtures/tsa.ts';
import { stampedPact } from './stamped-pact.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let platform: Platform;
let authority: TestAuthority;
let stored: StoredRecord;

describe.skipIf(noOpenssl)('a pact with a time stamp over its seal', () => {
  beforeAll(async () => {
    site = await openSigningWorld();
    authority = await startAuthority();
    platform = withTsa(authority.config);
  });
  beforeEach(async () => {
    authority.behave('fit');
    const { receipt } = await signAs(site, await site.openedCampaign(), site.world.people.dinas);
    stored = await recordByReceipt(site.db.pool, agencyId, receipt);
  });
  afterAll(async () => {
    await authority?.close();
    await site?.close();
  });

  const withTsa = (tsa: Platform['config']['tsa']): Platform => ({
    ...site.platform,
    config: { ...site.platform.config, tsa },
  });
  const faults = async (bytes: Uint8Array, where = platform) => {
    await site.publish();
    const { checks, verdict } = await checkHere(where, site.key, bytes);
    const rest = checks.filter((check) => check.verdict !== 'pass');
    return rest.map(({ code, verdict: found, reason }) => `${found} ${code} ${reason}`).join() || verdict;
  };

  it('is made once, is the same bytes ever after, and stands beside the one without', async () => {
    const plain = await pactFile(platform, stored);
    const files = await Promise.all([1, 2, 3].map(() => stampedPact(platform, stored)));
    expect(new Set(files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(1);
    await replaceSeal(platform, agencyId, { key: { kind: 'new', rsa: false }, certificatePem: null });
    expect(Buffer.from((await stampedPact(platform, stored)).bytes)).toEqual(Buffer.from(files[0]!.bytes));
    expect(Buffer.from((await pactFile(platform, stored)).bytes)).toEqual(Buffer.from(plain.bytes));
    expect(await faults(files[0]!.bytes)).toBe('valid');
    expect(await faults(plain.bytes)).toBe('valid');
  });

  it('says when, and is undecided for who does not know the authority', async () => {
    const { bytes } = await stampedPact(platform, stored);
    const { checks } = await checkHere(platform, site.key, bytes);
    const found = checks.find(({ code }) => code === 'seal-timestamp');
    expect(Math.abs(new Date(found?.params?.time ?? 0).getTime() - Date.now())).toBeLessThan(60_000);
    expect(await faults(bytes, site.platform)).toBe('unknown seal-timestamp no-timestamp-roots');
    const other = await startAuthority();
    expect(await faults(bytes, withTsa(other.config))).toBe('fail seal-timestamp untrusted-root');
    await other.close();
  });

  it.skipIf(missingJudges.length > 0).each(['p256', 'rsa'])(
    'is valid to outside judges, with a %s seal',
    async (kind) => {
      await replaceSeal(platform, agencyId, {
        key: { kind: 'new', rsa: kind === 'rsa' },
        certificatePem: null,
      });
      const { bytes } = await stampedPact(platform, stored);
      const roots = (await trustedRoots(platform.config, SIGNING_DAY)).join('\n');
      expect(judgedOutside(bytes, roots)).toEqual(allAgree);
      const cms = parseCms(sealValue(readPdf(bytes)));
      const at = (name: string) => join(platform.config.dataDir, name);
      writeFileSync(at('token'), cms.timestamp!);
      writeFileSync(at('signature'), cms.signature);
      const words = [
        'ts',
        '-verify',
        '-token_in',
        '-in',
        at('token'),
        '-data',
        at('signature'),
        '-CAfile',
        authority.roots,
      ];
      expect(execFileSync('openssl', words, { encoding: 'utf8', stdio: 'pipe' })).toContain(
        'Verification: OK',
      );
    },
  );

  it('is refused with any one byte changed, also in the time stamp', async () => {
    const bytes = Buffer.from((await stampedPact(platform, stored)).bytes);
    const { gap } = readPdf(bytes);
    const length = 2 * parseCms(sealValue(readPdf(bytes))).timestamp!.length;
    const last =
      bytes.toString('latin1', gap.start + 1, gap.end - 1).replace(/0+$/, '').length + gap.start + 1;
    const places = Array.from({ length: 60 }, (_, i) => Math.floor((bytes.length * i) / 60));
    for (let at = last - length; at < last; at += 37) places.push(at);
    const input = {
      roots: await trustedRoots(platform.config, SIGNING_DAY),
      timestampRoots: [readFileSync(authority.roots, 'utf8')],
      logKeys: [],
    };
    for (const at of places) {
      const damaged = Buffer.from(bytes);
      damaged[at] = damaged[at]! ^ 1;
      expect((await checkPact({ ...input, pdf: damaged })).verdict, `byte ${at}`).toBe('invalid');
    }
  });

  it('keeps no stamp taken from another document', async () => {
    // Tokens of an RSA authority all have one length.
    const rsa = await startAuthority('rsa');
    const other = await signAs(site, await site.openedCampaign(), site.world.people.kecamatan);
    const theirs = await recordByReceipt(site.db.pool, agencyId, other.receipt);
    const files = [];
    for (const one of [stored, theirs]) files.push((await stampedPact(withTsa(rsa.config), one)).bytes);
    const [mine, foreign] = files.map((bytes) =>
      Buffer.from(parseCms(sealValue(readPdf(bytes))).timestamp!).toString('hex'),
    );
    const mixed = Buffer.from(files[0]!).toString('latin1').replace(mine!, foreign!);
    expect(mine).toHaveLength(foreign!.length);
    expect(await faults(Buffer.from(mixed, 'latin1'), withTsa(rsa.config))).toBe(
      'fail seal-timestamp timestamp-imprint',
    );
    await rsa.close();
  });

  it('is not to be had while the authority is away, or where there is none; the plain one is', async () => {
    authority.behave('away');
    await expect(stampedPact(platform, stored)).rejects.toMatchObject({
      ...{ code: 'evidence.timestampUnavailable', status: 503 },
      cause: { message: expect.stringContaining('answered 503') },
    });
    await expect(stampedPact(site.platform, stored)).rejects.toMatchObject({ code: 'evidence.noTimestamps' });
    expect(await faults((await pactFile(platform, stored)).bytes)).toBe('valid');
    authority.behave('fit');
    expect(await faults((await stampedPact(platform, stored)).bytes)).toBe('valid');
  });
});
