// Makes docs/screenshots anew from a fresh installation with the examples. Needs Chromium (CHROMIUM_PATH or
// /usr/bin/chromium) and pdftoppm.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'docs/screenshots');
const data = mkdtempSync(join(tmpdir(), 'ikrar-pictures-'));
const server = spawn(join(root, 'bin/ikrar'), ['serve', '--json'], {
  env: { ...process.env, IKRAR_DATA: data, PORT: '0' },
  stdio: ['ignore', 'pipe', 'ignore'],
});

try {
  const address = await new Promise((resolve, reject) => {
    server.stdout.once('data', (line) => resolve(JSON.parse(String(line)).address));
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  await picture(address);
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

async function picture(address) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  const phone = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 })
  ).newPage();
  await phone.goto(address);
  await phone.click('a[href^="/s/"]:not([href="/s"])');
  await phone.screenshot({ path: join(folder, 'sign.png') });
  for (const box of await phone.$$('input[name=point]')) await box.check();
  await phone.fill('[name=typedName]', (await phone.textContent('dd')).trim());
  await phone.click('button.big');
  await phone.waitForSelector('.figure');
  const [file] = await Promise.all([phone.waitForEvent('download'), phone.click('a[href$="pakta.pdf"]')]);
  await file.saveAs(join(data, 'pakta.pdf'));
  await phone.waitForTimeout(1500);
  await phone.click('a[href^="/v/"]');
  await phone.screenshot({ path: join(folder, 'verify.png') });
  spawnSync('pdftoppm', ['-png', '-r', '80', '-singlefile', join(data, 'pakta.pdf'), join(folder, 'pact')]);

  const desk = await (await browser.newContext({ viewport: { width: 1100, height: 900 } })).newPage();
  await desk.goto(address);
  await desk.click('button[value="petugas"]');
  await desk.goto(`${address}/kerja/kalteng/gerakan/kalteng-pemilu-2024/cakupan`);
  await desk.screenshot({ path: join(folder, 'coverage.png') });
  await nation(browser, address);
  await minutes(desk, address);
  await door(desk, address);
  await tablet(browser, address);
  await readingScreen(browser, address);
  await report(browser, address);
  await caseWithNext(browser, address);
  await browser.close();
}

/** What a steward sees of the nation, and what everybody sees of those who show their figures. */
async function nation(browser, address) {
  const made = spawnSync(
    join(root, 'bin/ikrar'),
    ['steward', 'pengelola', '--name', 'Pengelola Contoh', '--json'],
    {
      env: { ...process.env, IKRAR_DATA: data },
    },
  );
  const { username, password } = JSON.parse(String(made.stdout));
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 1000 } })).newPage();
  await page.goto(`${address}/cakupan?pemilu=pemilu-2024`);
  await page.screenshot({ path: join(folder, 'public-figures.png') });
  await page.goto(`${address}/masuk`);
  await page.fill('#f-username', username);
  await page.fill('#f-password', password);
  await page.press('#f-password', 'Enter');
  await page.waitForURL(`${address}/negeri`);
  await page.goto(`${address}/negeri?pemilu=pemilu-2024`);
  await page.screenshot({ path: join(folder, 'nation.png') });
}

/** The clerk at the door of an apel of today: three came in, the next is looked for by name. */
async function door(desk, address) {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await desk.goto(`${address}/kerja/kalteng/gerakan/kalteng-pemilu-2024/apel/baru`);
  await desk.check('[name=kind][value=apel]');
  await desk.fill('[name=title]', 'Apel Ikrar Netralitas Contoh');
  await desk.check('[name=heldOnStatus][value=stated]');
  await desk.fill('[name=heldOn]', today);
  await desk.fill('[name=place]', 'Halaman kantor contoh');
  await desk.click('main form button[type=submit]');
  await desk.setViewportSize({ width: 768, height: 1240 });
  await desk.click('main a[href$="/pintu"]');
  const press = () => desk.click('form[data-door] button.big');
  for (const at of [4, 2, 0]) {
    await desk.fill('[name=teks]', 'con');
    await press();
    await desk.locator('[name=orang]').nth(at).check();
    await press();
    await desk.locator('.door-person').waitFor();
  }
  await desk.fill('[name=teks]', 'kar');
  await desk.screenshot({ path: join(folder, 'door.png') });
}

