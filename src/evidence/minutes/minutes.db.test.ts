import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, SIGNING_DAY, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { tampered } from '../../../test/tampering.ts';
import { many, openPool, transaction } from '../../platform/db/index.ts';
import { workAsApplication } from '../../platform/opened.ts';
import { checkSignatures } from '../../signing/index.ts';
import { exampleMinutes, examplePhotos } from '../../verify/fixtures/minutes.ts';
import { canonicalJson, formatReceipt, type MinutesRecord, minutesContent } from '../../verify/index.ts';
import { exportPacts } from '../export/export-pacts.ts';
import {
  checkHere,
  checkLogs,
  minutesFile,
  proofOf,
  recordByReceipt,
  sealMinutes,
  verifyPages,
} from '../index.ts';
import { checkEach } from '../log/check-installation.ts';
import { StoredRecord, sql } from '../store.ts';

const agencyId = 'fakfak';
let site: SigningWorld;
let pool: pg.Pool;
let campaignId: string;
let receipts: string[];
let first: MinutesRecord;
beforeAll(async () => {
  site = await openSigningWorld();
  // Everything below is done with the rights that the server has.
  pool = await openPool(site.db.url, () => {});
  await workAsApplication(site.db.pool, pool, (line) => {
    throw new Error(line);
  });
  verifyPages(site.app, site.platform, site.key);
  campaignId = await site.openedCampaign();
  const { dinas, kecamatan } = site.world.people;
  const pact = await signAs(site, campaignId, dinas);
  first = minutesOf();
  await seal(first);
  receipts = [pact.receipt, (await signAs(site, campaignId, kecamatan)).receipt];
  await site.publish();
});
afterAll(async () => {
  await pool.end();
  await site.close();
});

function minutesOf(changes: Partial<MinutesRecord> = {}): MinutesRecord {
  const base = exampleMinutes();
  const record = {
    ...base,
    agency: { ...base.agency, id: agencyId },
    campaign: { ...base.campaign, id: campaignId },
    ...{ text: null, example: false, at: SIGNING_DAY.toISOString() },
    receipt: formatReceipt(randomBytes(10)),
    ...changes,
  };
  return { ...record, content: minutesContent(record) };
}

const seal = (record: MinutesRecord, photos: readonly Uint8Array[] = examplePhotos) =>
  transaction(pool, (client) => sealMinutes(client, site.platform, record, photos));
const platform = () => ({ ...site.platform, pool });
const differences = async () => {
  const reports = await checkLogs(site.platform, site.key, checkSignatures);
  return reports.map(({ difference }) => difference?.code ?? null);
};

