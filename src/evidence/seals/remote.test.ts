import { createHash, generateKeyPairSync, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRoot, makeSeal } from '../certificates.ts';
import { checkedSigner } from './checked-signer.ts';
import { type SealService, type ServiceFault, startSealService } from './fixtures/seal-service.ts';
import { remotePublicKey, remoteSigner, requireSafeUrl } from './remote.ts';
import { sealCertificateOf } from './seal-certificate.ts';

const folder = mkdtempSync(join(tmpdir(), 'ikrar-remote-'));
const years = {
  notBefore: new Date('2022-01-01'),
  notAfter: new Date('2040-01-01'),
  serial: Buffer.alloc(16, 7),
};
const batchOf = (count: number) =>
  Array.from({ length: count }, () => {
    const message = randomBytes(50);
    return { message, digest: createHash('sha256').update(message).digest() };
  });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['p256', 'rsa-2048'] as const)('a seal service with a key of kind %s', (kind) => {
  let service: SealService;
  let signer: ReturnType<typeof checkedSigner>;
  beforeAll(async () => {
    const root = await makeRoot({ name: 'Akar contoh', ...years });
    const { keyPem, certificatePem } = await makeSeal({ agencyName: 'Dinas Contoh', root, ...years, kind });
    service = await startSealService(keyPem);
    writeFileSync(join(folder, 'token'), `${service.token}\n`);
    const seal = sealCertificateOf(certificatePem);
    signer = checkedSigner(seal, remoteSigner(where(), seal.algorithm));
  });
  beforeEach(() => {
    service.fault = 'none';
    service.calls.length = 0;
  });
  afterAll(() => service?.close());
  const where = () => ({ url: service.url, tokenFile: join(folder, 'token') });

  it('signs hundreds of digests in one call, in their order', async () => {
    const batch = batchOf(620);
    const signatures = await signer.signDigests(batch);
    expect(service.calls).toEqual([500, 120]);
    const key = await remotePublicKey(where());
    for (const [i, { message }] of batch.entries())
      expect(verify('sha256', message, key, signatures[i]!)).toBe(true);
  });

  it('is asked again after a failure that may pass', async () => {
    service.fault = 'once-503';
    expect(await signer.signDigests(batchOf(2))).toHaveLength(2);
    expect(service.calls).toEqual([2, 2]);
  });

  it.each<[ServiceFault, RegExp, number]>([
    ['always-503', /answered 503/, 3],
    ['refused', /answered 403/, 1],
    ['redirect', /did not answer/, 3],
    ['short', /gave another number/, 1],
    ['swapped', /that its certificate does not verify/, 1],
    ['no-json', /not of the format/, 1],
    ['endless', /more than 1 MB/, 1],
  ])('that answers %s signs nothing', async (fault, says, calls) => {
    service.fault = fault;
    await expect(signer.signDigests(batchOf(2))).rejects.toMatchObject({
      code: 'evidence.sealUnavailable',
      status: 503,
      cause: { message: expect.stringMatching(says) },
    });
    expect(service.calls).toHaveLength(calls);
  });

  it('with another key than the certificate has signs nothing', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
    const stranger = await startSealService(other.export({ type: 'pkcs8', format: 'pem' }).toString());
    const seal = { ...signer };
    const wrong = checkedSigner(seal, remoteSigner({ ...where(), url: stranger.url }, seal.algorithm));
    await expect(wrong.signDigests(batchOf(1))).rejects.toMatchObject({
      cause: { message: 'the seal key gave a signature that its certificate does not verify' },
    });
    await stranger.close();
  });
});

it('a seal service is asked over https, or on this machine', () => {
  for (const good of ['https://segel.example.go.id/v1', 'http://localhost:8080/', 'http://127.0.0.1/'])
    expect(() => requireSafeUrl(good), good).not.toThrow();
  for (const bad of ['http://segel.example.go.id/', 'https://a:b@c.id/', 'file:///etc/passwd', 'segel', ''])
    expect(() => requireSafeUrl(bad), bad).toThrow('is not an https address');
});
