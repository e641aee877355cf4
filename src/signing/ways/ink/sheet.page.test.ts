import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scanPdf, TELLTALE, telephonePhoto } from '../../../../test/scan-files.ts';
import { signAs } from '../../../../test/signing-world.ts';
import { addText, draftTexts, withdrawText } from '../../../campaigns/index.ts';
import { recordByReceipt } from '../../../evidence/index.ts';
import { transaction } from '../../../platform/db/index.ts';
import { parseRecord } from '../../../verify/index.ts';
import {
  agencyId,
  attach,
  attached,
  auditor,
  campaignId,
  confirm,
  elsewhere,
  first,
  get,
  here,
  inkSite,
  post,
  second,
  signatures,
  site,
  stranger,
} from './test-ink.ts';

inkSite();

const make = (who = first, unit = site.world.units.dinas) =>
  post(`${here()}/lembar`, who, new URLSearchParams({ unit }));
const made = async () => (await make()).headers.get('location') ?? '';

function bringBack(
  sheet: string,
  people: string[],
  bytes: Uint8Array = telephonePhoto(),
  signedOn = '2024-09-17',
) {
  const form = new FormData();
  form.set('signedOn', signedOn);
  form.set('file', new File([bytes as BlobPart], 'lembar.jpg'));
  for (const person of people) form.append('person', person);
  return post(sheet, first, form);
}

/** Both people of the unit, on one sheet that came back. */
async function returned(bytes?: Uint8Array) {
  const sheet = await made();
  const { dinas, seksi } = site.world.people;
  expect((await bringBack(sheet, [dinas, seksi], bytes)).status).toBe(303);
  const { rows } = await site.db.pool.query(
    'select id, person_id from signing.scan where campaign_id = $1 order by recorded_at',
    [campaignId],
  );
  const scanOf = (person: string) => `${here()}/${rows.find(({ person_id }) => person_id === person).id}`;
  return { sheet, dinas: scanOf(dinas), seksi: scanOf(seksi) };
}

/** Whom the coverage counts as signed. */
async function counted(): Promise<string[]> {
  const { rows } = await site.db.pool.query(
    'select person_id from coverage.standing where campaign_id = $1 and receipt is not null',
    [campaignId],
  );
  return rows.map(({ person_id }) => person_id);
}

