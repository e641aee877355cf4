import { afterAll, beforeAll, expect, it } from 'vitest';
import { recogniseVisitors } from '../../access/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import { planPages } from '../pages/plan.page.tsx';
import { openSite, type Site } from '../pages/test-site.ts';
import { createReadings, type Reading, type Readings } from './readings.ts';

let site: Site;
let readings: Readings;
let officer: string;
let open: (reading: Reading) => Response | Promise<Response>;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
  readings = createReadings(site.platform);
  const app = createApp(site.platform.config, () => {});
  recogniseVisitors(app, site.platform);
  planPages(app, site.platform, readings);
  open = (reading) =>
    app.request(`/kerja/satu/pegawai/impor/${reading.id}`, { headers: { cookie: officer } });
});
afterAll(() => site.close());

const HEAD = 'Nama;NIP/Nomor;Kategori;Unit\r\n';
const roster = (rows: number) => {
  const line = (at: number) => `Rekaan ${at};K-${at};Non-ASN;Unit ${at % 7}\r\n`;
  return Buffer.from(HEAD + Array.from({ length: rows }, (_, at) => line(at)).join(''));
};
const start = (bytes: Uint8Array, patience: number, fileName = 'a.csv') =>
  readings.start({ agencyId: 'satu', by: 'account:x', fileName, bytes, options: {} }, patience);
const ended = async (reading: Reading) => {
  while ((await readings.find('satu', reading.id)) && !reading.problems)
    await new Promise((resolve) => setTimeout(resolve, 20));
};

it('shows a page that renews itself while it reads, then the plan', async () => {
  const reading = await start(roster(5_000), 0);
  const waiting = await (await open(reading)).text();
  expect(waiting).toContain('<meta http-equiv="refresh" content="1"/>');
  expect(waiting).toContain('Membaca berkas');
  await ended(reading);
  expect(await (await open(reading)).text()).toContain('Terima: tambah 5.000');
});

it('keeps the problem of a file that failed after the upload was answered', async () => {
  const reading = await start(Buffer.from('%PDF-1.4'), 0);
  await ended(reading);
  const shown = await open(reading);
  expect(shown.status).toBe(422);
  expect(await shown.text()).toContain('Ini berkas PDF');
});

it('can be asked of another server, and says there too when its process died', async () => {
  const other = createReadings(site.platform);
  const failed = await start(Buffer.from('%PDF-1.4'), 5_000);
  const seen = await other.find('satu', failed.id);
  expect(seen?.problems?.map(({ code }) => code)).toEqual(['file.is-pdf']);
  expect(await other.find('dua', failed.id)).toBeUndefined();
  const lost = await site.pool.query(
    `insert into agencies.roster_reading (agency_id, id, file_name, size, started_at, lease_until)
     values ('satu', 'hilang', 'a.csv', 1, now() - interval '1 hour', now() - interval '1 minute') returning id`,
  );
  const gone = await other.find('satu', lost.rows[0].id);
  expect(gone?.problems?.map(({ code }) => code)).toEqual(['reading.interrupted']);
});

it('reads three files at once and refuses a fourth', async () => {
  const busy = await Promise.all([1, 2, 3].map(() => start(roster(20_000), 0)));
  await expect(start(roster(1), 0)).rejects.toMatchObject({ code: 'agencies.readingBusy', status: 503 });
  await Promise.all(busy.map(ended));
  expect((await start(roster(1), 5_000)).problems).toBeNull();
});

it('keeps only the plain name of a file', async () => {
  const reading = await start(roster(1), 5_000, 'C:\\kantor\\pegawai\u202exslx.csv');
  expect(reading.fileName).toBe('pegawaixslx.csv');
});
