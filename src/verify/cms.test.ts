import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from './bytes.ts';
import { readCertificate, readPem } from './certificate.ts';
import { requireChain } from './chain.ts';
import { parseCms, requireSignature } from './cms.ts';
import { oidOf, readDer } from './der.ts';
import { refusal } from './fixtures/refusal.ts';
import { makeCms, makeSealKeys } from './fixtures/seal.ts';

const keys = makeSealKeys();
const cms = makeCms(sha256('contoh'), keys);
const at = new Date('2024-09-18T00:00:00Z');
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

function judged(bytes: Uint8Array): string {
  return refusal(() => {
    const parsed = parseCms(bytes);
    requireSignature(parsed);
    requireChain(parsed.signer, parsed.carried, readPem(keys.rootPem), at);
  });
}

describe('the seal value', () => {
  it('is accepted as made', () => {
    expect(judged(cms)).toBe('accepted');
    expect(parseCms(cms).digest).toEqual(sha256('contoh'));
  });

  it('is refused, or holds another digest, with any one byte set to anything', () => {
    fc.assert(
      fc.property(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }), (place, xor) => {
        const changed = Uint8Array.from(cms);
        changed[place] = (changed[place] as number) ^ xor;
        expect(judged(changed)).not.toBe('accepted');
      }),
      { numRuns: 3000 },
    );
  });

  it('of any bytes is refused by name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(() => parseCms(bytes))).not.toBe('accepted');
        expect(refusal(() => readCertificate(bytes))).toBe('bad-certificate');
      }),
    );
    const deep = Buffer.alloc(100_000, Buffer.from('3080', 'hex'));
    expect(refusal(() => parseCms(deep))).toBe('cms-structure');
  });

  it('has lengths and identifiers in their shortest form', () => {
    for (const bytes of ['308100', '30820001', '3080', '30', '1f00', '300100ff']) {
      expect(refusal(() => readDer(Buffer.from(bytes, 'hex')))).toBe('cms-structure');
    }
    expect(oidOf(readDer(Buffer.from('06092a864886f70d010702', 'hex')))).toBe('1.2.840.113549.1.7.2');
    expect(oidOf(readDer(Buffer.from('0603883703', 'hex')))).toBe('2.999.3');
    for (const bytes of ['0600', '06022a80', '0603802a03']) {
      expect(refusal(() => oidOf(readDer(Buffer.from(bytes, 'hex'))))).toBe('cms-structure');
    }
  });

  it('of a certificate that is its own root needs no intermediate', () => {
    const [root] = readPem(keys.rootPem);
    expect(refusal(() => readPem('nothing'))).toBe('bad-certificate');
    expect(refusal(() => requireChain(root!, [], [root!], at))).toBe('certificate-usage');
  });
});

describe.skipIf(!hasOpenssl)('beside openssl', () => {
  it('the seal is CAdES to openssl, and one by openssl is refused only for its signing time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'seal-'));
    const file = (name: string) => join(folder, name);
    const openssl = (...words: string[]) => spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
    try {
      const pem = (der: Uint8Array) =>
        `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
      writeFileSync(file('doc'), 'contoh');
      writeFileSync(file('cms'), cms);
      writeFileSync(file('root'), pem(readPem(keys.rootPem)[0]!.der));
      const inputs = ['-inform', 'DER', '-in', 'cms', '-content', 'doc', '-binary', '-CAfile', 'root'];
      const verified = openssl('cms', '-verify', '-cades', ...inputs, '-purpose', 'any', '-out', 'out');
      expect(verified.stderr).toContain('CAdES Verification successful');

      writeFileSync(file('key'), keys.keyPem);
      writeFileSync(file('leaf'), pem(keys.chain[0]!));
      const signer = ['-signer', 'leaf', '-inkey', 'key', '-nosmimecap', '-md', 'sha256', '-outform', 'DER'];
      expect(
        openssl('cms', '-sign', '-cades', '-binary', '-in', 'doc', ...signer, '-out', 'theirs').status,
      ).toBe(0);
      expect(refusal(() => parseCms(readFileSync(file('theirs'))))).toBe('cms-signing-time');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
