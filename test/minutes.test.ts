import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { judge } from '../src/evidence/pdf/fixtures/judge.ts';
import { launchBrowser } from './browser.ts';
import { axeFaults, faultsOf, unfold } from './look.ts';
import { type Server, startServer } from './server.ts';
import { expectNoFaults, type Walker, walker } from './walker.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: Server;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'ikrar-minutes-'));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const PATH = '/kerja/kalteng/apel/kalteng-apel/berita-acara';

it('minutes are drawn up, signed by a witness on their own telephone, sealed, downloaded and found valid', async () => {
  const officer = await walker(browser, server.address);
  await officer.go('/');
  await officer.press('button[name=username][value=petugas]');
  expect(await officer.go(PATH)).toBe(200);
  await unfold(officer.page);
  expect(await lookAt(officer)).toEqual([]);
  await officer.fill({ startedAt: '07.20', endedAt: '08.05', remarks: 'Listrik padam sebelas menit.' });
  await row(officer, 'o', 'Notulis', ['Pencatat Contoh', 'Analis Kepegawaian', '']);
  await row(officer, 'w', 'Saksi 1', ['Marlina Saksi Contoh', 'Anggota', 'Bawaslu Contoh']);
  await officer.press('button[value=freeze]');
  expect(await officer.text()).toContain('Rancangan 1');
  await unfold(officer.page);
  expect(await lookAt(officer)).toEqual([]);

  const witness = await walker(browser, server.address, { touch: true });
  await witness.go(await signingPath(officer, 'Marlina Saksi Contoh'));
  expect(await witness.text()).toContain('Listrik padam sebelas menit.');
  await unfold(witness.page);
  expect(await lookAt(witness)).toEqual([]);
  await draw(witness);
  await witness.fill({ typedName: 'marlina saksi contoh' });
  await witness.press('form[data-sign] button[type=submit]');
  expect(await witness.text()).toContain('Marlina Saksi Contoh telah menandatangani');
  expect(await lookAt(witness)).toEqual([]);

  await officer.go(PATH);
  await officer.press('button[value=seal]');
  expect(await officer.text()).toContain('Versi 1 disegel');
  expect(await lookAt(officer)).toEqual([]);
  const pdf = await officer.download('a[href$="/1/berita-acara.pdf"]');
  const annex = await officer.download('a[href$="/1/lampiran-terbatas.pdf"]');
  for (const [name, { bytes }] of Object.entries({ pdf, annex })) {
    writeFileSync(join(folder, name), bytes);
    const pdfsig = judge('pdfsig', ['-nocert', join(folder, name)]);
    if (pdfsig) expect(pdfsig.said).toContain('Signature is Valid');
  }

  await witness.page.reload();
  await witness.press('a[href^="/v/"]');
  expect(await witness.text()).toContain('Sah: semua pemeriksaan lolos');
  expect(await lookAt(witness)).toEqual([]);
  await witness.go('/v');
  await witness.page.locator('input[type=file]').first().setInputFiles(join(folder, 'pdf'));
  await witness.press('form[enctype] button');
  expect(await witness.text()).toContain('Sah: semua pemeriksaan lolos');
  expectNoFaults(officer, witness);
});

it('an objection takes the place of a signature, in English and without script', async () => {
  const officer = await walker(browser, server.address, { script: false });
  await officer.go('/');
  await officer.press('button[name=username][value=petugas]');
  await officer.go(`/bahasa/en?ke=${PATH}`);
  const clerk = await walker(browser, server.address, { script: false });
  const path = await signingPath(officer, 'Pencatat Contoh');
  await clerk.go(`/bahasa/en?ke=${path}`);
  expect(await faultsOf(clerk.page, 'en')).toEqual([]);
  await clerk.page.locator('summary', { hasText: 'I do not agree' }).click();
  await clerk.fill({ objection: 'It began at 07:15.' });
  await clerk.press('button.second');
  expect(await clerk.text()).toContain('It began at 07:15.');
  expect(await faultsOf(clerk.page, 'en')).toEqual([]);
  await officer.go(PATH);
  expect(await officer.text()).toContain('objection');
  await officer.press('button[value=seal]');
  expect(await officer.text()).toContain('Version 2 was sealed');
  expect(await faultsOf(officer.page, 'en')).toEqual([]);
  expectNoFaults(officer, clerk);
});

/** Fills the three fields of a person whose row has this heading. */
async function row(
  { page }: Walker,
  kind: 'o' | 'w',
  legend: string,
  values: readonly string[],
): Promise<void> {
  const fieldset = page.locator('fieldset', { has: page.locator('legend', { hasText: legend }) }).first();
  const fields = fieldset.locator(`input[id^=f-${kind}]`);
  for (const [at, value] of values.entries()) await fields.nth(at).fill(value);
}

async function signingPath({ page }: Walker, name: string): Promise<string> {
  const line = page.locator('.steps li', { hasText: name });
  return (await line.locator('a[href^="/ba/"]').getAttribute('href')) ?? '';
}

async function draw({ page }: Walker): Promise<void> {
  const canvas = page.locator('canvas.draw');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('nowhere to draw');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 6 });
  await page.mouse.move(box.x + 200, box.y + 25, { steps: 6 });
  await page.mouse.up();
}

async function lookAt({ page }: Walker): Promise<string[]> {
  return [...(await faultsOf(page, 'id')), ...(await axeFaults(page))];
}
