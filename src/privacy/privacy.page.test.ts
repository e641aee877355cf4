import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedIn } from '../../test/planted.ts';
import { addStaff, codesOf, openSigningWorld, type SigningWorld, signAs } from '../../test/signing-world.ts';
import { signedIn } from '../../test/staff.ts';
import { agencyPages } from '../agencies/index.ts';
import { campaignPages } from '../campaigns/index.ts';
import { coveragePages } from '../coverage/index.ts';
import { verifyPages } from '../evidence/index.ts';
import { signPages } from '../signing/index.ts';
import { privacyPages } from './index.ts';

const NAME = 'Maimunah Contoh Teladan';
const NIP = '198503122010012345';
const ORIGIN = 'http://localhost';
const LATER = new Date('2031-01-05T02:00:00Z');

let site: SigningWorld;
let agencyId: string;
let campaignId: string;
let personId: string;
let code: string;
let receipt: string;
let now = new Date('2024-09-18T00:15:00Z');
beforeAll(async () => {
  site = await openSigningWorld('fakfak');
  for (const pages of [agencyPages, campaignPages, coveragePages, privacyPages])
    pages(site.app, site.platform);
  signPages(site.app, site.platform, site.signer);
  verifyPages(site.app, site.platform, site.key);
  agencyId = site.world.agencyId;
  [personId] = (await addStaff(site, [{ name: NAME, idNumber: NIP }])) as [string];
  campaignId = await site.openedCampaign();
  ({ receipt } = await signAs(site, campaignId, personId));
  await site.publish();
  code = (await codesOf(site, campaignId)).get(personId) as string;
}, 60_000);
afterAll(() => site.close());

type Who = { cookie: string };
const officer = (unitId?: string) =>
  signedIn(site.db.pool, now, { agencyId, role: 'officer', ...(unitId ? { unitId } : {}) });
const get = async (path: string, who: Partial<Who> = {}, lang = 'id') => {
  const cookie = [who.cookie, `bahasa=${lang}`].filter(Boolean).join('; ');
  return site.app.request(`${ORIGIN}${path}`, { headers: { cookie } });
};
const post = (path: string, who: Partial<Who>, body: Record<string, string>) =>
  site.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { origin: ORIGIN, ...(who.cookie ? { cookie: who.cookie } : {}) },
    body: new URLSearchParams(body),
  });
const opened = async (): Promise<Who> => {
  const answer = await post(`/s/${code}/data`, {}, { do: 'open', digits: NIP.slice(-4) });
  expect(answer.status).toBe(303);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] as string };
};

describe('the page for everybody', () => {
  it('says what is held and what never, and names each place', async () => {
    const html = await (await get('/privasi')).text();
    expect(html).toContain('campaigns › audience › name');
    expect(html).toContain('Pilihan atau dukungan politik siapa pun');
    expect(html).not.toMatch(/privacy\.[a-z]/);
  });
});

