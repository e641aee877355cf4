import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import encodeQR from 'qr';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { doorKey, doorPages, openDoor, passAt, screenPages } from '../src/assembly/index.ts';
import { openScreen } from '../src/assembly/screen/open-screen.ts';
import { codeOf } from '../src/assembly/screen/screen.ts';
import { ceremonyPages, createCeremony, NO_PLAN, presenceOf, savePlan } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { signPages } from '../src/signing/index.ts';
import { to } from '../src/urls.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { addStaff, codesOf, openSigningWorld, type SigningWorld } from './signing-world.ts';
import { signedIn } from './staff.ts';
import { type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 120_000 });

/** 07.03 at the place; the ceremony begins at 07.00. */
const MORNING = new Date('2024-09-17T22:03:00Z');
const folder = mkdtempSync(join(tmpdir(), 'ikrar-door-'));
let site: SigningWorld;
let server: ReturnType<typeof serve>;
let browser: Browser;
let live: { stop(): void };
let address: string;
let officer: { cookie: string };
let at: { agency: string; ceremony: string };
let codes: Map<string, string>;
let numbered: string;

beforeAll(async () => {
  site = await openSigningWorld();
  site.setClock(MORNING);
  ceremonyPages(site.app, site.platform);
  doorPages(site.app, site.platform);
  live = screenPages(site.app, site.platform, () => {});
  signPages(site.app, site.platform, site.signer);
  site.app.get('/', (c) => c.html('<title>Ikrar</title>'));
  [numbered] = (await addStaff(site, [{ name: 'Bernomor Contoh' }])) as [string];
  const agencyId = site.world.agencyId;
  const campaignId = await site.openedCampaign();
  codes = await codesOf(site, campaignId);
  officer = await signedIn(site.db.pool, MORNING, { agencyId, role: 'officer' });
  const ceremonyId = await transaction(site.db.pool, async (client) => {
    const ceremony = {
      ...{ agencyId, campaignId, kind: 'apel' as const, title: 'Apel Ikrar Netralitas Contoh' },
      ...{ heldOn: '2024-09-18', heldOnStatus: 'stated' as const, heldOnNote: null, startsAt: '07:00' },
      ...{ place: 'Halaman kantor', organiser: 'Contoh', minutes: null, by: 'system', isExample: true },
    };
    const id = await createCeremony(client, ceremony, MORNING);
    const sites = ['Halaman', 'Aula'].map((name) => ({
      ...{
        id: name.toLowerCase(),
        name,
        place: name,
        mode: 'onsite' as const,
        startsAt: null,
        unitIds: null,
      },
    }));
    const witness = { id: 'w1', name: 'Saksi Contoh', office: 'Ketua', institution: 'Bawaslu Contoh' };
    const plan = { ...NO_PLAN, sites, witnesses: [witness] };
    await savePlan(client, { agencyId, ceremonyId: id, version: 0, plan, by: 'system' }, MORNING);
    return id;
  });
  at = { agency: agencyId, ceremony: ceremonyId };
  await new Promise<void>((ready) => {
    server = serve({ fetch: site.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      address = `http://localhost:${port}`;
      ready();
    });
  });
  const { dinas, seksi } = site.world.people;
  const shown = [dinas, seksi].map((person) => `${address}/s/${codes.get(person)}`);
  const video = join(folder, 'slips.y4m');
  writeFileSync(video, videoOf(shown));
  browser = await launchBrowser([
    ...['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    `--use-file-for-fake-video-capture=${video}`,
  ]);
});
afterAll(async () => {
  await browser?.close();
  live?.stop();
  server?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Two seconds of each code, as the camera of a clerk would see them one after the other, again and again. */
function videoOf(texts: readonly string[]): Buffer {
  const [width, height, perSecond] = [480, 480, 5];
  const frames = texts.flatMap((text) => Array<Buffer>(perSecond * 2).fill(frameOf(text, width)));
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip C420jpeg\n`),
    ...frames,
  ]);
}

function frameOf(text: string, size: number): Buffer {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const luma = Buffer.alloc(size * size, 255);
  const scale = Math.floor(size / modules.length);
  for (let y = 0; y < modules.length * scale; y += 1)
    for (let x = 0; x < modules.length * scale; x += 1)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]) luma[y * size + x] = 0;
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc(size * size * 0.5, 128)]);
}

async function clerk(script: boolean): Promise<Walker> {
  const one = await walker(browser, address, { script });
  const [name, value] = officer.cookie.split('=') as [string, string];
  await one.context.addCookies([{ name, value, url: address }]);
  return one;
}

/** Axe is a script itself: it sees the pages of those who have it, which are the same. */
async function look(one: Walker, name: string, script = true): Promise<void> {
  await unfold(one.page);
  const axe = script ? await axeFaults(one.page) : [];
  expect([...(await faultsOf(one.page, 'id')), ...axe], name).toEqual([]);
  const shots = process.env.DOOR_SHOTS;
  if (shots) await one.page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

const standingOf = async (person: string) =>
  (await presenceOf(site.db.pool, at.agency, at.ceremony, [person])).get(person);

async function pass(): Promise<string> {
  const until = new Date(MORNING.getTime() + 3_600_000);
  const door = { agencyId: at.agency, ceremonyId: at.ceremony, site: 'halaman', until, by: 'system' };
  const code = await transaction(site.db.pool, (client) => openDoor(client, door, MORNING));
  const key = doorKey(site.platform, { code, until });
  return passAt(hmac, key, MORNING);
}

const hmac = async (key: Uint8Array, text: Uint8Array) => createHmac('sha256', key).update(text).digest();

it('scans one slip after the other with the camera, without leaving the page', async () => {
  const one = await clerk(true);
  await one.go(to('ceremonyDoor', at));
  await one.page.selectOption('#f-situs', 'halaman');
  await one.page.getByRole('button', { name: 'Pindai dengan kamera' }).click();
  const { dinas, seksi } = site.world.people;
  await one.page.locator('#door-last', { hasText: 'Siti Contoh' }).waitFor();
  await one.page.locator('#door-last', { hasText: "Ma'ruf Contoh" }).waitFor();
  expect(await one.text('#door-counts')).toContain('2 dari 5');
  await look(one, 'camera');
  await one.page.locator('.door-result', { hasText: 'sudah tercatat 07.03' }).waitFor();
  for (const person of [dinas, seksi])
    expect(await standingOf(person)).toMatchObject({
      seq: 1,
      standing: 'present',
      how: 'slip',
      site: 'halaman',
    });
  await one.page.getByRole('button', { name: 'Tutup kamera' }).click();
  await expect.poll(() => one.page.locator('.door-scan video').isHidden()).toBe(true);
  expect(one.faults).toEqual([]);
});

it.each([true, false])('takes codes and names at the door, script %s', async (script) => {
  const one = await clerk(script);
  await one.go(to('ceremonyDoor', at));
  const { contract, kecamatan } = site.world.people;
  await one.fill({ teks: `${address}/s/${codes.get(contract)}` });
  await one.press('form[data-door] button[type=submit]');
  expect(await one.text('.door-name')).toBe('Jum’at Contoh');
  await look(one, `door-${script}`, script);
  await one.fill({ teks: 'yos' });
  await one.press('form[data-door] button[type=submit]');
  await one.page.getByLabel(/Yosefina/).check();
  await one.page.locator('form[data-door] summary').click();
  await one.page.getByLabel('izin atau sakit').check();
  await one.press('form[data-door] button[type=submit]');
  await look(one, `reason-${script}`, script);
  expect(await one.text('.errors')).toContain('alasan');
  await one.fill({ teks: 'yos' });
  await one.page.getByLabel('hadir atau terlambat').check();
  await one.press('form[data-door] button[type=submit]');
  await one.page.getByLabel(/Yosefina/).check();
  await look(one, `found-${script}`, script);
  await one.press('form[data-door] button[type=submit]');
  expect(await standingOf(kecamatan)).toMatchObject({ standing: 'present', how: 'list' });
  await one.fill({ teks: 'https://situs.example/promo' });
  await one.press('form[data-door] button[type=submit]');
  expect(await one.text()).toContain('Tidak ada nama');
  expect(one.faults).toEqual([]);
});

it.each([true, false])('lets people come in with their own phone, script %s', async (script) => {
  const one = await walker(browser, address, { script });
  await one.go(`/H/${await pass()}`);
  await look(one, `check-in-${script}`, script);
  await one.fill({ kode: 'salah' });
  await one.press('form[method=post] button');
  await look(one, `check-in-refused-${script}`, script);
  await one.fill({ cari: 'bern' });
  await one.press('form[method=get] button');
  await one.page.getByLabel(/Bernomor/).check();
  await one.fill({ lastFour: '1000' });
  await look(one, `check-in-name-${script}`, script);
  await one.press('form:has(input[name=orang]) button');
  expect(await one.text('.door-name')).toBe('Bernomor Contoh');
  expect(await standingOf(numbered)).toMatchObject({ how: 'site-code', site: 'halaman', seq: 1 });
  await one.go(`/h/${await pass()}`);
  await one.fill({ kode: codes.get(numbered) as string });
  await one.press('form[method=post] button');
  await look(one, `checked-in-${script}`, script);
  await one.press('a.button');
  expect(new URL(one.page.url()).pathname).toMatch(/^\/s\//);
  expect(one.faults).toEqual([]);
});

it('keeps the list, the guests and the sheet in order', async () => {
  const one = await clerk(true);
  await one.go(to('ceremonyGuests', at));
  await one.press(one.page.getByRole('button', { name: 'Hadir: Saksi Contoh' }));
  await one.fill({ count: '12', office: 'anggota linmas', employer: 'Satpol PP Contoh' });
  await one.press('form:has(#f-count) button[type=submit]');
  expect(await one.text('table')).toMatch(/(?=[\s\S]*Saksi Contoh)[\s\S]*rombongan 12 orang/);
  await look(one, 'guests');
  await one.go(to('ceremonySheet', at));
  await look(one, 'sheet');
  await one.go(to('ceremonyAttendance', at));
  await look(one, 'list');
  await one.page.locator('.attend li:has-text("Yosefina") select').selectOption('duty-elsewhere');
  await one.press('form:has(input[name=shown]) button[type=submit]');
  await look(one, 'list-refused');
  await one.page.locator('.attend li:has-text("Yosefina") input[name^=reason-]').fill('piket');
  await one.page.locator('#f-paper-1').check();
  await one.press('form:has(input[name=shown]) button[type=submit]');
  expect(await one.text('.notice.good')).toContain('1 catatan baru');
  expect(await standingOf(site.world.people.kecamatan)).toMatchObject({
    standing: 'duty-elsewhere',
    how: 'paper',
  });
  await one.go(`${to('ceremonyDoor', at)}?orang=${site.world.people.kecamatan}`);
  expect(await one.text('.door-history')).toMatch(/hadir[\s\S]*tugas di tempat lain/);
  await look(one, 'history');
  expect(one.faults).toEqual([]);
});

it('goes by the time of the server on a screen whose own clock is ten minutes ahead', async () => {
  const of = { agencyId: at.agency, ceremonyId: at.ceremony, site: null, hours: 2, by: 'system' };
  const id = await transaction(site.db.pool, (client) => openScreen(client, site.platform, of));
  const one = await walker(browser, address, { width: 1280 });
  await one.page.clock.install({ time: Date.now() + 600_000 });
  await one.page.goto(to('screen', { screen: codeOf(site.platform, { agencyId: at.agency, id }, 'screen') }));
  const box = one.page.locator('[data-door]');
  const [code, key] = await Promise.all([box.getAttribute('data-door'), box.getAttribute('data-key')]);
  const door = { code: code as string, key: new Uint8Array(Buffer.from(key as string, 'base64')) };
  const around = () =>
    Promise.all([-30_000, 0, 30_000].map((away) => passAt(hmac, door, new Date(Date.now() + away))));
  const holds = async () => (await around()).includes((await box.getAttribute('data-pass')) as string);
  await expect.poll(holds, { timeout: 15_000 }).toBe(true);
  await one.context.close();
});
