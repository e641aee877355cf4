import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Mischief,
  type StandIn,
  standInSettings,
  startStandIn,
} from '../../../../test/bsre-stand-in.ts';
import { absent, judge } from '../../../evidence/pdf/fixtures/judge.ts';
import { sampleRecord } from '../../../evidence/pdf/fixtures/sample-record.ts';
import type { Io } from '../../../platform/command.ts';
import { readConfig } from '../../../platform/config.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { makeSealKeys } from '../../../verify/fixtures/seal.ts';
import { bsreCommands } from './commands.ts';
import { requireOwnName } from './own-certificate.ts';
import { openService, type Service } from './service.ts';
import { readSignedFile } from './signed-file.ts';
import { statementPdf } from './statement.ts';

const NIK = '9101010101010001';
const PASSPHRASE = 'Kenari-Uji-81!';
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
beforeEach(() => {
  standIn.mischief = 'none';
  standIn.asked.length = 0;
  standIn.people = new Map([
    [NIK, { name: 'SITI CONTOH', passphrase: PASSPHRASE }],
    ['9101010101010002', { name: 'LAMA CONTOH', passphrase: 'x', standing: 'EXPIRED' }],
    ['9101010101010003', { name: 'BARU CONTOH', passphrase: 'x', standing: 'NEW' }],
  ]);
});
afterAll(() => standIn.stop());

const pdf = statementPdf(sampleRecord());
const open = (version: 'v1' | 'v2', patience?: number): Service => {
  const { bsre } = readConfig(standInSettings(standIn, version));
  if (!bsre) throw new Error('no service');
  return openService(bsre, patience);
};
const toCertify = (change = {}) => ({
  pdf,
  nik: NIK,
  passphrase: PASSPHRASE,
  reason: 'Pakta',
  location: 'Fakfak',
  ...change,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      expect(error.cause).toBeUndefined();
      expect(`${error.stack} ${JSON.stringify(error)}`).not.toMatch(new RegExp(`${NIK}|${PASSPHRASE}`));
      return error.code;
    },
  );

describe.each(['v1', 'v2'] as const)('the service, interface %s', (version) => {
  it('signs what it was given, in an increment that outside readers find valid', async () => {
    const service = open(version);
    await service.requireReady(NIK, service.deadline());
    const signed = await service.sign(toCertify(), service.deadline());
    const { continues, names } = readSignedFile(signed, pdf);
    expect([continues, names]).toEqual([true, ['SITI CONTOH']]);
    expect(await service.verify(signed, service.deadline())).toBe('valid');
    expect(await service.verify(pdf, service.deadline())).toBe('invalid');
    expect(service.trial).toBe(true);
    if (absent(['pdfsig']).length > 0) return;
    const place = mkdtempSync(join(tmpdir(), 'ikrar-bsre-'));
    writeFileSync(join(place, 'signed.pdf'), signed);
    expect(judge('pdfsig', [join(place, 'signed.pdf')])?.said).toContain('Signature is Valid');
    rmSync(place, { recursive: true });
  });

  it.each([
    ['9101010101010009', 'bsre.notEnrolled'],
    ['9101010101010002', 'bsre.expired'],
    ['9101010101010003', 'bsre.unusable'],
  ])('says before signing that %s cannot: %s', async (nik, code) => {
    const service = open(version);
    expect(await codeOf(service.requireReady(nik, service.deadline()))).toBe(code);
  });

  it.each<[Mischief, string]>([
    ['cut', 'bsre.unreachable'],
    ['error500', 'bsre.down'],
    ['words500', 'bsre.wrongPassphrase'],
    ['garbage', 'bsre.badAnswer'],
    ['endless', 'bsre.badAnswer'],
    ['redirect', 'bsre.unreachable'],
  ])('%s is %s, and nothing of what was sent is in it', async (mischief, code) => {
    const service = open(version);
    standIn.mischief = mischief;
    expect(await codeOf(service.sign(toCertify(), service.deadline()))).toBe(code);
    expect(standIn.asked.filter((path) => path.includes('elsewhere'))).toEqual([]);
  });

  it('that stays silent is given up', async () => {
    const service = open(version, 200);
    standIn.mischief = 'silent';
    expect(await codeOf(service.sign(toCertify(), service.deadline()))).toBe('bsre.timeout');
  });

  it('refuses a wrong passphrase, somebody unknown, and an account that is not ours', async () => {
    const service = open(version);
    const until = () => service.deadline();
    expect(await codeOf(service.sign(toCertify({ passphrase: 'lain' }), until()))).toBe(
      'bsre.wrongPassphrase',
    );
    expect(await codeOf(service.sign(toCertify({ nik: '1'.repeat(16) }), until()))).toBe('bsre.notEnrolled');
    const { bsre } = readConfig({ ...standInSettings(standIn, version), IKRAR_BSRE_PASSWORD: 'salah' });
    const other = openService(bsre as NonNullable<typeof bsre>);
    expect(await codeOf(other.sign(toCertify(), until()))).toBe('bsre.noAccess');
  });

  it.each<[Mischief, string]>([
    ['unsigned', 'bsre.badAnswer'],
    ['flipped', 'bsre.badAnswer'],
  ])('that answers with a file that is %s is found out', async (mischief, code) => {
    const service = open(version);
    standIn.mischief = mischief;
    const signed = await service.sign(toCertify(), service.deadline());
    expect(await codeOf((async () => readSignedFile(signed, pdf))())).toBe(code);
  });

  it('that wrote the document anew is taken where its signature covers all of it, and told', async () => {
    const service = open(version);
    standIn.mischief = 'rewritten';
    const signed = await service.sign(toCertify(), service.deadline());
    expect(readSignedFile(signed, pdf).continues).toBe(false);
    const longer = Buffer.concat([signed, Buffer.from('\n% more\n')]);
    expect(() => readSignedFile(longer, pdf)).toThrow('bsre.badAnswer');
  });
});

