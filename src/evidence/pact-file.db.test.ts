import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../test/signing-world.ts';
import { checkPact, parseRecord } from '../verify/index.ts';
import { checkHere, checkReceipt } from './check-here.ts';
import { eachRecord } from './each-record.ts';
import { rootOf, vkeyLine } from './keys.ts';
import { pactFile, pactFileName } from './pact-file.ts';
import { proofOf } from './proof.ts';
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
      proof: (await proofOf(site.db.pool, stored))!,
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
    await expect(pactFile(site.platform, stored)).rejects.toThrow('a rebuilt PDF differs');
  });

  it('is not given out when its record was changed', async () => {
    await pactFile(site.platform, stored);
    const changed = Buffer.from(stored.record.toString('utf8').replace('ruf Contoh', 'luf Contoh'));
    await expect(pactFile(site.platform, { ...stored, record: changed })).rejects.toThrow(
      'a rebuilt PDF differs',
    );
  });

  it('made from a changed record that was never printed is caught by its log entry', async () => {
    await site.publish();
    const changed = Buffer.from(stored.record.toString('utf8').replace('"Dinas Contoh"', '"Dinas Cantah"'));
    const { bytes } = await pactFile(site.platform, { ...stored, record: changed });
    const report = await checkHere(site.platform, site.key, bytes);
    expect(report.verdict).toBe('invalid');
    expect(failed(report)).toEqual(['log-inclusion']);
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

  it('has a name that every system takes', () => {
    const record = parseRecord(stored.record);
    const named = (name: string) => pactFileName({ ...record, person: { ...record.person, name } });
    expect(named("Ma'ruf Contoh, S.H.")).toBe(`Ma-ruf-Contoh-S-H-${record.receipt}.pdf`);
    expect(named('漢')).toBe(`pakta-${record.receipt}.pdf`);
    expect(named('../../etc/passwd')).toBe(`etc-passwd-${record.receipt}.pdf`);
    expect(named('x'.repeat(200)).length).toBeLessThan(90);
  });

  it('of every record comes in the order of the log', async () => {
    for (const person of [site.world.people.kecamatan, site.world.people.seksi])
      await signAs(site, campaignId, person);
    const found = [];
    for await (const one of eachRecord(site.platform, agencyId, campaignId)) found.push(one.idx);
    expect(found).toEqual([0, 1, 2]);
  });
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