describe('a sheet for many', () => {
  it('is printed with the exact text and a row for each who can still sign, on demand the same again', async () => {
    await signAs(site, campaignId, site.world.people.seksi);
    const sheet = await made();
    const html = await (await get(sheet, first)).text();
    expect(html).toMatch(/1\. Ma(&#39;|')ruf Contoh/);
    expect(html).not.toContain('Siti Contoh');
    expect(html).not.toContain(' checked');
    const [one, two] = [await get(`${sheet}/lembar.pdf`, first), await get(`${sheet}/lembar.pdf`, second)];
    const pdf = Buffer.from(await one.arrayBuffer());
    expect(one.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(Buffer.from(await two.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it('comes back as one file, kept once, and nobody counts before a second person has compared', async () => {
    const { sheet, dinas, seksi } = await returned();
    const files = await site.db.pool.query(
      'select bytes, sha256 from signing.sheet_file f where sheet_id = $1',
      [sheet.split('/').at(-1)],
    );
    expect(files.rowCount).toBe(1);
    const { bytes, sha256 } = files.rows[0];
    expect(bytes.includes(Buffer.from(TELLTALE))).toBe(false);
    expect(await counted()).toEqual([]);
    expect(await (await get(sheet, second)).text()).toContain('2 dari 2 nama menunggu');
    const page = await (await get(dinas, second)).text();
    expect(page).toContain('Baris 1 pada lembar bersama');
    expect(page).toContain('Nama di baris 1 adalah');
    expect(page).toContain('Nama berikutnya pada lembar ini: baris 2, Siti Contoh');
    expect((await confirm(dinas, second)).status).toBe(303);
    expect(await counted()).toEqual([site.world.people.dinas]);
    expect((await confirm(seksi, second)).status).toBe(303);
    expect((await counted()).sort()).toEqual([site.world.people.dinas, site.world.people.seksi].sort());
    for (const { receipt } of await signatures()) {
      const { act } = parseRecord((await recordByReceipt(site.db.pool, agencyId, receipt)).record);
      const evidence = { kind: 'ink', scanSha256: createHash('sha256').update(bytes).digest('hex') };
      expect(act).toMatchObject({ method: 'ink', strength: 'scanned', evidence });
      expect(sha256.toString('hex')).toBe(evidence.scanSha256);
    }
    const file = await get(`${dinas}/berkas`, second);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is never confirmed by whoever brought it back, nor all at once', async () => {
    const { sheet, dinas } = await returned();
    expect((await confirm(dinas, first)).status).toBe(409);
    const both = new URLSearchParams({ act: 'confirm' });
    for (const one of ['name', 'text', 'signature']) both.append('compared', one);
    expect((await post(sheet, second, both)).status).toBe(422);
    expect(await counted()).toEqual([]);
    expect(await (await get(sheet, second)).text()).not.toContain('value="confirm"');
  });

  it('has names rejected one by one, with a reason; the rest goes on', async () => {
    const { dinas, seksi } = await returned(scanPdf());
    const reject = new URLSearchParams({ act: 'reject', reason: 'Baris 1 kosong' });
    expect((await post(dinas, second, reject)).status).toBe(303);
    expect((await confirm(seksi, second)).status).toBe(303);
    expect(await counted()).toEqual([site.world.people.seksi]);
    expect((await confirm(dinas, second)).status).toBe(409);
  });

  it('sent twice is one file and one scan a name; another name may be added with the same file', async () => {
    const sheet = await made();
    const { dinas, seksi } = site.world.people;
    const scans = async () =>
      (await site.db.pool.query('select 1 from signing.scan where campaign_id = $1', [campaignId])).rowCount;
    expect((await bringBack(sheet, [dinas])).status).toBe(303);
    expect((await bringBack(sheet, [dinas])).status).toBe(303);
    expect(await scans()).toBe(1);
    expect((await bringBack(sheet, [seksi])).status).toBe(303);
    expect(await scans()).toBe(2);
    const { rowCount } = await site.db.pool.query('select 1 from signing.sheet_file where sheet_id = $1', [
      sheet.split('/').at(-1),
    ]);
    expect(rowCount).toBe(1);
  });
});

describe('what a sheet does not take', () => {
  it('somebody who stands on another paper already', async () => {
    const { dinas } = site.world.people;
    const [one, two] = [await made(), await made()];
    expect((await bringBack(one, [dinas])).status).toBe(303);
    const again = await bringBack(two, [dinas], scanPdf());
    expect(again.status).toBe(409);
    const html = await again.text();
    expect(html).toMatch(/Ma(&#39;|')ruf Contoh sudah ada pada pindaian lain/);
    expect(html).toContain('value="2024-09-17"');
    expect((await bringBack(two, [site.world.people.seksi], scanPdf())).status).toBe(303);
  });

  it('somebody whose own paper waits, or who has signed', async () => {
    const sheet = await made();
    await attached();
    expect((await bringBack(sheet, [site.world.people.dinas], scanPdf())).status).toBe(409);
    await signAs(site, campaignId, site.world.people.seksi);
    const signed = await bringBack(sheet, [site.world.people.seksi], scanPdf());
    expect(signed.status).toBe(409);
    expect(await signed.text()).toContain('sudah menandatangani dengan cara lain');
  });

  it('a name that is not on it, no name, a day to come, a wrong file', async () => {
    const sheet = await made();
    const { dinas, kecamatan } = site.world.people;
    expect((await bringBack(sheet, [kecamatan])).status).toBe(422);
    expect(await (await bringBack(sheet, [])).text()).toContain('href="#f-person"');
    expect(await (await bringBack(sheet, [dinas], undefined, '2024-09-19')).text()).toContain(
      'href="#f-signedOn"',
    );
    const wrong = await bringBack(sheet, [dinas], Buffer.from('<svg/>'));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(new RegExp(`value="${dinas}"[^>]* checked`));
    const { rowCount } = await site.db.pool.query('select 1 from signing.scan where campaign_id = $1', [
      campaignId,
    ]);
    expect(rowCount).toBe(0);
  });

  it('a name again that was rejected on this very file; a new scan of the sheet is needed', async () => {
    const { sheet, dinas } = await returned();
    await post(dinas, second, new URLSearchParams({ act: 'reject', reason: 'Buram' }));
    const again = await bringBack(sheet, [site.world.people.dinas]);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('sudah ditolak pada berkas yang sama');
    expect((await bringBack(sheet, [site.world.people.dinas], scanPdf())).status).toBe(303);
  });

  it('signatures under a text that has changed since', async () => {
    const sheet = await made();
    await transaction(site.db.pool, async (client) => {
      const one = { agencyId, campaignId, kind: 'pact', by: 'system' } as const;
      await withdrawText(client, { ...one, version: 1, reason: 'Salah ketik.' }, site.platform.now());
      const text = { ...draftTexts('pilkada', 'asn-non-asn').pact, title: 'Pakta yang baru' };
      await addText(client, { ...one, text, draft: true, source: 'Uji' }, site.platform.now());
    });
    expect((await bringBack(sheet, [site.world.people.dinas])).status).toBe(409);
    expect(await (await get(sheet, first)).text()).toContain('Teks pakta sudah berganti');
    expect((await get(`${sheet}/lembar.pdf`, first)).status).toBe(200);
  });

  it('a unit where nobody is left', async () => {
    await signAs(site, campaignId, site.world.people.seksi);
    const answer = await make(first, site.world.units.seksi);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Tidak ada lagi yang perlu menandatangani');
  });
});

describe('who may see a sheet', () => {
  it('is staff of the unit alone', async () => {
    const sheet = await made();
    for (const path of [sheet, `${sheet}/lembar.pdf`, `${here()}/lembar`]) {
      expect((await get(path)).status, path).toBe(401);
      for (const who of [auditor, stranger]) expect((await get(path, who)).status, path).toBe(403);
    }
    for (const path of [sheet, `${sheet}/lembar.pdf`, `${here()}/lembar/nihil`])
      expect((await get(path, elsewhere)).status, path).toBe(403);
    expect((await make(elsewhere)).status).toBe(403);
    expect(await (await get(`${here()}/lembar`, elsewhere)).text()).not.toContain(sheet);
  });
});

it('a blank paper for one person is printed for staff of their unit', async () => {
  const path = `${here()}/orang/${site.world.people.dinas}/formulir.pdf`;
  const pdf = await get(path, first);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect((await get(path, elsewhere)).status).toBe(403);
  expect((await attach(first)).status).toBe(303);
});

it('nothing of it can be rewritten by the application', async () => {
  await returned();
  const client = await site.db.pool.connect();
  await client.query('set role ikrar_app');
  for (const table of ['sheet', 'sheet_file', 'scan'])
    for (const statement of [`delete from signing.${table}`, `update signing.${table} set agency_id = 'x'`])
      await expect(client.query(statement), statement).rejects.toThrow('permission denied');
  await client.query('reset role');
  client.release();
  expect(site.faults).toEqual([]);
});
