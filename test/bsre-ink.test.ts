import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type StandIn, standInSettings, startStandIn } from './bsre-stand-in.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { telephonePhoto } from './scan-files.ts';
import { removeData, run, type Server, serving, temporaryData } from './server.ts';
import { expectNoFaults, readText, type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 240_000 });

const CAMPAIGN = '/kerja/kalteng/gerakan/kalteng-pemilu-2024';
const NIK = '6271014107850001';
const PASSPHRASE = 'Burung-Tingang-5512!';
const SEND = 'main form[method=post] button[type=submit]:visible';
let standIn: StandIn;
let server: Server;
let browser: Browser;
let dataDir: string;
let officer: Walker;
let operator: Walker;
const slips: { name: string; code: string }[] = [];

beforeAll(async () => {
  standIn = await startStandIn();
  dataDir = temporaryData();
  const program = run(['serve', '--json'], dataDir, standInSettings(standIn, 'v1'));
  [server, browser] = await Promise.all([serving(program), launchBrowser()]);
  [officer, operator] = [await signedIn('petugas'), await signedIn('operator')];
});
afterAll(async () => {
  await browser?.close();
  await server?.halt('SIGKILL');
  await standIn?.stop();
  if (dataDir) removeData(dataDir);
});

async function signedIn(username: string): Promise<Walker> {
  const one = await walker(browser, server.address);
  await one.go('/');
  await one.press(`button[name=username][value=${username}]`);
  return one;
}

/** Nothing wrong with the page that is open, to axe either, which needs script. */
async function look(one: Walker): Promise<void> {
  await unfold(one.page);
  expect([...(await faultsOf(one.page, 'id')), ...(await axeFaults(one.page))]).toEqual([]);
}

const at = (one: Walker) => new URL(one.page.url()).pathname;

it('the officer turns both ways on for a campaign', async () => {
  await officer.go(`${CAMPAIGN}/cara`);
  for (const way of ['bsre', 'ink']) await officer.page.locator(`input[name=way][value=${way}]`).check();
  await officer.press(SEND);
  await operator.go(`${CAMPAIGN}/lembar?belum=1`);
  for (const slip of (await operator.page.locator('.slip').all()).slice(0, 4)) {
    const name = await readText(slip.locator('strong'));
    slips.push({ name, code: await readText(slip.locator('.code')) });
  }
  expect(slips).toHaveLength(4);
});

describe('wet ink', () => {
  it('goes from the list to a person, from a photo to a scan that waits', async () => {
    const name = slips[0]?.name ?? '';
    await operator.go(CAMPAIGN);
    await operator.press(`a[href="${CAMPAIGN}/pindaian"]`);
    await look(operator);
    await operator.fill({ cari: name });
    await operator.press('main form button[type=submit]');
    await look(operator);
    await operator.press(operator.page.locator('main li a', { hasText: name }));
    await operator.press(SEND);
    expect(await operator.text('.errors')).toContain('Pilih berkas');
    await operator.fill({ signedOn: '2024-02-01' });
    const svg = { name: 'pakta.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') };
    await operator.page.locator('#f-file').setInputFiles(svg);
    await operator.press(SEND);
    expect(await operator.text('.errors')).toContain('bukan JPEG');
    await look(operator);
    const photo = { name: 'IMG_1.HEIC', mimeType: 'text/html', buffer: telephonePhoto(1) };
    await operator.page.locator('#f-file').setInputFiles(photo);
    await operator.press(SEND);
    expect(await operator.text()).toContain('Petugas lain yang memeriksanya');
    await look(operator);
    expect(await operator.page.locator('button[value=confirm]').count()).toBe(0);
  });

  it('is compared by another account, which seals the pact', async () => {
    await officer.go(`${CAMPAIGN}/pindaian`);
    await look(officer);
    await officer.press('main table a');
    const shown = await officer.page.locator('img.scan').evaluate((image) => {
      const { complete, naturalWidth, naturalHeight } = image as HTMLImageElement;
      return [complete, naturalWidth, naturalHeight];
    });
    expect(shown).toEqual([true, 240, 320]);
    await look(officer);
    await officer.press('button[value=confirm]');
    expect(await officer.text('.errors')).toContain('Centang ketiganya');
    for (const box of await officer.page.locator('input[name=compared]').all()) await box.check();
    await officer.press('button[value=confirm]');
    expect(await officer.text()).toContain('disegel dengan pindaian ini');
    await look(officer);
    const { name, code } = slips[0] as { name: string; code: string };
    await officer.go(`${CAMPAIGN.replace(/gerakan.*/, 'pegawai')}?cari=${encodeURIComponent(name)}`);
    const number = await officer.text('main table tbody tr');
    const one = await walker(browser, server.address);
    await one.go(`/s/${code}`);
    expect(await one.text()).not.toContain(name);
    await look(one);
    const digits = /(\d{8}[\d ]{9,13}\d|THL-\d{4})/.exec(number)?.[0].replace(/\D/g, '').slice(-4) ?? '';
    await one.fill({ digits });
    await one.press(SEND);
    expect(await one.text()).toMatch(/tinta|basah/i);
    await one.press('a[href^="/v/"]');
    expect(await one.text()).toMatch(/tinta di kertas/);
    expectNoFaults(one);
  });
});

