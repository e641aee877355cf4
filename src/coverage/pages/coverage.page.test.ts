import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCampaign, NOW } from '../../../test/coverage-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { askApproval, decideApproval, type Role } from '../../access/index.ts';
import { append, openLog, toSeal } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { openXlsx, openZip } from '../../platform/files/index.ts';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { type SealedRecord, textDigest } from '../../verify/index.ts';
import { coveragePages, recapOf, recapPaper } from '../index.ts';

let db: TestDatabase;
let app: App;
let platform: Platform;
const BASE = '/kerja/alfa/gerakan/g1';

beforeAll(async () => {
  db = await freshDatabase();
  ({ app, platform } = testApp(db.pool, NOW));
  coveragePages(app, platform);
  await exampleCampaign(db.pool, 'alfa', 60);
  await exampleCampaign(db.pool, 'beta', 10);
});
afterAll(() => db.drop());

type Who = { agencyId: string; role: Role; unitId?: string };
const officer: Who = { agencyId: 'alfa', role: 'officer' };
const operator: Who = { agencyId: 'alfa', role: 'operator', unitId: 'alfa-u2' };

async function get(path: string, who: Who | null): Promise<Response> {
  return app.request(path, { headers: who ? await signedIn(db.pool, NOW, who) : {} });
}

describe('the coverage page', () => {
  it('shows the share with its denominator, as-of time and definition', async () => {
    const html = await (await get(`${BASE}/cakupan`, officer)).text();
    expect(html).toContain('20 %');
    expect(html).toContain('12 dari 60 orang yang wajib');
    expect(html).toContain('18 September 2024 07.15 WIB');
    expect(html).toContain('tanda tangan simbolis tidak dihitung');
    expect(html).toContain('12 hari lagi');
    expect(html).toContain('Dinas Satu');
    expect(html).not.toContain('Pegawai Contoh');
  });

  it('opens a unit into what is below it', async () => {
    const html = await (await get(`${BASE}/cakupan?unit=alfa-u1`, officer)).text();
    expect(html).toContain('UPT Tiga');
    expect(html).toContain('Dinas Satu (langsung)');
    const leaf = /href="([^"]+)">UPT Tiga</.exec(html)?.[1] ?? '';
    expect(leaf).toContain('/cakupan/alfa-u3');
    expect((await get(leaf, officer)).status).toBe(200);
    expect((await get(`${BASE}/cakupan?unit=beta-u1`, officer)).status).toBe(404);
  });

  it('keeps an operator in the own unit, with the same answer for what is elsewhere and what is nowhere', async () => {
    const html = await (await get(`${BASE}/cakupan`, operator)).text();
    expect(html).toContain('Kecamatan Dua');
    expect(html).not.toContain('Dinas Satu');
    expect((await get(`${BASE}/cakupan?unit=alfa-u1`, operator)).status).toBe(403);
    expect((await get(`${BASE}/cakupan?unit=nowhere`, operator)).status).toBe(403);
  });

  it('is closed to strangers and to other institutions', async () => {
    expect((await get(`${BASE}/cakupan`, null)).status).toBe(401);
    expect((await get(`${BASE}/cakupan`, { agencyId: 'beta', role: 'officer' })).status).toBe(403);
    expect((await get('/kerja/alfa/gerakan/none/cakupan', officer)).status).toBe(404);
  });
});

describe('the list of those who have not signed', () => {
  it('is for officer, head and operator, never for the auditor', async () => {
    for (const role of ['officer', 'leader'] as const)
      expect((await get(`${BASE}/belum`, { agencyId: 'alfa', role })).status).toBe(200);
    expect((await get(`${BASE}/belum`, { agencyId: 'alfa', role: 'auditor' })).status).toBe(403);
    expect((await get(`${BASE}/belum`, null)).status).toBe(401);
  });

  it('names people with their state and a link to their standing; those who signed are not there', async () => {
    const html = await (await get(`${BASE}/belum`, officer)).text();
    expect(html).toContain('Pegawai Contoh 6<');
    expect(html).not.toContain('Pegawai Contoh 5<');
    expect(html).toContain(`${BASE}/orang/p6`);
    expect(html).toContain('36 orang');
  });

  it('hides reasons for exemption from operators', async () => {
    const path = `${BASE}/belum?keadaan=exempted`;
    expect(await (await get(path, officer)).text()).toContain('tugas belajar');
    expect(await (await get(path, operator)).text()).not.toContain('tugas belajar');
  });
});