/** A tablet that was prepared, after its network went: one thing waits, the next person looks for their name. */
async function tablet(browser, address) {
  const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.click('button[value="operator"]');
  await page.goto(`${address}/kerja/kalteng/gerakan/kalteng-pemilu-2024/tablet`);
  await page.selectOption('#f-ceremony', { index: 1 });
  await page.click('main form button[type=submit]');
  await page.click('[data-device] button');
  await page.click('button.big');
  await context.setOffline(true);
  await page.check('#f-mode-presence');
  await page.fill('#f-cari', 'con');
  await page.click('.device-person');
  await page.click('button.big');
  await page.click('button.big');
  await page.fill('#f-cari', 'con');
  await page.screenshot({ path: join(folder, 'tablet.png') });
  await context.close();
}

/** The nine words that lead back to a report, on a phone. */
async function report(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(`${address}/lapor`);
  await page.locator('.choose a').first().click();
  await page.click('button[value=write]');
  await page.fill('[name=what]', 'Contoh: lurah memakai seragam dinas saat kampanye.');
  await page.click('[data-submit]');
  await page.waitForSelector('[data-code] li');
  // The page goes to its top first.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, 'report.png') });
  await context.close();
}

/** A case of the examples, opened with the inspector's key: what was reported, and the step that comes next. */
async function caseWithNext(browser, address) {
  const page = await (await browser.newContext({ viewport: { width: 1100, height: 1100 } })).newPage();
  await page.goto(address);
  const [, passphrase] = /Kunci laporan contoh: ([a-z ]+)/.exec(await page.innerText('main'));
  await page.click('button[value="inspektur"]');
  await page.goto(`${address}/kerja/gumas/pengawasan`);
  await page.click('a[href*="/perkara/"]');
  await page.fill('[name=keyPassphrase]', passphrase.trim());
  await page.click('[data-unlock] form[data-state=locked] button[type=submit]');
  await page.locator('#isi-perkara article').first().waitFor();
  await page.screenshot({ path: join(folder, 'case.png') });
}

/** One point of the pledge on a projector, kept on its device. */
async function readingScreen(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.click('button[value="petugas"]');
  await page.goto(`${address}/kerja/kalteng/apel/kalteng-apel/layar`);
  await page.click('main form button[type=submit]');
  await page.goto(await page.locator('.qr-pair a').first().getAttribute('href'));
  while (await page.locator('[data-card="point-3.1"]').isHidden()) await page.keyboard.press('ArrowRight');
  await page.getByText('siap tanpa jaringan').waitFor();
  await page.screenshot({ path: join(folder, 'reading-screen.png') });
  await context.close();
}

/** Minutes of an example, drawn up, signed on the clerk's device and sealed; the first page of their file. */
async function minutes(desk, address) {
  const page = `${address}/kerja/kobar/apel/kobar-apel/berita-acara`;
  await desk.goto(address);
  await desk.click('button[value="petugas"]');
  await desk.goto(page);
  const people = [
    ['o', 'Pembaca ikrar', 'Yuliana Contoh', 'Kepala Bidang Angkutan'],
    ['o', 'Pembina apel', 'Bambang Contoh', 'Kepala Dinas Perhubungan'],
    ['o', 'Notulis', 'Rahmat Contoh', 'Analis Kepegawaian'],
    ['w', 'Saksi 1', 'Marlina Contoh', 'Anggota', 'Bawaslu Contoh'],
  ];
  for (const [kind, legend, ...values] of people) {
    const fields = desk.locator('fieldset', { hasText: legend }).first().locator(`input[id^=f-${kind}]`);
    for (const [at, value] of values.entries()) await fields.nth(at).fill(value);
  }
  await desk.fill('[name=startedAt]', '07.15');
  await desk.fill('[name=endedAt]', '08.05');
  await desk.click('button[value=freeze]');
  const links = await desk.locator('a[href^="/ba/"]').evaluateAll((all) => all.map((link) => link.href));
  for (const link of links) {
    await desk.goto(link);
    await desk.fill('[name=typedName]', (await desk.textContent('dd')).trim());
    await desk.click('form[data-sign] button[type=submit]');
    await desk.waitForSelector('.notice.good');
  }
  await desk.goto(page);
  await desk.click('button[value=seal]');
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.click('a[href$="berita-acara.pdf"]'),
  ]);
  await file.saveAs(join(data, 'berita-acara.pdf'));
  spawnSync('pdftoppm', [
    '-png',
    '-r',
    '80',
    '-singlefile',
    join(data, 'berita-acara.pdf'),
    join(folder, 'minutes'),
  ]);
}
