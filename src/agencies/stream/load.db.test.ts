import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asServer, freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { forAgency, transaction } from '../../platform/db/index.ts';
import { createAgency } from '../agency.ts';
import { badRows } from './bad-rows.ts';
import { finish } from './finish.ts';
import { addLoad, type Load, loadOf, NATION, runLoad, sumsOf } from './load.ts';

let db: TestDatabase;
const dir = mkdtempSync(join(tmpdir(), 'ikrar-stream-'));
const NOW = new Date('2026-11-22T03:00:00Z');
const now = () => new Date();
beforeAll(async () => {
  db = await freshDatabase();
  for (const id of ['satu', 'dua', 'tiga', 'empat'])
    await transaction(db.pool, (client) =>
      createAgency(
        client,
        {
          ...{ id, level: 'kota', regionCode: null, zone: 'Asia/Jakarta', place: null, isExample: true },
          ...{
            letterhead: ['CONTOH'],
            names: [{ name: id, validFrom: null, validUntil: null, source: null }],
          },
        } as const as never,
        NOW,
      ),
    );
});
afterAll(async () => {
  await db.drop();
  rmSync(dir, { recursive: true, force: true });
});

const HEAD = 'Kode Instansi;Nama;NIP;Kategori;Golongan;Jabatan;Kode Unit;Unit;Surel\r\n';
const nip = (at: number) => `19850312201001${1 + (at % 2)}${String(at + 1).padStart(3, '0')}`;
const person = (at: number, agency = 'satu', unit = 'Dinas Contoh') =>
  `${agency};Pegawai Contoh ${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(65 + Math.floor(at / 26))};${nip(at)};PNS;III/c;Analis;U${at % 3};${unit} ${at % 3};p${at}@contoh.example\r\n`;

function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

async function begin(agencyId: string, path: string, pool = db.pool): Promise<Load> {
  const id = await addLoad(pool, { agencyId, fileName: 'a.csv', path, size: 1, by: 'system' }, now());
  return (await loadOf(pool, agencyId, id, now())) as Load;
}

const loading = (load: Load, path: string) => ({
  load,
  path,
  holder: 'me',
  today: '2026-11-22',
  now,
  blockBytes: 2_000,
});

async function people(agencyId: string) {
  const { rows } = await db.pool.query(
    `select p.id, p.name, p.id_number, p.rank, u.name as unit from agencies.person p
     join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id where p.agency_id = $1 order by p.id_number`,
    [agencyId],
  );
  return rows;
}

for (const [agency, pool] of [
  ['satu', () => asServer(db.pool)],
  ['dua', () => db.pool],
] as const)
  it(`loads, is cut off, goes on exactly there (${agency})`, async () => {
    const bad = `${agency};Salah Contoh;1,98503E+17;PNS;III/a;Analis;U1;Dinas Contoh 1;\r\n`;
    const twice = person(3, agency);
    const text = HEAD + Array.from({ length: 100 }, (_, at) => person(at, agency)).join('') + bad + twice;
    const path = file(`${agency}.csv`, text);
    await forAgency(agency, async () => {
      const load = await begin(agency, path, pool());
      let parts = 0;
      const cut = {
        ...loading(load, path),
        onPart() {
          parts += 1;
          if (parts === 2) throw new Error('killed');
        },
      };
      await expect(runLoad(pool(), cut)).rejects.toThrow('killed');
      const half = await sumsOf(pool(), agency, load.id);
      expect(half.good).toBeGreaterThan(10);
      expect((await people(agency)).length).toBe(half.good);
      expect(await runLoad(pool(), loading(load, path))).toBe(true);
      expect(await sumsOf(pool(), agency, load.id)).toMatchObject({
        good: 100,
        bad: 2,
        added: 100,
        rows: 103,
      });
      const found = await badRows(pool(), load, 10);
      expect(found.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
        [102, 'id.exponent'],
        [103, 'duplicate.id'],
      ]);
      expect(JSON.stringify(found)).not.toMatch(/Salah|1985/);
    });
    expect((await people(agency)).length).toBe(100);
    expect(new Set((await people(agency)).map(({ unit }) => unit)).size).toBe(3);
  });

