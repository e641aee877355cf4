import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SealedRecord } from '../../verify/index.ts';
import type { KeyKind } from '../certificates.ts';
import { absent, judge } from './fixtures/judge.ts';
import { sampleKeys } from './fixtures/keys.ts';
import { longestRecord } from './fixtures/longest-record.ts';
import { sampleRecord, sampleSeal } from './fixtures/sample-record.ts';
import { preparePact } from './pact/pact.ts';
import { sealDocument } from './seal-document.ts';

const missing = absent(['pdfsig', 'certutil', 'qpdf', 'openssl', 'pdftotext']);
const folder = mkdtempSync(join(tmpdir(), 'ikrar-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (missing.length > 0) console.log(`outside judges skipped, not installed: ${missing.join(', ')}`);

/** pdfsig ends with 0 even for a tampered file, so its words are what counts. */
function verdict(path: string, nss: string) {
  const { said } = judge('pdfsig', ['-nssdir', `sql:${nss}`, path])!;
  return {
    valid: said.includes('Signature Validation: Signature is Valid.'),
    trusted: said.includes('Certificate Validation: Certificate is Trusted.'),
    total: said.includes('Total document signed') && !said.includes('Not total document signed'),
  };
}

async function sealedFile(kind: KeyKind, record: SealedRecord) {
  const { root, signer } = await sampleKeys(kind);
  const { bytes } = await sealDocument(preparePact(record, sampleSeal), signer);
  const place = mkdtempSync(join(folder, `${kind}-`));
  const [path, rootPath, nss] = [join(place, 'pact.pdf'), join(place, 'root.pem'), join(place, 'nss')];
  writeFileSync(path, bytes);
  writeFileSync(rootPath, root.certificatePem);
  judge('mkdir', [nss]);
  judge('certutil', ['-N', '-d', `sql:${nss}`, '--empty-password']);
  judge('certutil', ['-A', '-d', `sql:${nss}`, '-n', 'root', '-t', 'CT,C,C', '-i', rootPath]);
  return { bytes: Buffer.from(bytes), path, rootPath, nss, place };
}

describe.skipIf(missing.length > 0).each(['p256', 'rsa-2048'] as const)('outside judges, %s', (kind) => {
  it('find the pact valid, trusted, whole and well formed', async () => {
    const { bytes, path, rootPath, nss, place } = await sealedFile(kind, sampleRecord());
    expect(verdict(path, nss)).toEqual({ valid: true, trusted: true, total: true });
    const checked = judge('qpdf', ['--check', path])!;
    expect(checked.code, checked.said).toBe(0);
    expect(checked.said).not.toMatch(/warn/i);
    const [from, resume, rest] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/
      .exec(bytes.toString('latin1'))!
      .slice(1)
      .map(Number);
    expect(resume! + rest!).toBe(bytes.length);
    const value = bytes.toString('latin1', from! + 1, resume! - 1);
    const [cms, content] = [join(place, 'cms.der'), join(place, 'content')];
    writeFileSync(cms, Buffer.from(value, 'hex'));
    writeFileSync(content, Buffer.concat([bytes.subarray(0, from), bytes.subarray(resume)]));
    const base = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', cms, '-content', content];
    const verified = judge('openssl', [...base, '-CAfile', rootPath, '-out', '/dev/null'])!;
    expect(verified.said).toContain('CAdES Verification successful');
    const printed = judge('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', cms])!.said;
    expect(printed).not.toContain('signingTime');
    expect(printed).toContain('id-smime-aa-signingCertificateV2');
  });

  it('find one flipped byte in any part', async () => {
    const { bytes, nss, place } = await sealedFile(kind, sampleRecord());
    const parts = ['/Catalog', 'beginbfrange', 'ikrar/record/v1', '/Producer', '/M (D:', 'trailer', '%%EOF'];
    for (const part of parts) {
      const damaged = Buffer.from(bytes);
      const at = damaged.indexOf(part) + 3;
      damaged[at] = damaged[at]! ^ 1;
      const path = join(place, 'damaged.pdf');
      writeFileSync(path, damaged);
      expect(verdict(path, nss), part).not.toEqual({ valid: true, trusted: true, total: true });
    }
    const longer = join(place, 'longer.pdf');
    writeFileSync(longer, Buffer.concat([bytes, Buffer.from('\n%more\n')]));
    expect(verdict(longer, nss).total).toBe(false);
  });
});

const readers = absent(['pdftoppm', 'zbarimg']);
if (readers.length > 0) console.log(`the printed QR code is not read, not installed: ${readers.join(', ')}`);

describe.skipIf(readers.length > 0)('the QR code on paper', () => {
  it('is read from a scan of 200 dots an inch, as long as it can become', async () => {
    const { signer } = await sampleKeys('p256');
    for (const length of [260, 420]) {
      const qrText = `HTTPS://IKRAR.EXAMPLE/Q/${'7K3M$-9:QXT*04ZD.WB5'.repeat(30)}`.slice(0, length);
      const prepared = preparePact(sampleRecord(), sampleSeal, undefined, { qrText });
      const place = mkdtempSync(join(folder, 'qr-'));
      const [path, page] = [join(place, 'pact.pdf'), join(place, 'page')];
      writeFileSync(path, (await sealDocument(prepared, signer)).bytes);
      judge('pdftoppm', ['-r', '200', '-gray', '-singlefile', path, page]);
      expect(judge('zbarimg', ['-q', '--nodbus', '--raw', `${page}.pgm`])?.said.trim()).toBe(qrText);
    }
  });
});

describe.skipIf(missing.length > 0)('the text of a pact', () => {
  it('can be copied out in reading order', async () => {
    const { path } = await sealedFile('p256', sampleRecord());
    const { said } = judge('pdftotext', ['-raw', path, '-'])!;
    const record = sampleRecord();
    const flat = said.replace(/\s+/g, ' ');
    const order = [
      'CONTOH – orang rekaan',
      'PEMERINTAH KABUPATEN CONTOH BARAT',
      'PAKTA INTEGRITAS NETRALITAS PEGAWAI APARATUR SIPIL NEGARA',
      record.bases[1]!,
      record.person.name,
      '19850312 201001 2 005',
      ...record.text.points,
      record.text.closing,
      'Kota Contoh, 23 Februari 2023',
      record.receipt,
      'Tanda tangan elektronik tidak tersertifikasi. Disegel secara elektronik oleh',
      '09.15.32 WIB',
      'Catatan log 1.233',
      sampleSeal.verifyUrl,
    ];
    const places = order.map((words) => flat.indexOf(words));
    const [notice, ...body] = places;
    expect(notice).toBeGreaterThanOrEqual(0);
    expect(body).toEqual([...body].sort((a, b) => a - b));
    expect(body[0]).toBeGreaterThanOrEqual(0);
  });

  it('stays inside the margins with the longest values', async () => {
    const { path } = await sealedFile('p256', longestRecord());
    const { said } = judge('pdftotext', ['-bbox', path, '-'])!;
    const boxes = [...said.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g)];
    expect(boxes.length).toBeGreaterThan(500);
    for (const [whole, left, top, right, bottom] of boxes) {
      expect(Number(left) >= 70 && Number(right) <= 534, whole).toBe(true);
      expect(Number(top) >= 15 && Number(bottom) <= 822, whole).toBe(true);
    }
  });
});
