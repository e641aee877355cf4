import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf, type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { leads, openWaySite, soon, type WaySite } from '../test-way-site.ts';

const START = new Date('2026-02-03T04:05:06Z');
let mail: MailServer;
let site: WaySite;
beforeAll(async () => {
  mail = await startMailServer();
  site = await openWaySite({ mail: { url: mail.url, from: 'ikrar@contoh.example' } }, START);
});
afterAll(async () => {
  await mail?.close();
  await site?.close();
});

const codesIn = (html: string) =>
  [...html.matchAll(/<code>([0-9A-Z-]{14})<\/code>/g)].map(([, code]) => code ?? '');
const made = async (username: string) => {
  const browser = await site.browser().signIn(username);
  const answer = await browser.post('/kerja/akses', { aksi: 'kode' });
  expect(answer.status).toBe(200);
  return { browser, codes: codesIn(await answer.text()) };
};
const recover = (username: string, kode: string, browser = site.browser()) =>
  browser.post('/masuk/pulih', { username, kode });

it('ten codes are shown once, kept as keyed hashes, and each is good once', async () => {
  const id = await site.add('dewi', 'satu');
  await site.add('kepala', 'satu');
  const officer = await site.browser().signIn('kepala');
  await officer.post(`/kerja/satu/akun/${id}/masuk`, { email: 'dewi@contoh.example' });
  const { browser, codes } = await made('dewi');
  expect(new Set(codes).size).toBe(10);
  const own = await browser.text('/kerja/akses');
  expect(own).toContain('Tersisa 10');
  for (const code of codes) expect(own).not.toContain(code);
  const { rows } = await site.db.pool.query('select code_hash from access.recovery_code');
  expect(rows).toHaveLength(10);

  const lost = site.browser();
  expect(leads(await recover(' Dewi ', (codes[0] ?? '').toLowerCase().replaceAll('-', ' '), lost))).toBe(
    '/kerja',
  );
  expect(await lost.text('/kerja/satu/gerakan')).toBe('dewi');
  expect((await browser.get('/kerja/satu/gerakan')).status).toBe(401);
  expect(await lost.text('/kerja/akses')).toContain('Tersisa 9');
  expect((await recover('dewi', codes[0] ?? '')).status).toBe(401);
  const told = await soon(() =>
    mail.mails.map(bodyOf).find((text) => text.includes('dengan kode pemulihan')),
  );
  expect(told).not.toContain(codes[0]);
  expect(await site.kinds()).toEqual(expect.arrayContaining(['account.recoveryMade', 'account.recovered']));
});

it('a new set takes the place of the old, and nobody else’s code opens anything', async () => {
  await site.add('rudi', 'satu');
  await site.add('sari', 'satu');
  const [old, others] = [await made('rudi'), await made('sari')];
  const { codes } = await made('rudi');
  for (const code of [old.codes[0], others.codes[0], '', 'x', '0000-0000-0000'])
    expect((await recover('rudi', code ?? '')).status).toBe(401);
  expect(leads(await recover('rudi', codes[9] ?? ''))).toBe('/kerja');
});

it('says the same of an unknown name, and is slow after ten tries', async () => {
  await site.add('tono', 'satu');
  const answers = [await recover('tono', '1111-1111-1111'), await recover('tiada', '1111-1111-1111')];
  const texts = await Promise.all(answers.map(async (one) => (await one.text()).replaceAll('tiada', 'tono')));
  expect(texts[0]).toBe(texts[1]);
  for (let n = 0; n < 9; n += 1) await recover('tiada', '1111-1111-1111');
  expect((await recover('tiada', '1111-1111-1111')).status).toBe(429);
});

it('two who use one code at once: one comes in', async () => {
  await site.add('budi', 'satu');
  const { codes } = await made('budi');
  const answers = await Promise.all([1, 2, 3].map(() => recover('budi', codes[3] ?? '')));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
});
