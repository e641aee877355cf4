import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { to } from '../../urls.ts';
import { type KeyedStaff, type OversightWorld, openOversightWorld } from '../test-world.ts';
import { keepingPage } from './pages/keeping.page.tsx';

let site: OversightWorld;
let path: string;
let caseId: string;
beforeAll(async () => {
  site = await openOversightWorld();
  keepingPage(site.app, site.platform);
  ({ caseId } = await site.report());
  path = `http://localhost${to('caseKeeping', { agency: site.agencyId, case: caseId })}`;
}, 60_000);
afterAll(() => site.close());

async function get(who: KeyedStaff, lang = 'id') {
  const headers = { cookie: `${(await site.signedIn(who)).cookie}; bahasa=${lang}` };
  const answer = await site.app.request(path, { headers });
  return { status: answer.status, html: await answer.text() };
}

async function post(who: KeyedStaff, form: Record<string, string>) {
  const headers = { ...(await site.signedIn(who)), origin: 'http://localhost' };
  const answer = await site.app.request(path, { method: 'POST', headers, body: new URLSearchParams(form) });
  return { status: answer.status, html: await answer.text() };
}

const button = (html: string, name: string) =>
  new RegExp(`name="id" value="([^"]+)"/?><button[^>]*value="${name}"`).exec(html)?.[1] ?? '';

describe('the page of how long a case is kept', () => {
  it('says the period, and that it does not run before the case is closed', async () => {
    const { status, html } = await get(site.inspector);
    expect(status).toBe(200);
    expect(html).toContain('730 hari');
    expect(html).toContain('belum ditutup');
    expect((await get(site.inspector, 'en')).html).toContain('the period is not running');
  });

  it('is of those alone who see the case', async () => {
    expect((await get(site.leader)).status).toBe(404);
    expect((await post(await site.newKeyed('inspector'), { do: 'hold', holdWhy: 'court' })).status).toBe(404);
    expect((await post(site.leader, { do: 'hold', holdWhy: 'court' })).status).toBe(403);
  });

  it('holds, and ends the hold', async () => {
    expect((await post(site.inspector, { do: 'hold', holdWhy: 'court', until: '' })).status).toBe(303);
    const { html } = await get(site.second);
    expect(html).toContain('perkara di pengadilan');
    expect((await post(site.second, { do: 'endHold', id: button(html, 'endHold') })).status).toBe(303);
    expect((await get(site.inspector)).html).toContain('diakhiri');
  });

  it('keeps what was typed where it is refused', async () => {
    const { status, html } = await post(site.inspector, {
      do: 'hold',
      holdWhy: 'audit',
      until: '2020-01-01',
    });
    expect(status).toBe(422);
    expect(html).toContain('Tanggal akhir harus sesudah hari ini.');
    expect(html).toContain('value="2020-01-01"');
    expect(html).toMatch(/<option value="audit" selected/);
    expect((await post(site.inspector, { do: 'ask', deletionWhy: 'asked' })).html).toContain(
      'perintah pengadilan',
    );
    expect((await post(site.inspector, { do: 'apa' })).status).toBe(400);
  });

  it('deletes by order of a court when a second person agrees', async () => {
    expect((await post(site.inspector, { do: 'ask', deletionWhy: 'court' })).status).toBe(303);
    const { html } = await get(site.second);
    const id = button(html, 'approve');
    expect((await post(site.inspector, { do: 'approve', id })).html).toContain('harus orang lain');
    expect((await post(site.second, { do: 'approve', id })).status).toBe(303);
    expect((await get(site.inspector)).html).toContain('sudah diputuskan dua orang');
  });
});