describe('the recap', () => {
  it('as a workbook, read back, says what a plain count over the sealed records says', async () => {
    const sheets = await read(await get(`${BASE}/rekap.xlsx`, officer));
    expect([...sheets.keys()]).toEqual(['Ringkasan', 'Per unit', 'Per kategori', 'Belum']);
    const { rows } = await db.pool.query(
      `select a.unit_id, count(r.idx)::int as signed, count(*)::int as audience from campaigns.audience a
       left join evidence.record r using (agency_id, campaign_id, person_id) where a.agency_id = 'alfa' group by 1 order by 1`,
    );
    const names: Record<string, string> = {
      'alfa-u1': 'Dinas Satu',
      'alfa-u2': 'Kecamatan Dua',
      'alfa-u3': 'UPT Tiga',
    };
    for (const row of rows) {
      const line = sheets.get('Per unit')!.find(([name]) => name === names[row.unit_id])!;
      expect([line[2], line[3]].map(Number)).toEqual([row.audience, row.signed]);
    }
    const total = sheets.get('Per kategori')!.find(([name]) => name === 'Jumlah')!;
    expect(total.slice(1, 8).map(Number)).toEqual([60, 12, 6, 6, 6, 12, 18]);
    expect(sheets.get('Belum')!.filter((line) => line[1]?.startsWith('Pegawai'))).toHaveLength(48);
  });

  it('gives the auditor figures without names, the operator only names of the own unit', async () => {
    const figures = await read(await get(`${BASE}/rekap.xlsx`, { agencyId: 'alfa', role: 'auditor' }));
    expect([...figures.keys()]).not.toContain('Belum');
    const own = await read(await get(`${BASE}/rekap.xlsx`, operator));
    expect(
      new Set(
        own
          .get('Belum')!
          .filter((line) => line[1]?.startsWith('Pegawai'))
          .map((line) => line[0]),
      ),
    ).toEqual(new Set(['Unit lama 2']));
  });

  it('never gives an auditor names through an operator grant elsewhere', async () => {
    const cookie = await signedIn(db.pool, NOW, { agencyId: 'alfa', role: 'auditor' }, operator);
    const units = async (path: string) => {
      const sheets = await read(await app.request(path, { headers: cookie }));
      const people = (sheets.get('Belum') ?? []).filter((line) => line[1]?.startsWith('Pegawai'));
      return {
        total: sheets.get('Per kategori')!.at(-1)![1],
        units: [...new Set(people.map((line) => line[0]))],
      };
    };
    expect(await units(`${BASE}/rekap.xlsx`)).toEqual({ total: '60', units: ['Unit lama 2'] });
    expect((await units(`${BASE}/rekap.xlsx?unit=alfa-u1`)).units).toEqual([]);
  });

  it('prints what no font has as a question mark, and breaks what is long', async () => {
    const name = `Dinas \u202e \u{1f600} Jum’at ${'Panjang'.repeat(40)}`;
    const recap = await recapOf(db.pool, 'alfa', 'g1', { unitIds: null }, NOW);
    const odd = {
      ...recap,
      rows: recap.rows.map((row) => ({ ...row, name })),
      subject: { ...recap.subject, agency: name },
    };
    for (const lang of ['id', 'en'] as const) expect(() => recapPaper(lang, odd)).not.toThrow();
  });

  it('as a sealed PDF, for those who see the whole institution', async () => {
    const answer = await get(`${BASE}/rekap.pdf`, { agencyId: 'alfa', role: 'leader' });
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('/ETSI.CAdES.detached');
    expect((await get(`${BASE}/rekap.pdf`, operator)).status).toBe(403);
  });
});

