import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeRoot, makeSeal } from './certificates.ts';
import { fileSigner } from './pdf/index.ts';

const validity = { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter: new Date('2032-01-01T00:00:00Z') };
const serial = Buffer.from('ff00ff00ff00ff00ff00ff00ff00ff00', 'hex');
const root = await makeRoot({ name: 'Akar contoh', ...validity, serial });

describe('certificates', () => {
  it('issue a seal for an institution from the root', async () => {
    const pair = await makeSeal({ agencyName: 'Dinas Contoh', root, ...validity, serial });
    const issuer = new X509Certificate(root.certificatePem);
    const seal = new X509Certificate(pair.certificatePem);
    expect(issuer.ca).toBe(true);
    expect(seal.ca).toBe(false);
    expect(seal.verify(issuer.publicKey)).toBe(true);
    expect(seal.checkIssued(issuer)).toBe(true);
    expect(seal.subject).toBe('O=Dinas Contoh\nCN=Segel elektronik Dinas Contoh');
    expect(seal.serialNumber).toMatch(/^7F00FF00/);
    expect(seal.validToDate).toEqual(validity.notAfter);
    expect(pair.keyPem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  });

  it('keep within the longest name a certificate may carry', async () => {
    const agencyName = 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat, dan Kawasan Permukiman';
    const seal = new X509Certificate(
      (await makeSeal({ agencyName, root, ...validity, serial })).certificatePem,
    );
    expect([...seal.subject.split('\n')[0]!.replaceAll('\\', '')].length).toBe(2 + 64);
  });

  it('mark the end of well-meant mistakes', async () => {
    await expect(makeRoot({ name: 'x', ...validity, serial: Buffer.alloc(2) })).rejects.toThrow('serial');
    const pair = await makeSeal({ agencyName: 'Dinas Contoh', root, ...validity, serial });
    expect(() => fileSigner(root.keyPem, pair.certificatePem)).toThrow('do not belong together');
  });
});
