import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { zipBytes } from '../../platform/files/index.ts';
import { fileForm, openSite, type Site } from './test-site.ts';

let site: Site;
let officer: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.pool.query('delete from agencies.person_change; delete from agencies.person');
});

const HEAD = 'Nama;NIP/Nomor;Kategori;Golongan;Jabatan;Unit\r\n';
const ANI = 'Ani Rekaan;198503122010012005;PNS;III/c;Analis;Bidang Umum\r\n';
const BUDI = "Budi Ma'ruf;198603122010011006;PNS;III/a;Kepala Bidang;Bidang Umum\r\n";
const WRONG = 'Cici Salah;1,98503E+17;PNS;III/a;Analis;Bidang Umum\r\n';

/** Uploads and waits for the plan. @returns the plan's path */
async function upload(content: string | Uint8Array, name = 'pegawai.csv'): Promise<string> {
  const answer = await site.post('/kerja/satu/pegawai/impor', officer, fileForm(name, content));
  expect(answer.status).toBe(303);
  const path = answer.headers.get('location') as string;
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await text(path)).includes('http-equiv="refresh"')) return path;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The plan never came.');
}

async function text(path: string): Promise<string> {
  return (await site.get(path, officer)).text();
}

async function accept(path: string, digest?: string, cookie = officer) {
  const shown = await text(path);
  const form = new URLSearchParams({ aksi: 'terima', induk: 'satu-root' });
  form.set('digest', digest ?? digestIn(shown));
  return site.post(path, cookie, form);
}

function digestIn(html: string): string {
  return /name="digest" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
}

async function people() {
  const { rows } = await site.pool.query(
    `select p.name, p.id_number, p.rank, u.name as unit from agencies.person p
     join agencies.unit u on u.agency_id = p.agency_id and u.id = p.unit_id where p.agency_id = 'satu' order by p.name`,
  );
  return rows;
}

describe('a roster file', () => {
  it('is shown first, written only when accepted, and once', async () => {
    const path = await upload(HEAD + ANI + BUDI + WRONG);
    const shown = await text(path);
    expect(shown).toContain('Terima: tambah 2, ubah 0');
    expect(shown).toContain('Ditolak (1)');
    expect(shown).toContain('Cici Salah');
    expect(await people()).toEqual([]);
    expect((await accept(path)).status).toBe(303);
    expect(await people()).toEqual([
      { name: 'Ani Rekaan', id_number: '198503122010012005', rank: 'III/c', unit: 'Bidang Umum' },
      { name: "Budi Ma'ruf", id_number: '198603122010011006', rank: 'III/a', unit: 'Bidang Umum' },
    ]);
    const again = await accept(path, 'x');
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Tidak ada yang dilakukan dua kali');
    expect((await people()).length).toBe(2);
    expect(await text(path)).toContain('sudah diterima');
  });

  it('changes nothing the second time', async () => {
    await accept(await upload(HEAD + ANI + BUDI));
    const path = await upload(HEAD + ANI + BUDI);
    const shown = await text(path);
    expect(shown).toContain('Tidak ada yang perlu diubah');
    expect(shown).toContain('Tetap (2)');
    expect(shown).not.toContain('value="terima"');
    expect((await site.post(path, officer, new URLSearchParams({ aksi: 'buang' }))).status).toBe(303);
    expect(await text(path)).toContain('dibuang');
    const { rows } = await site.pool.query('select count(*) from agencies.person_change');
    expect(rows[0].count).toBe(2);
  });

  it('shows and keeps what changed, before and after', async () => {
    await accept(await upload(HEAD + ANI + BUDI));
    const path = await upload(HEAD + ANI.replace('III/c', 'III/d'));
    const shown = await text(path);
    expect(shown).toContain('Golongan: III/c → III/d');
    expect(shown).toContain('Tidak ada di berkas (1)');
    expect(await text(`${path}?jenis=missing`)).toContain("Budi Ma'ruf");
    await accept(path);
    expect((await people()).map((person) => person.rank)).toEqual(['III/d', 'III/a']);
    const { rows } = await site.pool.query(
      'select before, after from agencies.person_change where before is not null',
    );
    expect(rows.map(({ before, after }) => [before.rank, after.rank])).toEqual([['III/c', 'III/d']]);
  });

  it('is refused when the roster moved since it was shown', async () => {
    const first = await upload(HEAD + ANI);
    const second = await upload(HEAD + ANI + BUDI);
    const digest = digestIn(await text(second));
    await accept(first);
    const answer = await accept(second, digest);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Daftar pegawai berubah sejak rencana ini ditampilkan');
    expect((await people()).length).toBe(1);
    expect((await accept(second)).status).toBe(303);
    expect((await people()).length).toBe(2);
  });

  it('accepted by several at once is carried out once', async () => {
    const path = await upload(HEAD + ANI + BUDI);
    const digest = digestIn(await text(path));
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(path, digest)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409, 409, 409, 409, 409]);
    expect((await people()).length).toBe(2);
  });

  it('asks about a unit that is nearly a known one', async () => {
    await accept(await upload(HEAD + ANI));
    const path = await upload(HEAD + BUDI.replace('Bidang Umum', 'Bidang Umun'));
    const shown = await text(path);
    expect(shown).toContain('Sama dengan “Bidang Umum”');
    const unit = await site.pool.query("select id from agencies.unit where name = 'Bidang Umum'");
    const answer = new URLSearchParams({
      aksi: 'jawab',
      'unit-0': 'bidang umun',
      'jawab-0': unit.rows[0].id,
    });
    expect((await site.post(path, officer, answer)).status).toBe(303);
    expect((await accept(path)).status).toBe(303);
    expect((await people()).map((person) => person.unit)).toEqual(['Bidang Umum', 'Bidang Umum']);
  });
});