describe('all pacts of a unit', () => {
  it('come as one archive with names that every system takes', async () => {
    await db.pool.query("delete from evidence.record where agency_id = 'alfa'");
    await seal('p5', "Ma'ruf Jum'at S.Pd., M.Si.", 'ABCD-EFGH-JKMN-PQR0');
    const answer = await get(`${BASE}/pakta.zip?unit=alfa-u1`, officer);
    expect(answer.status).toBe(200);
    const zip = openZip(new Uint8Array(await answer.arrayBuffer()));
    expect(zip.names).toEqual(['Unit-lama-3/Maruf-Jumat-S-Pd-M-Si-0005-ABCD-EFGH-JKMN-PQR0.pdf']);
  });

  it('of a real institution are taken as a whole only where two people want it', async () => {
    const real = (yes: boolean) =>
      db.pool.query(`update agencies.agency set is_example = $1 where id = 'alfa'`, [!yes]);
    await real(true);
    const two = { agencyId: 'alfa', kind: 'everything.export', subject: 'g1' } as const;
    const run = (work: Parameters<typeof transaction>[1]) => transaction(db.pool, work);
    const refused = await get(`${BASE}/pakta.zip`, officer);
    expect(refused.headers.get('location')).toBe('/kerja/alfa/persetujuan?hal=everything.export&tentang=g1');
    expect((await get(`${BASE}/pakta.zip?unit=alfa-u0`, officer)).status).toBe(303);
    await db.pool.query(
      `insert into agencies.unit (agency_id, id, name, kind, created_at) values ('alfa', 'kosong', 'Kosong', 'other', $1)`,
      [NOW],
    );
    expect((await get(`${BASE}/pakta.zip?unit=alfa-u0`, officer)).status).toBe(303);
    await db.pool.query("delete from agencies.unit where agency_id = 'alfa' and id = 'kosong'");
    expect((await get(`${BASE}/pakta.zip`, { agencyId: 'alfa', role: 'leader' })).status).toBe(409);
    expect((await get(`${BASE}/pakta.zip?unit=alfa-u1`, officer)).status).toBe(200);
    const asking = { ...two, reason: 'Uji.', by: 'account:ani' };
    const id = (await run((client) => askApproval(client, asking, NOW))) as string;
    const yes = { agencyId: 'alfa', id, decision: 'approved', note: '', by: 'account:budi' } as const;
    await run((client) => decideApproval(client, yes, NOW));
    expect((await get(`${BASE}/pakta.zip`, officer)).status).toBe(200);
    expect((await get(`${BASE}/pakta.zip`, officer)).status).toBe(303);
    await real(false);
  });

  it('says so when there is none', async () => {
    expect((await get(`${BASE}/pakta.zip?unit=alfa-u2`, operator)).status).toBe(404);
    expect((await get(`${BASE}/pakta.zip?unit=alfa-u1`, operator)).status).toBe(403);
  });
});

async function read(answer: Response): Promise<Map<string, string[][]>> {
  expect(answer.status).toBe(200);
  const book = await openXlsx(new Uint8Array(await answer.arrayBuffer()));
  const sheets = new Map<string, string[][]>();
  for (const [at, { name }] of book.sheets.entries()) {
    const rows: string[][] = [];
    await book.read(at, (row) => {
      rows.push(Array.from(row.cells, (cell) => cell?.text ?? ''));
    });
    sheets.set(name, rows);
  }
  return sheets;
}

async function seal(personId: string, name: string, receipt: string): Promise<void> {
  await db.pool.query('update campaigns.audience set name = $2 where agency_id = $3 and person_id = $1', [
    personId,
    name,
    'alfa',
  ]);
  const text = { title: 'Pakta contoh', opener: '', points: ['Satu.'], closing: '', language: 'id' as const };
  const record: SealedRecord = {
    format: 'ikrar/record/v1',
    kind: 'pact',
    receipt,
    example: true,
    agency: { id: 'alfa', name: 'Pemerintah Kabupaten Contoh', letterhead: [], zone: 'Asia/Jakarta' },
    campaign: { id: 'g1', title: 'Gerakan Ikrar Contoh', election: 'Pilkada 2024', circular: null },
    bases: [],
    text: { id: 'pact', version: 1, digest: textDigest(text), draft: true, ...text },
    person: {
      name,
      idKind: 'nip',
      idNumber: '198503122010010005',
      category: 'pns',
      rank: null,
      post: null,
      unit: 'UPT Tiga',
      employer: 'Pemkab',
    },
    act: {
      role: 'individual',
      method: 'link',
      strength: 'uncertified',
      typedName: name,
      drawing: null,
      ceremony: null,
      place: null,
      at: '2024-09-11T01:00:00.000Z',
    },
  };
  const ready = toSeal(platform.config, personId, record, randomBytes(32));
  await transaction(db.pool, async (client: ClientBase) => {
    await openLog(client, 'alfa', 'g1');
    await append(client, 'alfa', 'g1', [ready]);
  });
}