describe('minutes in the log of their campaign', () => {
  it('take the next place, between pacts, and the log is clean', async () => {
    const stored = await recordByReceipt(pool, agencyId, first.receipt);
    expect(stored.idx).toBe(1);
    expect(stored.record.equals(canonicalJson(first))).toBe(true);
    const [log] = await checkLogs(site.platform, site.key, checkSignatures);
    expect(log).toMatchObject({ size: 3, published: 3, difference: null });
  });

  it('are answered with place, log and receipt; a version is sealed once', async () => {
    const record = minutesOf({ ceremony: { ...first.ceremony, version: 2, replaces: first.receipt } });
    const place = await seal(record);
    expect(place).toMatchObject({ receipt: record.receipt, index: 3 });
    expect(place.log).toMatch(/\/fakfak\/[^/]+$/);
    const again = { ...record, receipt: formatReceipt(randomBytes(10)) };
    await expect(seal(again)).rejects.toMatchObject({ code: '23505' });
    expect(await many(pool, sql.minutesPhotos, { agencyId, receipt: again.receipt })).toEqual([]);
    expect(await differences()).toEqual([null, null]);
    await site.publish();
  });

  it('are nobody’s signature: who signed, what is exported and what waits for its seal hold pacts alone', async () => {
    const { rows } = await pool.query(
      'select count(*)::int as signed from signing.signed where campaign_id = $1',
      [campaignId],
    );
    expect(rows[0].signed).toBe(2);
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-minutes-'));
    try {
      const range = { agencyId, campaignId, from: 0, end: 4 };
      expect(await exportPacts(site.platform, folder, [range], () => {})).toBe(2);
      expect(readdirSync(folder)).toHaveLength(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const waiting = await many(pool, sql.unsealed, { agencyId, writerVersion: 0, limit: 9 }, StoredRecord);
    expect(waiting.map(({ idx }) => idx)).toEqual([0, 2]);
  });

  it('are refused with other photos, and with what no document can hold', async () => {
    await expect(seal(minutesOf(), examplePhotos.slice(1))).rejects.toThrow('not those of the minutes');
    await expect(seal({ ...minutesOf(), remarks: 'Lain.' })).rejects.toMatchObject({
      code: 'content-mismatch',
    });
    await expect(seal(minutesOf({ remarks: 'ᜀ' }))).rejects.toThrow('remarks');
  });
});

describe('the file of minutes', () => {
  it('is made once, whoever asks first, and is valid with its proof', async () => {
    const files = await Promise.all([1, 2, 3].map(() => minutesFile(platform(), agencyId, first.receipt)));
    for (const file of files) expect(Buffer.from(file).equals(files[0]!)).toBe(true);
    const stored = await recordByReceipt(pool, agencyId, first.receipt);
    const proof = await proofOf(pool, stored, null);
    expect(proof).toContain('index 1');
    const report = await checkHere(site.platform, site.key, files[0]!);
    expect([report.verdict, report.minutes?.receipt]).toEqual(['valid', first.receipt]);
  });

  it('is no pact’s', async () => {
    await expect(minutesFile(platform(), agencyId, receipts[0]!)).rejects.toMatchObject({
      code: 'evidence.noSuchReceipt',
    });
  });
});

describe('the public check', () => {
  const passes = (html: string) =>
    [...html.matchAll(/<li class="(pass|fail|unknown)">/g)].map(([, one]) => one);

  it('by receipt shows title, figures and signers, and neither guests nor photos', async () => {
    const answer = await site.app.request(`http://localhost/v/${agencyId}/${first.receipt}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(new Set(passes(html))).toEqual(new Set(['pass']));
    for (const words of ['Apel Contoh', '4 dari 5', '3 dari 5', 'belum menandatangani', first.receipt])
      expect(html).toContain(words);
    expect(html).not.toMatch(/Polisi Contoh|Foto contoh/);
  });

  it('by upload finds a changed file', async () => {
    const bytes = Buffer.from(await minutesFile(platform(), agencyId, first.receipt));
    const upload = async (file: Buffer) => {
      const form = new FormData();
      form.set('pdf', new File([file as BlobPart], 'berita-acara.pdf'));
      const init = { method: 'POST', headers: { origin: 'http://localhost' }, body: form };
      return (await site.app.request('http://localhost/v', init)).text();
    };
    expect(new Set(passes(await upload(bytes)))).toEqual(new Set(['pass']));
    bytes[bytes.indexOf(examplePhotos[0]!) + 90]! ^= 1;
    const html = await upload(bytes);
    expect(passes(html)).toContain('fail');
    expect(html).toContain('Foto dalam berkas bukan foto yang disebut berita acara.');
  });
});

/** Attacker: whoever can write to the database. */
describe('what is changed in the database', () => {
  const found = (statement: string, values: unknown[]) =>
    tampered(
      site.db.pool,
      (client) => client.query(statement, values),
      async (client) => {
        const check = { client, key: site.key, signatures: checkSignatures };
        const reports = await checkEach(check, null, () => {});
        return reports.flatMap(({ difference }) => difference?.code ?? []);
      },
    );
  const lied = () => canonicalJson({ ...first, remarks: 'Tidak ada yang hadir.' });

  it.each<[string, string, () => unknown[], string]>([
    ['the record', 'update evidence.record set record = $1 where idx = 1', () => [lied()], 'record-changed'],
    [
      'the name it is filed under',
      `update evidence.record set person_id = 'minutes:lain:1' where idx = $1`,
      () => [1],
      'record-other-person',
    ],
    [
      'its receipt',
      'update evidence.record set receipt = $1 where idx = 1',
      () => ['0000-0000-0000-0000'],
      'record-misfiled',
    ],
    [
      'its salt',
      'update evidence.record set salt = $1 where idx = 1',
      () => [Buffer.alloc(32)],
      'record-changed',
    ],
    [
      'a pact filed as minutes, so that no export has it',
      `update evidence.record set person_id = 'minutes:apel-9:1' where idx = $1`,
      () => [0],
      'record-other-person',
    ],
  ])('%s is found by the check of the log', async (_, statement, values, code) => {
    expect(await found(statement, values())).toEqual([code]);
  });

  it('a photo is found before it is sealed, the file when it is asked for', async () => {
    const record = minutesOf({ ceremony: { ...first.ceremony, id: 'apel-2' } });
    await seal(record);
    const where = [agencyId, record.receipt];
    const set = (bytes: Buffer) =>
      site.db.pool.query(
        'update evidence.minutes_photo set bytes = $3 where agency_id = $1 and receipt = $2 and n = 0',
        [...where, bytes],
      );
    await set(examplePhotos[1]!);
    const refused = { code: 'evidence.recordDiffers' };
    await expect(minutesFile(platform(), agencyId, record.receipt)).rejects.toMatchObject(refused);
    await set(examplePhotos[0]!);
    const file = await minutesFile(platform(), agencyId, record.receipt);
    const spoiled = Buffer.from(file);
    spoiled[100]! ^= 1;
    await site.db.pool.query(
      'update evidence.minutes_file set bytes = $3 where agency_id = $1 and receipt = $2',
      [...where, spoiled],
    );
    await expect(minutesFile(platform(), agencyId, record.receipt)).rejects.toMatchObject(refused);
  });
});