describe('a file that is no roster', () => {
  const refuse = async (name: string, content: string | Uint8Array) => {
    const answer = await site.post('/kerja/satu/pegawai/impor', officer, fileForm(name, content));
    expect(answer.status).toBe(422);
    return answer.text();
  };

  it('is refused with what it really is', async () => {
    expect(await refuse('pegawai.xlsx', '%PDF-1.7\n1 0 obj')).toContain('Ini berkas PDF');
    expect(await refuse('kosong.csv', '')).toContain('kosong');
    expect(await refuse('catatan.csv', 'halo\ndunia\n')).toContain('Judul kolom tidak ditemukan');
  });

  it('is refused when it is a bomb', async () => {
    const sheet = {
      name: 'xl/worksheets/sheet1.xml',
      bytes: Buffer.alloc(60 * 1024 * 1024, 32),
      compress: true,
    };
    const types = { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>'), compress: true };
    const book = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>'), compress: true };
    expect(await refuse('pegawai.xlsx', await zipBytes([types, book, sheet]))).toContain(
      'tidak wajar besarnya',
    );
  });

  it('is asked for when it was forgotten', async () => {
    expect(await (await site.post('/kerja/satu/pegawai/impor', officer, new FormData())).text()).toContain(
      'Pilih berkasnya dulu',
    );
  });

  it('never brings a formula in as a name', async () => {
    const evil =
      '"=HYPERLINK(""http://jahat.example"";""Ani"")";198503122010012005;PNS;III/c;Analis;Bidang Umum\r\n';
    const path = await upload(HEAD + evil + BUDI);
    expect(await text(path)).toContain('Ditolak (1)');
    await accept(path);
    expect((await people()).map((person) => person.name)).toEqual(["Budi Ma'ruf"]);
  });
});

describe('what is never stored', () => {
  it('is dropped while reading, and the page says so', async () => {
    const head = 'Nama;NIP;Jenis Pegawai;Unit Kerja;Agama;NIK;NPWP;Nomor HP\r\n';
    const row =
      'Ani Rekaan;198503122010012005;PNS;Bidang Umum;Rahasia;3174012345678901;123456789012345;081234567890\r\n';
    const path = await upload(head + row);
    expect(await text(path)).toContain('Tidak diambil demi kerahasiaan pribadi: Agama, NIK, NPWP, Nomor HP');
    await accept(path);
    const { rows } = await site.pool.query('select p::text as row from agencies.person p');
    expect(rows[0].row).not.toMatch(/Rahasia|3174012345678901|123456789012345|081234567890/);
  });
});

describe('the template', () => {
  it('is offered as XLSX and CSV, and its own example rows are not taken', async () => {
    const xlsx = await site.get('/kerja/satu/pegawai/templat/xlsx', officer);
    expect(xlsx.headers.get('content-disposition')).toContain('templat-pegawai.xlsx');
    const path = await upload(new Uint8Array(await xlsx.arrayBuffer()), 'templat.xlsx');
    expect(await text(path)).toContain('Ditambah (0)');
    expect((await site.get('/kerja/satu/pegawai/templat/csv', officer)).status).toBe(200);
    expect((await site.get('/kerja/satu/pegawai/templat/exe', officer)).status).toBe(404);
  });
});