it('refuses to go on with another file', async () => {
  const text = HEAD + Array.from({ length: 60 }, (_, at) => person(at, 'tiga')).join('');
  const path = file('tiga.csv', text);
  const load = await begin('tiga', path);
  let parts = 0;
  await runLoad(db.pool, { ...loading(load, path), stopping: () => ++parts > 2 });
  writeFileSync(path, text.replace('Pegawai Contoh CA', 'Pegawai Contoh ZZ'));
  await expect(runLoad(db.pool, loading(load, path))).rejects.toMatchObject({
    code: 'agencies.stream.changed',
  });
  writeFileSync(path, text);
  expect(await runLoad(db.pool, loading(load, path))).toBe(true);
  expect((await people('tiga')).length).toBe(60);
});

it('merges a later file: changes who differs, keeps ids, names who is missing, and who moved', async () => {
  const before = await people('satu');
  const changed = person(0, 'satu')
    .replace('III/c', 'III/d')
    .replace('U0;Dinas Contoh 0', 'U1;Dinas Contoh 1');
  const text =
    HEAD +
    changed +
    person(1, 'satu') +
    person(2, 'satu') +
    person(500, 'satu') +
    person(600, 'empat') +
    person(2, 'satu');
  const path = file('lagi.csv', text);
  const load = await begin(NATION, path);
  expect(load.populated).toContain('satu');
  await runLoad(db.pool, { ...loading(load, path), blockBytes: 200 });
  expect(await sumsOf(db.pool, NATION, load.id)).toMatchObject({ good: 5, bad: 1, added: 2, changed: 1 });
  await finish(db.pool, { load, by: 'system' }, now());
  const after = await people('satu');
  expect(after.find(({ id_number }) => id_number === nip(0))).toMatchObject({
    id: before.find(({ id_number }) => id_number === nip(0)).id,
    rank: 'III/d',
    unit: 'Dinas Contoh 1',
  });
  expect(after.length).toBe(101);
  const { rows } = await db.pool.query(
    "select side, agency_id, other_agency, count(*)::int from agencies.move where agency_id in ('satu', 'dua') group by 1, 2, 3 order by 1, 2, 3",
  );
  expect(rows.length).toBeGreaterThan(0);
});

it('takes what no rule knows: quotes, blank lines, another encoding, an institution that is not there', async () => {
  const quoted = `empat;"Budi ""Bung"" Contoh";${nip(700)};PNS;III/c;"Analis; Ahli\r\nMuda";U1;Dinas;\r\n`;
  const latin = Buffer.from(`empat;Ren\xe9 Contoh;${nip(701)};PNS;III/c;Analis;U1;Dinas;\r\n`, 'latin1');
  const path = join(dir, 'aneh.csv');
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`\ufeff${HEAD}\r\n${quoted}${person(702, 'tiada')}`), latin]),
  );
  const load = await begin(NATION, path);
  await runLoad(db.pool, { ...loading(load, path), blockBytes: 400 });
  expect((await badRows(db.pool, load, 10)).map(({ code }) => code)).toEqual(['agency.unknown']);
  const names = (await people('empat')).map(({ name }) => name);
  expect(names).toContain('Budi "Bung" Contoh');
  expect(names).toContain('René Contoh');
});

it('takes no harm from a character that no database keeps, far behind the heading', async () => {
  const nul = (at: number, of: string) =>
    person(at, 'empat').replace(of, `${of.slice(0, 2)}\0${of.slice(2)}`);
  const rows = ['Analis', 'Dinas', 'Pegawai', '@contoh', 'III/c', 'empat'].map((of, at) => nul(800 + at, of));
  const path = file('nol.csv', HEAD + '\r\n'.repeat(40_000) + rows.join('') + person(820, 'empat'));
  const load = await begin(NATION, path);
  await runLoad(db.pool, { ...loading(load, path), blockBytes: 60_000 });
  const { good, bad } = await sumsOf(db.pool, load.agencyId, load.id);
  expect([good, bad]).toEqual([6, 1]);
});
