import { spawnSync } from 'node:child_process';
import { sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLogKey, makeProof } from '../../verify/fixtures/log.ts';
import { exampleMinutes, examplePhotos } from '../../verify/fixtures/minutes.ts';
import { makePdf, pactOptions } from '../../verify/fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from '../../verify/fixtures/record.ts';
import { makeSealKeys } from '../../verify/fixtures/seal.ts';
import {
  claimsMessage,
  claimsOf,
  commitment,
  encodeClaims,
  encodeEntry,
  minutesBytes,
  qrText,
  readCertificate,
  recordBytes,
  sealKeyId,
} from '../../verify/index.ts';
import { prepareMinutes } from '../minutes/pdf/minutes.ts';
import { sampleKeys } from '../pdf/fixtures/keys.ts';
import { photoOf, sealDocument } from '../pdf/index.ts';

/** Alone in a folder, as somebody would have it who took this one file. */
const folder = mkdtempSync(join(tmpdir(), 'ikrar-program-'));
const at = (name: string) => join(folder, name);
const keys = makeSealKeys();
const log = makeLogKey('ikrar.example/contoh/g');
const place = commitment(exampleSalt, recordBytes(exampleRecord));

beforeAll(async () => {
  const script = pathToFileURL(join(import.meta.dirname, '../../../scripts/verifier.mjs')).href;
  const { buildVerifier } = (await import(script)) as { buildVerifier(folder: string): Promise<void> };
  await buildVerifier(folder);
  const seal = { index: 5, origin: log.key.name, salt: exampleSalt, verifyUrl: 'https://ikrar.example/v' };
  const pdf = makePdf(keys, pactOptions(exampleRecord, seal));
  writeFileSync(at('pakta.pdf'), pdf);
  const changed = Uint8Array.from(pdf);
  changed[40] = (changed[40] as number) ^ 1;
  writeFileSync(at('rusak.pdf'), changed);
  writeFileSync(at('akar.pem'), keys.rootPem);
  writeFileSync(at('log.vkey'), `${log.vkey}\n`);
  const entry = encodeEntry({ kind: 'pact', commitment: place });
  writeFileSync(at('pakta.tlog-proof'), await makeProof(log, entry, 5, 11));
  const pems = keys.chain.map(
    (der) =>
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`,
  );
  writeFileSync(at('segel.pem'), pems.join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['ikrar-verify.mjs', ...args], {
    ...{ cwd: folder, encoding: 'utf8', env: { PATH: '' } },
  });
  return { status, out: stdout, err: stderr };
}

function code(): string {
  const spki = readCertificate(keys.chain[0] as Uint8Array).publicKey?.export({
    type: 'spki',
    format: 'der',
  });
  const claims = encodeClaims(claimsOf(exampleRecord, 5, place, sealKeyId(spki as Buffer)));
  const key = { key: keys.keyPem, dsaEncoding: 'ieee-p1363' as const };
  return qrText('https://ikrar.example', claims, sign('sha256', claimsMessage(claims), key));
}

describe('the program of one file', () => {
  it('needs nothing but Node.js itself', () => {
    const program = readFileSync(at('ikrar-verify.mjs'), 'utf8');
    const imports = [...program.matchAll(/^import .*? from "([^"]+)";$/gm)].map(([, from]) => from as string);
    expect([...new Set(imports)].sort()).toEqual(['node:crypto', 'node:fs/promises', 'node:util']);
    expect(program).not.toMatch(/\brequire\(|\bimport\(/);
  });

  it('finds a pact valid, check by check, with keys from files or from the line', () => {
    const trust = ['--root', 'akar.pem', '--proof', 'pakta.tlog-proof'];
    for (const key of ['log.vkey', log.vkey]) {
      const { status, out } = run('pakta.pdf', ...trust, '--log-key', key);
      expect(out).toMatch(/^ok {4}pdf-readable: .*\n[\s\S]*\nVALID\n$/);
      expect(status).toBe(0);
    }
    const { checks, verdict } = JSON.parse(run('pakta.pdf', ...trust, '--log-key', log.vkey, '--json').out);
    expect(verdict).toBe('valid');
    expect(checks).toHaveLength(10);
  });

  it('finds minutes valid too', async () => {
    const { root, signer } = await sampleKeys('p256');
    const [record, seal] = [
      exampleMinutes(),
      { index: 5, origin: log.key.name, salt: exampleSalt, verifyUrl: 'https://ikrar.example/v' },
    ];
    const prepared = prepareMinutes(record, seal, examplePhotos.map(photoOf));
    writeFileSync(at('berita-acara.pdf'), (await sealDocument(prepared, signer)).bytes);
    writeFileSync(at('akar-lain.pem'), root.certificatePem);
    const place = commitment(exampleSalt, minutesBytes(record));
    const entry = encodeEntry({ kind: 'minutes', commitment: place });
    writeFileSync(at('berita-acara.tlog-proof'), await makeProof(log, entry, 5, 11));
    const trust = ['--root', 'akar-lain.pem', '--proof', 'berita-acara.tlog-proof', '--log-key', 'log.vkey'];
    const { status, out } = run('berita-acara.pdf', ...trust);
    expect(out).toMatch(/^ok {4}minutes-content: .*\nok {4}minutes-counts: .*\nok {4}minutes-photos: /m);
    expect([status, /\nVALID\n$/.test(out)]).toEqual([0, true]);
  });

  it('says whose seal it is, and takes no other where it is told which', () => {
    const given = ['pakta.pdf', '--root', 'akar.pem', '--seal'];
    expect(run(...given, 'segel.pem').out).toMatch(/^ok {4}seal-certificate: .*\n {7}CN=Segel Contoh$/m);
    expect(run(...given, 'akar.pem').out).toMatch(/^FAIL {2}seal-certificate: .*\n {7}seal-of-another: /m);
  });

  it('ends with 1 where something fails or cannot be made', () => {
    const damaged = run('rusak.pdf', '--root', 'akar.pem');
    expect([damaged.status, /^FAIL {2}document-unchanged/m.test(damaged.out)]).toEqual([1, true]);
    const bare = run('pakta.pdf');
    expect([bare.status, /^\?\? {4}seal-certificate[\s\S]*INCOMPLETE\n$/m.test(bare.out)]).toEqual([1, true]);
  });

  it('checks the text of a code', () => {
    const trusted = run(code(), '--seal', 'segel.pem', '--root', 'akar.pem');
    expect([trusted.status, /^ok {4}qr-signature[\s\S]*\nVALID\n$/m.test(trusted.out)]).toEqual([0, true]);
    expect(run(code()).out).toContain('no-seals');
  });

  it('ends with 2 and one clear line where it cannot begin', () => {
    for (const args of [
      [],
      ['a', 'b'],
      ['pakta.pdf', '--odd'],
      ['tidak-ada.pdf'],
      ['pakta.pdf', '--root', 'log.vkey'],
    ]) {
      const { status, out, err } = run(...args);
      expect([status, out], args.join(' ')).toEqual([2, '']);
      expect(err).not.toContain('    at ');
    }
  });
});
