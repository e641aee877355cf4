import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scanPdf, TELLTALE, telephonePhoto } from '../../../../test/scan-files.ts';
import { signAs } from '../../../../test/signing-world.ts';
import {
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
  second,
  signatures,
  site,
  stranger,
  turn,
} from './test-ink.ts';

inkSite();

describe('attaching a scan', () => {
  it('keeps the photo without what the camera tells, and seals nothing', async () => {
    const answer = await attach(first);
    expect(answer.status).toBe(303);
    const { rows } = await site.db.pool.query('select * from signing.scan where campaign_id = $1', [
      campaignId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].bytes.includes(Buffer.from(TELLTALE))).toBe(false);
    expect(createHash('sha256').update(rows[0].bytes).digest()).toEqual(rows[0].sha256);
    expect(await signatures()).toHaveLength(0);
    const list = await (await get(here(), second)).text();
    expect(list).toMatch(/Ma(&#39;|')ruf Contoh/);
    expect(list).toContain('Menunggu pemeriksaan');
  });

  it('twice with the same file is one scan', async () => {
    const [one, two] = await Promise.all([attached(), attached()]);
    expect(one).toBe(two);
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'bukan JPEG, PNG, atau PDF'],
    ['nothing', '', 'Pilih berkas'],
    ['half a photo', telephonePhoto().subarray(0, 400), 'rusak atau terpotong'],
    ['a PDF with a script', scanPdf('/OpenAction << /S /JavaScript >>'), 'memuat skrip'],
  ])('of %s named pakta.jpg is refused on the same page', async (_, content, words) => {
    const answer = await attach(first, Buffer.from(content as string));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain('value="2024-09-17"');
    expect(html).toContain('href="#f-file"');
  });

  it.each(['2024-09-19', '2024-02-31', '', '17/09/2024'])('with the date %j is refused', async (signedOn) => {
    expect((await attach(first, undefined, { signedOn })).status).toBe(422);
  });

  it('with neither date nor file names both', async () => {
    const html = await (await attach(first, Buffer.alloc(0), { signedOn: '' })).text();
    expect(html).toContain('href="#f-file"');
    expect(html).toContain('href="#f-signedOn"');
  });

  it('of a PDF called photo keeps it as it is', async () => {
    const scan = await attached(first, scanPdf());
    const file = await get(`${scan}/berkas`, second);
    expect(Buffer.from(await file.arrayBuffer()).equals(scanPdf())).toBe(true);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="pindaian-\w+\.pdf"$/);
  });

  it('for somebody who has signed is refused, and says so on the page', async () => {
    await signAs(site, campaignId, site.world.people.dinas);
    expect((await attach(first)).status).toBe(409);
    const html = await (await get(`${here()}/orang/${site.world.people.dinas}`, first)).text();
    expect(html).toContain('sudah menandatangani dengan cara lain');
    expect(html).not.toContain('type="file"');
  });

  it('is found by name, within the own units only', async () => {
    const mine = await (await get(`${here()}?cari=contoh`, first)).text();
    expect(mine).toContain('Siti Contoh');
    expect(mine).not.toContain('Yosefina');
    expect(await (await get(`${here()}?cari=zzz`, first)).text()).toContain('Tidak ada nama yang cocok');
  });
});

describe('a campaign that does not allow it', () => {
  it('takes no scan and seals none that waits', async () => {
    const scan = await attached();
    await turn(false);
    expect((await attach(second)).status).toBe(409);
    expect((await confirm(scan, second)).status).toBe(409);
    expect(await (await get(here(), first)).text()).toContain('belum dinyalakan');
    expect(await signatures()).toHaveLength(0);
  });
});

describe('who may see a scan', () => {
  it('is staff of the unit alone; others learn nothing', async () => {
    const scan = await attached();
    for (const path of [scan, `${scan}/berkas`, here()]) {
      expect((await get(path)).status, path).toBe(401);
      for (const who of [auditor, stranger]) expect((await get(path, who)).status, path).toBe(403);
    }
    for (const path of [scan, `${scan}/berkas`, `${here()}/nihil`, `${here()}/orang/nihil`])
      expect((await get(path, elsewhere)).status, path).toBe(403);
    expect((await get(`${here()}/nihil`, first)).status).toBe(403);
    expect((await confirm(scan, elsewhere)).status).toBe(403);
  });

  it('is told by headers that let nothing run', async () => {
    const file = await get(`${await attached()}/berkas`, second);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-disposition')).toMatch(/^inline; filename="pindaian-\w+\.jpg"$/);
    const page = await get(here(), second);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

it('nothing of it can be rewritten by the application', async () => {
  await attached();
  const client = await site.db.pool.connect();
  await client.query('set role ikrar_app');
  for (const table of ['scan', 'scan_decision', 'certified_file'])
    for (const statement of [`delete from signing.${table}`, `update signing.${table} set agency_id = 'x'`])
      await expect(client.query(statement), statement).rejects.toThrow('permission denied');
  await client.query('reset role');
  client.release();
  expect(site.faults).toEqual([]);
});
