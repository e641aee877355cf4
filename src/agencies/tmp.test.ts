import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeXlsx } from '../platform/files/index.ts';
import { fileForm, openSite, type Site } from './pages/test-site.ts';

let site: Site;
let officer: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
});
afterAll(() => site.close());
const N = 100_000;
function rows() {
  return Array.from({ length: N }, (_, i) => {
    const y = 1960 + (i % 40);
    const nip = `${y}${String(1 + (i % 12)).padStart(2, '0')}${String(1 + ((i >> 4) % 28)).padStart(2, '0')}${y + 25}0${1 + (i % 9)}${1 + (i % 2)}${String(1 + (Math.floor(i / 480) % 999)).padStart(3, '0')}`;
    return [
      `Rekaan Nomor ${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(65 + (((i / 26) | 0) % 26))} ${'abcdefghij'[i % 10]}`,
      nip,
      'PNS',
      'III/a',
      'Analis',
      `Unit Kerja ${i % 300}`,
    ];
  });
}
for (const kind of ['csv', 'xlsx'] as const)
  it(`100k ${kind}`, async () => {
    const head = ['Nama', 'NIP/Nomor', 'Kategori', 'Golongan', 'Jabatan', 'Unit'];
    const data = rows();
    const bytes =
      kind === 'csv'
        ? Buffer.from([head, ...data].map((r) => r.join(';')).join('\r\n'))
        : await writeXlsx([{ name: 'Pegawai', columns: head.map((header) => ({ header })), rows: data }]);
    console.log(kind, bytes.length, new Set(data.map((r) => r[1])).size);
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    let worst = 0;
    let count = 0;
    let stop = false;
    const pinger = (async () => {
      while (!stop) {
        const t = performance.now();
        await site.get('/kerja/satu/unit', officer);
        worst = Math.max(worst, performance.now() - t);
        count++;
        await new Promise((r) => setTimeout(r, 10));
      }
    })();
    const phase = (name: string, t: number) => {
      console.log(
        kind,
        name,
        Math.round(performance.now() - t),
        'ms; loop max',
        Math.round(loop.max / 1e6),
        'p99',
        Math.round(loop.percentile(99) / 1e6),
        'worst req',
        Math.round(worst),
        'n',
        count,
      );
      loop.reset();
      worst = 0;
      count = 0;
    };
    let t = performance.now();
    const answer = await site.post('/kerja/satu/pegawai/impor', officer, fileForm(`a.${kind}`, bytes));
    phase('post', t);
    t = performance.now();
    const path = answer.headers.get('location')!;
    let html = '';
    for (;;) {
      html = await (await site.get(path, officer)).text();
      if (!html.includes('http-equiv="refresh"')) break;
      await new Promise((r) => setTimeout(r, 300));
    }
    phase('read+first plan', t);
    t = performance.now();
    html = await (await site.get(`${path}?jenis=add&hal=7`, officer)).text();
    phase('page 7', t);
    t = performance.now();
    const digest = /name="digest" value="([0-9a-f]{64})"/.exec(html)?.[1];
    console.log(html.match(/(Ditambah|Ditolak|Tetap|Diubah) \([\d.]+\)/g), digest);
    if (digest) {
      const r = await site.post(
        path,
        officer,
        new URLSearchParams({ aksi: 'terima', digest, induk: 'satu-root' }),
      );
      console.log(r.status);
      phase('accept', t);
    }
    stop = true;
    await pinger;
    console.log(site.faults, (process.memoryUsage().rss / 1e6) | 0);
  }, 240_000);
