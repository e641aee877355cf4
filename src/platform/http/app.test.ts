import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { createApp, ownPath } from './app.tsx';

const HERE = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 1, remoteFamily: 'IPv4' } } };

function site(env: Record<string, string> = {}) {
  const lines: string[] = [];
  const app = createApp(readConfig(env), (line) => lines.push(line));
  app.get('/lokal', (c) => c.text(String(c.get('visit').local)));
  app.get('/simpan', (c) => c.text('', 200, { 'Cache-Control': 'public, max-age=2' }));
  app.get('/rusak', (c) => {
    throw new Error(`no such name: ${c.req.query('nama')}`);
  });
  app.get('/basis-data', () => {
    throw Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' });
  });
  app.get('/tanpa-basis-data', () => {
    throw Object.assign(new Error('the database system is starting up'), { code: '57P03' });
  });
  app.get('/tanpa-berkas', () => {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' });
  });
  app.post('/formulir', async (c) => c.text(Object.keys(await c.req.parseBody()).join()));
  app.all('/kerja/:agency/*', (c, next) => {
    const status = Number(c.req.query('status'));
    if (status) throw new Refusal('platform.notFound', status as 404);
    return next();
  });
  app.post('/kerja/contoh/berkas', async (c) => c.text(Object.keys(await c.req.parseBody()).join()));
  return { app, lines };
}

/** A form of one field of so many bytes, as a browser on the page itself sends it. */
function posted(size: number, length = size) {
  const body = `--batas\r\nContent-Disposition: form-data; name="a"\r\n\r\n${'a'.repeat(size)}\r\n--batas--\r\n`;
  return {
    method: 'POST',
    headers: {
      origin: 'http://localhost',
      'content-type': 'multipart/form-data; boundary=batas',
      'content-length': String(length + body.length - size),
    },
    body,
  };
}

describe('a database that is away', () => {
  it('is told as such, to come again, and a missing file is our fault', async () => {
    const { app } = site();
    const away = await app.request('/tanpa-basis-data');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await away.text()).toContain('Basis data sedang tidak terjangkau');
    expect((await app.request('/tanpa-berkas')).status).toBe(500);
  });
});

describe('a path to go back to', () => {
  it.each(['/kerja', '/s/ABCD?bukan=1', '/hukum/é'])('%j is ours', (path) =>
    expect(ownPath(path)).toBe(path),
  );

  // Browsers drop tabs and line ends from an address before they read it (WHATWG URL, basic URL parser).
  it.each([
    '',
    'kerja',
    '//lain.example',
    '/\\lain.example',
    '/\t/lain.example',
    '/\r\n/lain.example',
    '/a\0',
  ])('%j is not', (path) => expect(ownPath(path)).toBe('/'));
});

describe('a visit from this machine', () => {
  const local = async (headers: Record<string, string> = {}, env: Record<string, string> = {}) =>
    (await site(env).app.request('http://localhost/lokal', { headers }, HERE)).text();

  it('is one by its own name, without a proxy', async () => {
    expect(await local()).toBe('true');
    expect(await local({}, { IKRAR_URL: 'http://localhost:3000' })).toBe('true');
  });

  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['x-forwarded-proto', 'https'],
    ['x-forwarded-host', 'ikrar.example.go.id'],
    ['x-real-ip', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9'],
    ['via', '1.1 proksi'],
    ['cf-connecting-ip', '203.0.113.9'],
  ])('is none with %s', async (name, value) => expect(await local({ [name]: value })).toBe('false'));

  it('is none where people come by another name: a proxy may pass on neither header nor host', async () => {
    expect(await local({}, { IKRAR_URL: 'https://ikrar.example.go.id' })).toBe('false');
  });
});

describe('a refusal leads on', () => {
  const links = async (path: string, method = 'GET') => {
    const headers = { origin: 'http://localhost' };
    const html = await (await site().app.request(path, { method, headers })).text();
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    return [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  };
  it.each([
    ['GET', '/tidak-ada', ['/']],
    ['GET', '/kerja/contoh/gerakan/satu?status=401', ['/masuk', '/']],
    ['GET', '/kerja/contoh/gerakan/satu?status=403', ['/']],
    ['GET', '/kerja/contoh/gerakan/satu/buka?status=404', ['/kerja/contoh', '/']],
    ['GET', '/kerja/contoh/gerakan/satu/buka?status=409', ['/kerja/contoh/gerakan/satu', '/']],
    ['GET', '/kerja/contoh/gerakan/baru?status=409', ['/kerja/contoh', '/']],
    ['POST', '/kerja/contoh/gerakan/satu/buka?status=409', ['/kerja/contoh/gerakan/satu/buka', '/']],
  ])('%s %s', async (method, path, to) => expect(await links(path, method)).toEqual(to));
});

describe('what hostile clients send', () => {
  it('is refused as unreadable where no form or no text can be made of it', async () => {
    const { app, lines } = site();
    const form = {
      ...posted(1),
      body: 'bukan formulir',
      headers: { ...posted(1).headers, 'content-length': '14' },
    };
    expect((await app.request('/formulir', form)).status).toBe(400);
    expect((await app.request('/basis-data')).status).toBe(400);
    expect(lines).toEqual([]);
  });

  it('cannot begin a line of the log', async () => {
    const { app, lines } = site();
    const answer = await app.request('/rusak?nama=x%0Afault%2000000000%20POST%20/klaim%1b[2J%0d%0Afault');
    expect(answer.status).toBe(500);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\r\x1b]/);
  });

  it('is large only where staff send files', async () => {
    const { app } = site();
    expect((await app.request('/kerja/contoh/berkas', posted(7_000_000))).status).toBe(200);
    expect((await app.request('/formulir', posted(7_000_000))).status).toBe(413);
    expect((await app.request('/formulir', posted(1000))).status).toBe(200);
    expect((await app.request('/kerja/contoh/berkas', posted(10, 60_000_000))).status).toBe(413);
  });
});

describe('a program that asks for JSON', () => {
  const told = async (path: string, accept: string) => {
    const answer = await site().app.request(path, { headers: { accept } });
    return [answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')];
  };

  it('is told what is wrong by a code and a sentence, in a fault as well', async () => {
    const { app } = site();
    const wanted = { headers: { accept: 'application/json' } };
    expect(await (await app.request('/tidak-ada', wanted)).json()).toEqual({
      code: 'platform.notFound',
      message: expect.any(String),
    });
    const fault = await app.request('/rusak?nama=x', wanted);
    expect([fault.status, await fault.json()]).toEqual([
      500,
      { code: 'platform.fault', message: expect.stringMatching(/[0-9a-f]{8}/) },
    ]);
    expect(await told('/kerja/contoh/x?status=503', 'application/json')).toEqual([
      503,
      'application/json',
      '2',
    ]);
  });

  it('is no browser: that one names a page too', async () => {
    const [status, type] = await told('/tidak-ada', 'text/html,application/json');
    expect([status, type]).toEqual([404, expect.stringContaining('text/html')]);
  });
});

describe('caches', () => {
  it('keep only what says so itself', async () => {
    const { app } = site();
    const kept = async (path: string) => (await app.request(path)).headers.get('cache-control');
    expect(await kept('/lokal')).toBe('no-store');
    expect(await kept('/bahasa/en')).toBe('no-store');
    expect(await kept('/tidak-ada')).toBe('no-store');
    expect(await kept('/simpan')).toBe('public, max-age=2');
  });
});
