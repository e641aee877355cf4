import { X509Certificate } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../test/signing-world.ts';
import { checkPact, checkQr, parseQrText, parseRecord } from '../verify/index.ts';
import { makeSeal } from './certificates.ts';
import { checkHere, checkReceipt } from './check-here.ts';
import { rootOf, sealOf, vkeyLine } from './keys.ts';
import { pactFile, pactFileName, sealPacts } from './pact-file.ts';
import { claimsOfPact, pactQr } from './pact-qr.ts';
import { qrCode, WRITER_VERSION } from './pdf/index.ts';
import { proofOf } from './proof.ts';
import { sealPath } from './seals/seal-file.ts';
import { recordByReceipt, type StoredRecord } from './store.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let campaignId: string;
let stored: StoredRecord;
beforeAll(async () => {
  site = await openSigningWorld();
});
beforeEach(async () => {
  campaignId = await site.openedCampaign();
  const { receipt } = await signAs(site, campaignId, site.world.people.dinas);
  stored = await recordByReceipt(site.db.pool, agencyId, receipt);
});
afterAll(() => site.close());

const query = (text: string, ...values: unknown[]) => site.db.pool.query(text, values);
const kept = async () => (await query('select * from evidence.pdf where campaign_id = $1', campaignId)).rows;
const failed = (report: Awaited<ReturnType<typeof checkPact>>) =>
  report.checks.filter(({ verdict }) => verdict === 'fail').map(({ code }) => code);