describe('a person’s own data', () => {
  it('is shown to nobody who has only the code', async () => {
    const html = await (await get(`/s/${code}/data`)).text();
    expect(html).toContain('Empat angka terakhir');
    expect(html).not.toContain(NIP);
    const file = await get(`/s/${code}/data.json`);
    expect([file.status, file.headers.get('location')]).toEqual([303, `/s/${code}/data`]);
    const wrong = await post(`/s/${code}/data`, {}, { do: 'open', digits: '0000' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('tidak sama dengan nomor');
  });

  it('is closed to whoever carries the proof of another person, and after a quarter of an hour', async () => {
    const mine = await opened();
    const [until = '', mac = ''] = mine.cookie.split('=')[1]?.split('.') ?? [];
    const longer = `ikrar_data=${Number(until) + 1}.${mac}`;
    expect(await (await get(`/s/${code}/data`, { cookie: longer })).text()).not.toContain(NIP);
    site.setClock(new Date(now.getTime() + 16 * 60_000));
    expect(await (await get(`/s/${code}/data`, mine)).text()).not.toContain(NIP);
    site.setClock(now);
  });

  it('comes as a page and as a file with everything, who read it among it', async () => {
    const who = await officer();
    for (const path of [
      `pegawai/orang/${personId}`,
      `pegawai/orang/${personId}`,
      `gerakan/${campaignId}/orang/${personId}`,
    ])
      expect((await get(`/kerja/${agencyId}/${path}`, who)).status).toBe(200);
    for (const path of ['pegawai', `gerakan/${campaignId}/belum`])
      expect((await get(`/kerja/${agencyId}/${path}`, who)).status).toBe(200);
    const mine = await opened();
    const html = await (await get(`/s/${code}/data`, mine)).text();
    for (const part of [NAME, NIP, receipt, 'Petugas Contoh', 'keadaan dalam gerakan', 'daftar yang belum'])
      expect(html, part).toContain(part);
    const data = JSON.parse(await (await get(`/s/${code}/data.json`, mine)).text());
    expect(data).toMatchObject({ format: 'ikrar/own-data/v1', roster: { name: NAME, idNumber: NIP } });
    expect(data.signatures[0].record.person.name).toBe(NAME);
    expect(data.reads.map((read: { what: string }) => read.what).sort()).toEqual(['details', 'standing']);
    expect(data.lists).toMatchObject([
      { list: 'remaining', times: 1 },
      { list: 'roster', times: 1 },
    ]);
  });

  it('in English has words for everything', async () => {
    const html = await (await get(`/s/${code}/data`, await opened(), 'en')).text();
    expect(html).toContain('Who opened your data');
    expect(html.replace(/<[^>]+>/g, ' ')).not.toMatch(/\bprivacy\.[a-z]/);
  });
});

describe('a request for correction', () => {
  it('is kept, shown with its clock, answered once, and read by the person', async () => {
    const mine = await opened();
    expect((await post(`/s/${code}/data`, mine, { what: '' })).status).toBe(422);
    expect((await post(`/s/${code}/data`, mine, { what: 'x'.repeat(501) })).status).toBe(422);
    expect((await post(`/s/${code}/data`, mine, { what: 'Jabatan saya keliru' })).status).toBe(303);
    const who = await officer();
    const work = await (await get(`/kerja/${agencyId}/privasi`, who)).text();
    expect(work).toContain('Jabatan saya keliru');
    expect(work).toContain('21 September 2024 09.15 WIT');
    const id = /name="id" value="(\w+)"/.exec(work)?.[1] as string;
    const answer = {
      do: 'answer',
      id,
      outcome: 'refused',
      reason: 'Sudah benar menurut SK',
      recordNote: 'Catatan samping',
    };
    expect((await post(`/kerja/${agencyId}/privasi`, who, { ...answer, reason: '' })).status).toBe(422);
    expect((await post(`/kerja/${agencyId}/privasi`, who, answer)).status).toBe(303);
    expect((await post(`/kerja/${agencyId}/privasi`, who, answer)).status).toBe(422);
    const html = await (await get(`/s/${code}/data`, mine)).text();
    for (const part of ['Sudah benar menurut SK', 'Catatan samping', 'ditolak']) expect(html).toContain(part);
  });

  it('is no work of a part of the institution', async () => {
    const part = await officer(site.world.units.dinas);
    expect((await get(`/kerja/${agencyId}/privasi`, part)).status).toBe(403);
    expect((await get(`/kerja/lain/privasi`, part)).status).toBe(403);
  });
});

describe('a breach', () => {
  it('has its clock from when it was known, its steps, and letters that say what is not known', async () => {
    const who = await officer();
    const base = `/kerja/${agencyId}/insiden`;
    expect((await post(base, who, { title: '', what: '', date: '', time: '' })).status).toBe(422);
    const typed = {
      title: 'Berkas terkirim salah',
      what: 'Satu berkas terkirim ke alamat lain.',
      dataKinds: 'number',
    };
    const made = await post(base, who, { ...typed, people: '', date: '2024-09-17', time: '08:00' });
    expect(made.status).toBe(303);
    const path = made.headers.get('location') as string;
    await post(path, who, { step: 'contain', note: 'Alamat ditarik kembali' });
    const html = await (await get(path, who)).text();
    for (const part of ['20 September 2024 08.00 WIT', 'Alamat ditarik kembali', 'perlu verifikasi'])
      expect(html).toContain(part);
    const letter = await (await get(`${path}?surat=people`, who)).text();
    for (const part of ['Berkas terkirim salah', 'NIP atau nomor lain', 'belum diketahui', 'RANCANGAN'])
      expect(letter).toContain(part);
    const pdf = Buffer.from(await (await get(`${path}?surat=authority&berkas=pdf`, who)).arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const auditor = await signedIn(site.db.pool, now, { agencyId, role: 'auditor' });
    expect((await post(path, auditor, { step: 'mend', note: 'x' })).status).toBe(403);
  });
});

describe('erasing over the pages', () => {
  const work = () => `/kerja/${agencyId}/privasi`;
  const erase = (who: Who, act: string, more = {}) =>
    post(work(), who, { do: act, person: personId, why: 'asked', ...more });

  it('is refused while the pact is kept, and while somebody holds it', async () => {
    const who = await officer();
    const kept = await erase(who, 'askErase');
    expect(kept.status).toBe(422);
    expect(await kept.text()).toContain('disimpan sampai');
    now = LATER;
    site.setClock(now);
    const later = await officer();
    expect((await erase(later, 'hold', { holdReason: 'Perkara 12/2030' })).status).toBe(303);
    const held = await erase(later, 'askErase');
    expect(await held.text()).toContain('Penghapusan ditahan');
    const html = await (await get(work(), later)).text();
    const id = /value="endHold"\/?>\s*<input[^>]*value="(\w+)"/.exec(html)?.[1] as string;
    expect((await post(work(), later, { do: 'endHold', id, reason: 'Perkara selesai' })).status).toBe(303);
  });

  it('takes two people, happens once, and the receipt says so', async () => {
    const first = await officer();
    const alone = await erase(first, 'erase');
    expect(alone.status).toBe(422);
    const asked = await erase(first, 'askErase');
    expect(asked.status).toBe(303);
    await site.db.pool.query(
      `insert into access.approval_decision (agency_id, request_id, decision, decided_by, decided_at)
       select agency_id, id, 'approved', 'account:lain', $1 from access.approval_request`,
      [now],
    );
    expect((await erase(first, 'erase', { why: 'court' })).status).toBe(422);
    expect((await erase(first, 'erase')).headers.get('location')).toBe(`${work()}?terhapus=1`);
    expect(await plantedIn(site.db.pool, [NAME, NIP])).toEqual([]);
    expect((await erase(first, 'erase')).status).toBe(422);
    const page = await get(`/v/${agencyId}/${receipt}`);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('Catatan pakta ini sudah dihapus');
    expect((await get(`/s/${code}`)).status).toBe(404);
    expect(await (await get(work(), first)).text()).toContain('Yang sudah dihapus');
  });
});