describe('ikrar bsre check', () => {
  const said = async (args: string[], settings = standInSettings(standIn, 'v2')) => {
    let out = '';
    const write = (text: unknown) => {
      out += String(text);
      return true;
    };
    const io = { stdout: { write }, stderr: { write } } as unknown as Io;
    return { code: await bsreCommands[0]?.run(args, io, readConfig(settings)), out };
  };

  it('tries address and account without signing anything', async () => {
    expect(await said([])).toMatchObject({ code: 0, out: expect.stringContaining('takes our account') });
    const wrong = { ...standInSettings(standIn, 'v1'), IKRAR_BSRE_PASSWORD: 'salah' };
    expect(await said(['--json'], wrong)).toMatchObject({
      code: 1,
      out: expect.stringContaining('"ok": false'),
    });
    expect(standIn.asked.filter((path) => path.includes('sign'))).toEqual([]);
  });

  it('asks what the service says of a file', async () => {
    const place = mkdtempSync(join(tmpdir(), 'ikrar-bsre-'));
    const [plain, signed] = [join(place, 'plain.pdf'), join(place, 'signed.pdf')];
    writeFileSync(plain, pdf);
    writeFileSync(signed, await open('v2').sign(toCertify(), open('v2').deadline()));
    expect((await said(['--file', signed])).code).toBe(0);
    expect((await said(['--file', plain])).code).toBe(1);
    rmSync(place, { recursive: true });
  });
});

it('fetches a document by its number where only that came', async () => {
  const service = open('v1');
  standIn.mischief = 'byNumber';
  const signed = await service.sign(toCertify(), service.deadline());
  expect(readSignedFile(signed, pdf).continues).toBe(true);
  expect(standIn.asked.at(-1)).toMatch(/^GET \/api\/sign\/download\/\w+$/);
});

it.each([
  ['https://esign.example.go.id', false],
  ['https://esign.dinas.go.id:8443/layanan', false],
  ['https://esign.example', true],
  ['https://bsre.test', true],
  ['http://localhost:9000', true],
])('%s is a trial service: %s', (url, trial) => {
  const service = openService({ url, version: 'v2', user: 'a', password: 'b' });
  expect([service.trial, service.host]).toEqual([trial, new URL(url).host]);
});

describe('the name in the certificate', () => {
  it('is that of a person: an authority, or the stamp of a time, signs for nobody called so', () => {
    const certificates = makeSealKeys({ rsa: true }).chain;
    const [before, after] = ['%PDF-1.7\n/ByteRange [0 00000 00000 00007] /Contents ', '\n%%EOF\n'];
    const [at, end] = [before.length, before.length + 2 * (32 + Buffer.concat(certificates).length) + 2];
    const head = before.replace('00000 00000', [at, end].map((n) => String(n).padStart(5, '0')).join(' '));
    const digest = createHash('sha256')
      .update(head + after)
      .digest();
    const value = Buffer.concat([digest, ...certificates.toReversed()]).toString('hex');
    const file = Buffer.from(`${head}<${value}>${after}`, 'latin1');
    expect(readSignedFile(file, new Uint8Array()).names).toEqual(['Segel Contoh']);
  });

  it.each([
    ['SITI CONTOH', 'Siti Contoh, S.Sos.'],
    ['Dr. Ir. H. Ma’ruf Contoh, M.Si', "Ma'ruf Contoh"],
    ['9101010101010001 - SITI CONTOH', 'Siti Contoh'],
    ['SITI', 'Siti'],
    ['SITI AMINAH CONTOH', 'Siti Contoh'],
  ])('%s is %s', (certified, name) => expect(() => requireOwnName([certified], name)).not.toThrow());

  it.each([
    ['BUDI CONTOH', 'Siti Contoh'],
    ['', 'Siti Contoh'],
    ['Balai Sertifikasi Elektronik', 'Siti Contoh'],
    ['SIT', 'Siti Contoh'],
  ])('%s is not %s', (certified, name) =>
    expect(() => requireOwnName([certified], name)).toThrow('bsre.otherPerson'),
  );
});
