import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { inLang, isApart } from './apart.ts';
import { createApp } from './app.tsx';

function site(env: Record<string, string> = {}) {
  const app = createApp(readConfig(env), () => {});
  app.get('/lapor', (c) => c.json(c.get('visit')));
  app.get('/hukum', (c) => c.json(c.get('visit')));
  app.post('/lapor/contoh', async (c) => c.json(Object.fromEntries(await c.req.formData())));
  return app;
}

const OWN = {
  IKRAR_URL: 'https://ikrar.contoh.go.id',
  IKRAR_REPORT_URL: 'https://lapor.contoh.go.id',
  IKRAR_REPORT_ONION: `http://${'a'.repeat(56)}.onion`,
};
const ONION = OWN.IKRAR_REPORT_ONION;

describe('pages for people who must not be known', () => {
  it('are those of reports', () => {
    expect(['/lapor', '/lapor/x/y'].every(isApart)).toBe(true);
    expect(['/laporan', '/', '/kerja/lapor', '/hukum/lapor'].some(isApart)).toBe(false);
    expect([inLang('id', '/lapor'), inLang('en', '/lapor')]).toEqual(['/lapor', '/lapor?bahasa=en']);
  });

  it('take the language from the address and no cookie', async () => {
    const headers = { cookie: 'bahasa=en; ikrar_sesi=x' };
    const asked = async (path: string) => (await site().request(path, { headers })).json();
    expect(await asked('/lapor')).toMatchObject({ lang: 'id', apart: true, account: null });
    expect(await asked('/lapor?bahasa=en')).toMatchObject({ lang: 'en' });
    expect(await asked('/hukum')).toMatchObject({ lang: 'en', apart: false });
  });

  it('take forms from browsers that hide where they come from', async () => {
    const body = new URLSearchParams({ what: 'x' });
    const headers = { origin: 'null' };
    expect((await site().request('/lapor/contoh', { method: 'POST', body, headers })).status).toBe(200);
  });

  // A form that another site filled in could put a reporter under a code that its maker knows.
  it.each(['cross-site', 'same-site'])('take no form that was sent from elsewhere (%s)', async (from) => {
    const headers = { origin: 'null', 'sec-fetch-site': from };
    const form = { method: 'POST', body: new URLSearchParams({ what: 'x' }), headers };
    expect((await site().request('/lapor/contoh', form)).status).toBe(403);
    expect((await site().request('/lapor', { headers })).status).toBe(200);
    const own = { ...form, headers: { ...headers, 'sec-fetch-site': 'same-origin' } };
    expect((await site().request('/lapor/contoh', own)).status).toBe(200);
  });

  it('set no cookie when refused, and offer no link that would', async () => {
    const answer = await site().request('/lapor/contoh/tidak/ada');
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null]);
    expect(await answer.text()).not.toContain('/bahasa/');
  });
});

describe('an origin of their own', () => {
  const ask = (url: string, method = 'GET') => site(OWN).request(url, { method });

  it('answers them and nothing else', async () => {
    for (const origin of [OWN.IKRAR_REPORT_URL, ONION]) {
      expect((await ask(`${origin}/lapor`)).status).toBe(200);
      expect((await ask(`${origin}/aset/ikrar.svg`)).status).toBe(200);
      expect((await ask(`${origin}/`)).headers.get('location')).toBe('/lapor');
      const other = await ask(`${origin}/hukum`);
      expect([other.status, (await other.text()).includes('/bahasa/')]).toEqual([404, false]);
    }
  });

  it('is where the main one sends, with the way to the onion service', async () => {
    const sent = await ask(`${OWN.IKRAR_URL}/lapor?bahasa=en`);
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `${OWN.IKRAR_REPORT_URL}/lapor?bahasa=en`,
    ]);
    expect((await ask(`${OWN.IKRAR_URL}/%6Capor`)).status).toBe(303);
    expect((await ask(`${OWN.IKRAR_URL}/hukum`)).headers.get('onion-location')).toBeNull();
    expect((await ask(`${OWN.IKRAR_REPORT_URL}/lapor`)).headers.get('onion-location')).toBe(`${ONION}/lapor`);
    expect((await ask(`${ONION}/lapor`)).headers.get('onion-location')).toBeNull();
  });

  it.each([
    { ...OWN, IKRAR_REPORT_URL: 'https://ikrar.contoh.go.id:8443' },
    { IKRAR_REPORT_URL: 'https://lapor.contoh.go.id/lapor' },
    { IKRAR_REPORT_ONION: 'https://lapor.contoh.go.id' },
    { IKRAR_REPORT_EXIT: 'javascript:alert(1)' },
  ])('is refused as %j', (env) => {
    expect(() => readConfig({ ...env })).toThrow(/IKRAR_REPORT/);
  });
});
