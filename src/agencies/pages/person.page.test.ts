import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../audit.ts';
import { peopleOf } from '../person.ts';
import { openSite, type Site } from './test-site.ts';

let site: Site;
let officer: string;
let rekan: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.signedIn([['satu', 'officer']]);
});
afterAll(() => site.close());

const NEW = '/kerja/satu/pegawai/baru';
const PERSON = {
  name: 'Ma’ruf Rekawan',
  idNumber: '19850312 201001 1 901',
  category: 'pns',
  rank: 'III/c',
  post: 'Plt. Kepala Bidang',
  postStatus: 'definitive',
  unitId: 'satu-root',
  email: '',
  status: 'active',
  reason: 'Baru dilantik',
};

const send = (path: string, form: Record<string, string>, cookie = officer) =>
  site.post(path, cookie, new URLSearchParams(form));
const people = async () => (await peopleOf(site.pool, 'satu', { limit: 50, offset: 0 })).people;

/** The moment of the last change, as the page hands it on. */
async function seen(path: string): Promise<string> {
  const html = await (await site.get(path, officer)).text();
  return /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

describe('adding one person', () => {
  it('is linked from the roster, reads as a roster file does, and is told in the trail', async () => {
    expect(await (await site.get('/kerja/satu/pegawai', officer)).text()).toContain(`href="${NEW}"`);
    const answer = await send(NEW, PERSON);
    expect(answer.status).toBe(303);
    rekan = (answer.headers.get('location') ?? '').replace(/\?.*/, '');
    expect((await people())[0]).toMatchObject({
      ...{ name: 'Ma’ruf Rekawan', idKind: 'nip', idNumber: '198503122010011901' },
      ...{ post: 'Kepala Bidang', postStatus: 'plt', rank: 'III/c', isExample: true },
    });
    const { events } = await eventsOf(site.pool, 'satu', { limit: 1, offset: 0 });
    expect(events[0]).toMatchObject({ kind: 'person.added', data: { reason: 'Baru dilantik' } });
    expect(await (await site.get('/kerja/satu/pegawai', officer)).text()).toContain(`href="${rekan}"`);
  });

  it.each([
    [{ idNumber: '198513122010011901' }, 'idNumber', 'tanggal lahir'],
    [{ idNumber: '7301011503850001' }, 'idNumber', 'NIK'],
    [{ name: '' }, 'name', 'Nama'],
    [{ name: '=HYPERLINK("x")' }, 'name', ''],
    [{ unitId: 'dua-root' }, 'unitId', 'Pilih unitnya'],
    [{ rank: 'tinggi' }, 'rank', ''],
    [{ email: 'bukan surel' }, 'email', ''],
    [{ reason: '' }, 'reason', 'Tulis alasan'],
    [{ reason: 'a'.repeat(501) }, 'reason', '500'],
    [{}, 'idNumber', 'sudah ada'],
  ])('refuses %o at its field and keeps what was typed', async (wrong, name, text) => {
    const before = await people();
    const answer = await send(NEW, { ...PERSON, post: 'Jabatan Diketik', ...wrong });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`id="e-${name}"`);
    expect(html).toContain(text);
    expect(html).toContain('value="Jabatan Diketik"');
    expect(await people()).toEqual(before);
  });

  it('tells people without a number apart by name and unit', async () => {
    const casual = { ...PERSON, name: 'Rekaningsih', category: 'non-asn', idNumber: '', rank: '' };
    expect((await send(NEW, casual)).status).toBe(303);
    expect((await send(NEW, { ...casual, name: 'REKANINGSIH' })).status).toBe(422);
  });
});

describe('correcting one person', () => {
  it('writes what changed, keeps the reason, and refuses a second tab that saw the old details', async () => {
    const first = await seen(rekan);
    const moved = { ...PERSON, status: 'moved', rank: '', reason: 'Pindah menurut SK', seen: first };
    expect((await send(rekan, moved)).status).toBe(303);
    const found = (await people()).find(({ idNumber }) => idNumber === '198503122010011901');
    expect(found).toMatchObject({ status: 'moved', rank: null });
    const html = await (await site.get(rekan, officer)).text();
    expect(html).toContain('Pindah menurut SK');
    expect(html).toContain('Baru dilantik');
    const { events } = await eventsOf(site.pool, 'satu', { limit: 1, offset: 0 });
    expect(events[0]).toMatchObject({ kind: 'person.corrected', data: { changed: 'rank, status' } });
    const trail = await (await site.get('/kerja/satu/jejak', officer)).text();
    expect(trail).toContain('alasan: Pindah menurut SK · diubah: Golongan, Status');
    const late = await send(rekan, { ...PERSON, name: 'Nama Lama', seen: first });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('berubah sejak halaman ini dibuka');
  });

  it('refuses a form in which nothing changed', async () => {
    const same = { ...PERSON, post: 'Kepala Bidang', postStatus: 'plt', status: 'moved', rank: '' };
    const answer = await send(rekan, { ...same, seen: await seen(rekan) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Belum ada yang Anda ubah');
  });

  it('keeps before and after in a row of its own', async () => {
    const { rows } = await site.pool.query(
      `select before->>'status' as before, after->>'status' as after from agencies.person_correction
       where reason = 'Pindah menurut SK'`,
    );
    expect(rows).toEqual([{ before: 'active', after: 'moved' }]);
  });
});

describe('what happened to one person in service', () => {
  const LEAVE = {
    aksi: 'peristiwa',
    kind: 'leave',
    from: '2025-03-01',
    until: '2025-05-31',
    why: 'Cuti besar',
  };

  it('is recorded with its days and reason, and is how the person stands', async () => {
    expect((await send(rekan, LEAVE)).status).toBe(303);
    expect((await people()).find(({ idNumber }) => idNumber === '198503122010011901')?.status).toBe('leave');
    expect(await (await site.get(rekan, officer)).text()).toContain('Cuti besar');
  });

  it.each([
    [{ from: '2025-99-99' }, 'from'],
    [{ from: '01-03-2025' }, 'from'],
    [{ from: '2199-01-01', until: '' }, 'from'],
    [{ until: '2025-02-30' }, 'from'],
    [{ until: '2025-02-01' }, 'from'],
    [{ why: ' ' }, 'why'],
  ])('is refused with %j, and the form keeps what was typed', async (wrong, at) => {
    const answer = await send(rekan, { ...LEAVE, kind: 'study', ...wrong });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`id="e-${at}"`);
    expect((await people()).find(({ idNumber }) => idNumber === '198503122010011901')?.status).toBe('leave');
  });
});

describe('who may', () => {
  it.each([
    ['auditor', [['satu', 'auditor']]],
    ['officer of one unit', [['satu', 'officer', 'satu-root']]],
    ['officer of another institution', [['dua', 'officer']]],
  ] as const)('not the %s, whether or not the person is there', async (_, grants) => {
    const other = await site.signedIn(grants as unknown as Parameters<Site['signedIn']>[0]);
    for (const path of [NEW, rekan, '/kerja/satu/pegawai/orang/tidak-ada']) {
      expect((await site.get(path, other)).status).toBe(403);
      expect((await send(path, PERSON, other)).status).toBe(403);
    }
    expect((await site.get('/kerja/satu/pegawai/orang/tidak-ada', officer)).status).toBe(404);
  });
});