describe('the PDF of a record', () => {
  it('is sealed once and is the same bytes ever after', async () => {
    const first = await pactFile(site.platform, stored);
    const second = await pactFile(site.platform, stored);
    expect(Buffer.from(second.bytes)).toEqual(Buffer.from(first.bytes));
    expect(await kept()).toHaveLength(1);
    expect(first.record).toEqual(parseRecord(stored.record));
  });

  it('is one file even when five ask for the first time at once', async () => {
    const files = await Promise.all([1, 2, 3, 4, 5].map(() => pactFile(site.platform, stored)));
    expect(new Set(files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
    expect(await kept()).toHaveLength(1);
  });

  it('is valid to a stranger who holds the root, the log key and the proof', async () => {
    await site.publish();
    const { bytes } = await pactFile(site.platform, stored);
    const stranger = {
      pdf: bytes,
      roots: [(await rootOf(site.platform.config, SIGNING_DAY)).certificatePem],
      logKeys: [vkeyLine(site.key)],
      proof: (await proofOf(site.db.pool, stored, null))!,
    };
    expect((await checkPact(stranger)).verdict).toBe('valid');
    expect((await checkPact({ ...stranger, logKeys: [] })).verdict).toBe('incomplete');
    const receipt = parseRecord(stored.record).receipt;
    expect((await checkReceipt(site.platform, site.key, agencyId, receipt)).verdict).toBe('valid');
  });

  it.each([
    ['sha256', 'sha256'],
    ['signature', 'signature'],
  ])('is not given out when the kept %s was changed', async (_, column) => {
    await pactFile(site.platform, stored);
    await query(
      `update evidence.pdf set ${column} = set_byte(${column}, 20, get_byte(${column}, 20) # 1)
                 where campaign_id = $1`.replace('$1', `'${campaignId}'`),
    );
    await expect(pactFile(site.platform, stored)).rejects.toThrow('evidence.recordDiffers');
  });

  it('is not given out when its record was changed', async () => {
    await pactFile(site.platform, stored);
    const changed = Buffer.from(stored.record.toString('utf8').replace('ruf Contoh', 'luf Contoh'));
    await expect(pactFile(site.platform, { ...stored, record: changed })).rejects.toThrow(
      'evidence.recordDiffers',
    );
  });

  it('is not made from a changed record, nor from one that is none any more', async () => {
    for (const [from, to] of [
      ['"Dinas Contoh"', '"Dinas Cantah"'],
      ['"Dinas Contoh"', '"Dinas'],
    ] as const) {
      const changed = Buffer.from(stored.record.toString('utf8').replace(from, to));
      const refused = expect.objectContaining({ code: 'evidence.recordDiffers', status: 409 });
      await expect(pactFile(site.platform, { ...stored, record: changed })).rejects.toEqual(refused);
    }
    expect(await kept()).toEqual([]);
  });

  it('with a flipped byte is refused, wherever it is', async () => {
    await site.publish();
    const { bytes } = await pactFile(site.platform, stored);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const damaged = Buffer.from(bytes);
      damaged[at] = damaged[at]! ^ 1;
      const report = await checkHere(site.platform, site.key, damaged);
      expect(report.verdict, `byte ${at}`).toBe('invalid');
      expect(failed(report).length, `byte ${at}`).toBeGreaterThan(0);
    }
  });

  it('carries a QR code that proves its claims without a network', async () => {
    await pactFile(site.platform, stored);
    const [row] = await kept();
    const record = parseRecord(stored.record);
    const { keyId, signer } = await sealOf(site.platform, agencyId);
    const claims = claimsOfPact(record, stored, keyId);
    const text = pactQr(stored.verifyUrl, claims, row.qr_signature);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    const seal = new X509Certificate(signer.certificate).toString();
    const roots = [(await rootOf(site.platform.config, SIGNING_DAY)).certificatePem];
    expect(checkQr({ text, seals: [seal], roots }).verdict).toBe('valid');
    expect(parseQrText(text).claims).toMatchObject({ receipt: record.receipt, index: stored.idx });
    const { bytes } = await pactFile(site.platform, stored);
    expect(Buffer.from(bytes).includes(Buffer.from(qrCode(text).rows).toString('hex'))).toBe(true);
  });

  it('sealed by an older writer is sealed anew beside it', async () => {
    const { bytes } = await pactFile(site.platform, stored);
    await query(`insert into evidence.pdf (agency_id, campaign_id, idx, writer_version, certificate_id, signature, sha256)
                 select agency_id, campaign_id, idx, 1, certificate_id, '\\x00', '\\x00' from evidence.pdf`);
    expect((await pactFile(site.platform, stored)).bytes).toEqual(bytes);
    expect((await kept()).map((row) => row.writer_version).sort()).toEqual([1, WRITER_VERSION]);
  });

  it('of several campaigns come together, in the order they were asked for', async () => {
    const other = await site.openedCampaign();
    const { receipt } = await signAs(site, other, site.world.people.seksi);
    const second = await recordByReceipt(site.db.pool, agencyId, receipt);
    await pactFile(site.platform, stored);
    const files = await sealPacts(site.platform, [second, stored]);
    expect(files.map(({ record }) => record.campaign.id)).toEqual([other, campaignId]);
    for (const [at, one] of [second, stored].entries())
      expect(Buffer.from((await pactFile(site.platform, one)).bytes).equals(files[at]!.pdf.bytes)).toBe(true);
  });

  it('has a name that every system takes', () => {
    const record = parseRecord(stored.record);
    const named = (name: string) => pactFileName({ ...record, person: { ...record.person, name } });
    expect(named("Ma'ruf Contoh, S.H.")).toBe(`Ma-ruf-Contoh-S-H-${record.receipt}.pdf`);
    expect(named('漢')).toBe(`pakta-${record.receipt}.pdf`);
    expect(named('../../etc/passwd')).toBe(`etc-passwd-${record.receipt}.pdf`);
    expect(named('x'.repeat(200)).length).toBeLessThan(90);
  });
});

it('of a seal with an RSA key is valid, and its QR code holds the address alone', async () => {
  const own = await openSigningWorld();
  const root = await rootOf(own.platform.config, SIGNING_DAY);
  const years = { notBefore: new Date('2022-01-01Z'), notAfter: new Date('2042-01-01Z') };
  const named = { agencyName: 'CONTOH', serial: Buffer.alloc(16, 7), kind: 'rsa-2048' } as const;
  const seal = await makeSeal({ ...named, root, ...years });
  writeFileSync(sealPath(own.platform.config, agencyId), JSON.stringify(seal));
  const { receipt } = await signAs(own, await own.openedCampaign(), own.world.people.dinas);
  await own.publish();
  const one = await recordByReceipt(own.db.pool, agencyId, receipt);
  const { bytes } = await pactFile(own.platform, one);
  expect((await checkHere(own.platform, own.key, bytes)).verdict).toBe('valid');
  expect(Buffer.from(bytes).includes(Buffer.from(qrCode(one.verifyUrl).rows).toString('hex'))).toBe(true);
  expect(Buffer.from((await pactFile(own.platform, one)).bytes).equals(bytes)).toBe(true);
  await own.close();
});

describe('checking a file here', () => {
  it.each(['', 'bukan pdf', '%PDF-1.7\n%%EOF'])('that is no pact says so: %j', async (text) => {
    const report = await checkHere(site.platform, site.key, Buffer.from(text));
    expect(report.verdict).toBe('invalid');
    expect(failed(report)).toContain('pdf-readable');
  });

  it('does not call a database that is away an unknown document', async () => {
    const { bytes } = await pactFile(site.platform, stored);
    const away = { ...site.platform, pool: { query: () => Promise.reject(new Error('away')) } };
    await expect(checkHere(away as unknown as typeof site.platform, site.key, bytes)).rejects.toThrow('away');
  });

  it('of another installation finds neither its root nor its log', async () => {
    const other = await openSigningWorld();
    const theirs = await other.openedCampaign();
    const { receipt } = await signAs(other, theirs, other.world.people.dinas);
    await other.publish();
    const { bytes } = await pactFile(other.platform, await recordByReceipt(other.db.pool, agencyId, receipt));
    expect((await checkHere(other.platform, other.key, bytes)).verdict).toBe('valid');
    const report = await checkHere(site.platform, site.key, bytes);
    expect(failed(report)).toEqual(['seal-certificate']);
    await other.close();
  });
});

describe('the keys', () => {
  it('are files of their owner alone', () => {
    const folder = join(site.platform.config.dataDir, 'keys');
    const names = readdirSync(folder);
    expect(names.sort()).toEqual(['log.pem', 'root.json', 'seal-fakfak.json']);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
