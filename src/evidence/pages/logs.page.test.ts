import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld, signAs } from '../../../test/signing-world.ts';
import { vkeyLine } from '../keys.ts';
import { logRoutes } from '../log-routes.ts';
import { logPages } from './logs.page.tsx';

let site: SigningWorld;
let campaignId: string;
beforeAll(async () => {
  site = await openSigningWorld();
  logPages(site.app, site.platform, site.key);
  logRoutes(site.app, site.platform, site.key);
});
afterAll(() => site.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(`http://localhost${path}`, { headers });
const html = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

it('says that there is no log before the first signature', async () => {
  const page = await html('/log');
  expect(page).toContain('Belum ada buku catatan');
  expect(page).toContain(vkeyLine(site.key));
});

it('shows every log with its size, head and place, and the tree of all, to everybody in both languages', async () => {
  campaignId = await site.openedCampaign();
  await signAs(site, campaignId, site.world.people.dinas);
  await site.publish();
  const page = await html('/log');
  expect(page).toContain(`href="/log/fakfak/${campaignId}/checkpoint"`);
  expect(page).toContain('href="/log/semua/checkpoint"');
  expect(page).toContain('18 September 2024 07.15 WIB');
  expect(page).toMatch(/1 kepala tercatat/);
  expect(page).not.toMatch(/style=|<script(?! src)/);
  const english = await html('/log', { 'Accept-Language': 'en', Cookie: 'lang=en; bahasa=en' });
  expect(english).toMatch(/<h1>(The public log|Buku catatan umum)<\/h1>/);
});

it.each(['0', '2', 'x', '-1', '1e3'])('has no page %s', async (page) => {
  expect((await get(`/log?hal=${page}`)).status).toBe(404);
});

it('leads to heads that are there', async () => {
  for (const [, href] of (await html('/log')).matchAll(/href="(\/log\/[^"]+)"/g))
    expect((await get(href as string)).status, href).toBe(200);
  expect((await get('/log/semua/tile/entries/000.p/1')).status).toBe(200);
  expect((await get('/log/semua/semua/checkpoint')).status).toBe(404);
});

it('answers whoever has the bytes already with 304, and lets tiles be kept for ever', async () => {
  for (const [path, kept] of [
    [`/log/fakfak/${campaignId}/tile/0/000.p/1`, 'immutable'],
    [`/log/fakfak/${campaignId}/tile/entries/000.p/1`, 'immutable'],
    ['/log/semua/checkpoint', 'max-age=2'],
  ] as const) {
    const answer = await get(path);
    expect(answer.headers.get('cache-control')).toContain(kept);
    const etag = answer.headers.get('etag') as string;
    const again = await get(path, { 'If-None-Match': `W/"x", ${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(path, { 'If-None-Match': '"x"' })).status).toBe(200);
  }
});