describe('the certified way', () => {
  it.each([true, false])('signs with the provider’s service, script %s', async (script) => {
    const { name, code } = slips[script ? 1 : 2] as { name: string; code: string };
    standIn.people.set(NIK, { name: name.toUpperCase(), passphrase: PASSPHRASE });
    const one = await walker(browser, server.address, { script });
    await one.go(`/s/${code}`);
    await one.press(`a[href="/s/${code}/bsre"]`);
    if (script) await look(one);
    for (const point of await one.page.locator('input[name=point]').all()) await point.check();
    await one.fill({ typedName: name, nik: NIK, passphrase: `${PASSPHRASE}-salah` });
    await one.press(SEND);
    expect(await one.text('.errors')).toContain('Passphrase ditolak');
    for (const field of ['nik', 'passphrase']) expect(await one.page.inputValue(`#f-${field}`)).toBe('');
    expect(await one.page.inputValue('#f-typedName')).toBe(name);
    if (script) await look(one);
    const asked = standIn.asked.filter((path) => path.endsWith('/sign/pdf')).length;
    await one.fill({ nik: NIK, passphrase: PASSPHRASE });
    await one.press(SEND);
    expect(at(one)).toBe(`/s/${code}`);
    expect(standIn.asked.filter((path) => path.endsWith('/sign/pdf')).length).toBe(asked + 1);
    if (script) await look(one);
    const file = await one.download('a[href$="/tersertifikasi.pdf"]');
    expect(Buffer.from(file.bytes).toString('latin1')).toContain('/ByteRange');
    expect(file.name).toMatch(/^bsre-.*\.pdf$/);
    const pact = await one.download('a[href$="/pakta.pdf"]');
    expect(Buffer.from(pact.bytes).toString('latin1')).toContain('"method":"bsre"');
    expectNoFaults(one);
  });

  it('counts among those who signed, like any other way', async () => {
    await operator.go(`${CAMPAIGN}/belum?keadaan=semua`);
    const list = (await operator.text()).split('\n').map((line) => line.split('\t')[0]);
    for (const { name } of slips.slice(0, 3)) expect(list).not.toContain(name);
    expect(list).toContain(slips[3]?.name);
    expectNoFaults(officer, operator);
  });

  it('leaves NIK and passphrase in no file of the installation, not even of the database, and in no line it said', async () => {
    await server.halt();
    const whole = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const said = Buffer.from(server.out() + server.err());
    const holds = (word: string) => [...whole, said].some((bytes) => bytes.includes(word));
    expect(holds(slips[1]?.name ?? '')).toBe(true);
    for (const secret of [NIK, PASSPHRASE])
      for (const word of [secret, Buffer.from(secret).toString('base64').slice(0, 16)])
        expect([word, holds(word)]).toEqual([word, false]);
  });
});
