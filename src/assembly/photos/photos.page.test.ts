import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, readyCampaign } from '../../../test/campaign-world.ts';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import {
  BASELINE_JPEG,
  grayPng,
  PROGRESSIVE_JPEG,
  TELLTALE,
  telephonePhoto,
} from '../../../test/scan-files.ts';
import { signedIn, testApp } from '../../../test/staff.ts';
import { createCeremony } from '../../ceremonies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import type { App } from '../../platform/http/visit.ts';
import { readJpeg } from '../../platform/pictures/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { photoBytes, photoPages, photosOf } from './index.ts';

const NOW = new Date('2024-09-18T01:00:00Z');
const ORIGIN = 'http://localhost';
const agencyId = 'fakfak';
let db: TestDatabase;
let app: App;
let platform: Platform;
let campaignId: string;
type Who = { cookie?: string };
let [officer, leader, auditor, first, other]: Who[] = [];
let here: string;
let ceremonyId: string;

beforeAll(async () => {
  db = await freshDatabase();
  ({ app, platform } = testApp(db.pool, NOW));
  photoPages(app, platform);
  const world = await createWorld(db.pool, agencyId, NOW);
  campaignId = await readyCampaign(db.pool, world, NOW);
  const as = (role: 'officer' | 'leader' | 'auditor' | 'operator', unitId?: string) =>
    signedIn(db.pool, NOW, { agencyId, role, ...(unitId ? { unitId } : {}) });
  [officer, leader, auditor] = [await as('officer'), await as('leader'), await as('auditor')];
  [first, other] = [await as('operator', world.units.dinas), await as('operator', world.units.kecamatan)];
});
afterAll(() => db.drop());

/** Every test has a ceremony of its own. */
async function ceremony(): Promise<void> {
  const head = { agencyId, campaignId, kind: 'apel', title: 'Apel Contoh', heldOn: '2024-09-18' } as const;
  const rest = { heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:00', place: null } as const;
  const more = { organiser: 'BKPSDM Contoh', minutes: null, isExample: true, by: 'system' };
  ceremonyId = await transaction(db.pool, (client) =>
    createCeremony(client, { ...head, ...rest, ...more }, NOW),
  );
  here = `/kerja/${agencyId}/apel/${ceremonyId}/foto`;
}

const get = (path: string, who: Who = {}) => app.request(ORIGIN + path, { headers: { ...who } });
const post = (who: Who, body: BodyInit, more: Record<string, string> = {}) =>
  app.request(ORIGIN + here, { method: 'POST', headers: { origin: ORIGIN, ...who, ...more }, body });
function upload(who: Who, files: Uint8Array[], fields: Record<string, string> = {}, json = false) {
  const form = new FormData();
  for (const [at, bytes] of files.entries())
    form.append('photo', new File([bytes as BlobPart], `IMG_${at}.jpg`));
  for (const [name, value] of Object.entries({ act: 'add', ...fields })) form.set(name, value);
  return post(who, form, json ? { accept: 'application/json' } : {});
}
const kept = () => photosOf(db.pool, agencyId, ceremonyId);
const CLOCK = '2024:09:18 07:15:31';

describe('photos sent from a telephone', () => {
  it('are kept without place, device and clock in the file; the clock is told as the camera’s', async () => {
    await ceremony();
    const answer = await upload(officer as Who, [telephonePhoto(6, BASELINE_JPEG, CLOCK), PROGRESSIVE_JPEG]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, here]);
    const photos = await kept();
    expect(photos.map(({ takenAt }) => takenAt)).toEqual(['2024-09-18T07:15:31', null]);
    expect(photos[0]).toMatchObject({ width: 240, height: 320, orientation: 6, components: 1 });
    for (const { id, sha256 } of photos) {
      const bytes = (await photoBytes(db.pool, agencyId, id)) as Buffer;
      expect(bytes.includes(TELLTALE)).toBe(false);
      expect(readJpeg(bytes)).toMatchObject({ takenAt: null, hasPlace: false });
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(await photoBytes(db.pool, agencyId, id, 'original')).toBeNull();
    }
    const html = await (await get(here, officer)).text();
    expect(html).toContain('18 September 2024 07.15');
    expect(html).toContain('tidak ada pengenalan wajah');
    expect(html).not.toContain('IMG_0');
  });

  it('twice are one photo', async () => {
    await ceremony();
    const both = [upload(officer as Who, [BASELINE_JPEG]), upload(officer as Who, [BASELINE_JPEG])];
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 303]);
    expect(await kept()).toHaveLength(1);
  });

  it('one wrong file among good ones is named, and the good ones are kept', async () => {
    await ceremony();
    const answer = await upload(officer as Who, [BASELINE_JPEG, grayPng(), BASELINE_JPEG.subarray(0, 400)]);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('1 foto tersimpan');
    expect(html).toMatch(/IMG_1\.jpg: Berkas ini bukan JPEG/);
    expect(html).toMatch(/IMG_2\.jpg: Gambar ini rusak/);
    expect(await kept()).toHaveLength(1);
  });

  it('with four components (for printing presses) are refused in words', async () => {
    await ceremony();
    const cmyk = Buffer.from(BASELINE_JPEG);
    const at = cmyk.indexOf(Buffer.from([0xff, 0xc0]));
    const frame = Buffer.concat([
      Buffer.from([0xff, 0xc0, 0, 20]),
      cmyk.subarray(at + 4, at + 9),
      Buffer.from([4]),
    ]);
    const four = Buffer.concat([...[1, 2, 3, 4].map((id) => Buffer.from([id, 0x11, 0]))]);
    const end = at + 2 + cmyk.readUInt16BE(at + 2);
    const answer = await upload(officer as Who, [
      Buffer.concat([cmyk.subarray(0, at), frame, four, cmyk.subarray(end)]),
    ]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('CMYK');
  });

  it('none at all is an error of the field', async () => {
    await ceremony();
    const answer = await upload(officer as Who, []);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('href="#f-photo"');
  });

  it('by the page’s script are answered as JSON, with the clock that the script read', async () => {
    await ceremony();
    const sent = await upload(first as Who, [BASELINE_JPEG], { taken: '2024-09-18T07:15:31' }, true);
    const [photo] = await kept();
    expect([sent.status, await sent.json()]).toEqual([200, { id: photo?.id }]);
    expect(photo?.takenAt).toBe('2024-09-18T07:15:31');
    const refused = await upload(first as Who, [grayPng()], {}, true);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'photos.kind' });
  });
});

describe('place and camera data', () => {
  it('are kept only with a reason, beside the picture, for officers alone', async () => {
    await ceremony();
    const photo = telephonePhoto(6, BASELINE_JPEG, CLOCK);
    const without = await upload(first as Who, [photo], { keep: '1' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('href="#f-keptReason"');
    expect(await kept()).toHaveLength(0);
    const keptReason = 'Bukti lokasi untuk laporan Bawaslu';
    expect((await upload(first as Who, [photo], { keep: '1', keptReason })).status).toBe(303);
    const [one] = await kept();
    const path = `${here}/${one?.id}`;
    expect(Buffer.from(await (await get(path, first)).arrayBuffer()).includes(TELLTALE)).toBe(false);
    expect((await get(`${path}?asli=1`, first)).status).toBe(403);
    const original = await get(`${path}?asli=1`, officer);
    expect(original.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await original.arrayBuffer()).includes(TELLTALE)).toBe(true);
    expect(await (await get(here, officer)).text()).toContain(keptReason);
  });
});

describe('words of a photo', () => {
  const words = (id: string, change: Record<string, string> = {}) => {
    const values = {
      caption: 'Pembacaan ikrar',
      consent: 'public-event',
      consentNote: '',
      position: '2',
      seq: '0',
    };
    const all = Object.entries({ ...values, ...change }).map(([name, value]) => [`${name}-${id}`, value]);
    return new URLSearchParams({ act: 'words', id, ...Object.fromEntries(all) });
  };

  it('make it fit for minutes, set its order, and are kept anew each time', async () => {
    await ceremony();
    await upload(officer as Who, [BASELINE_JPEG, PROGRESSIVE_JPEG]);
    const [one, two] = (await kept()).map(({ id }) => id) as [string, string];
    expect((await post(officer as Who, words(one))).status).toBe(303);
    expect((await post(officer as Who, words(two, { position: '1' }))).status).toBe(303);
    expect((await kept()).map(({ id }) => id)).toEqual([two, one]);
    expect((await post(officer as Who, words(one, { seq: '0', caption: 'Lain' }))).status).toBe(409);
    expect((await post(officer as Who, words(one, { seq: '1', caption: 'Penandatanganan' }))).status).toBe(
      303,
    );
    const { rows } = await db.pool.query(
      'select caption from assembly.photo_words where photo_id = $1 order by seq',
      [one],
    );
    expect(rows.map(({ caption }) => caption)).toEqual(['Pembacaan ikrar', 'Penandatanganan']);
    expect(await (await get(here, leader)).text()).toContain('Acara terbuka, menurut aturan instansi');
  });

  it('that are wrong stay typed', async () => {
    await ceremony();
    await upload(officer as Who, [BASELINE_JPEG]);
    const id = (await kept())[0]?.id ?? '';
    const answer = await post(officer as Who, words(id, { position: 'depan', caption: 'Pembacaan' }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`href="#f-position-${id}"`);
    expect(html).toContain('value="depan"');
    expect(html).toContain('value="Pembacaan"');
    expect((await post(officer as Who, words(id, { caption: 'x'.repeat(201) }))).status).toBe(422);
    expect((await post(officer as Who, words(id, { caption: '王' }))).status).toBe(422);
  });
});

describe('a photo that is removed', () => {
  it('loses its bytes; who, when and why stay, and it does not come back', async () => {
    await ceremony();
    await upload(officer as Who, [telephonePhoto()], { keep: '1', keptReason: 'Bukti' });
    const id = (await kept())[0]?.id ?? '';
    const remove = (reason: string) =>
      post(officer as Who, new URLSearchParams({ act: 'remove', id, [`reason-${id}`]: reason }));
    expect((await remove(' ')).status).toBe(422);
    expect((await remove('Orang yang tampak meminta dihapus')).status).toBe(303);
    expect(await kept()).toEqual([]);
    const files = await db.pool.query('select 1 from assembly.photo_file where photo_id = $1', [id]);
    expect(files.rowCount).toBe(0);
    expect((await get(`${here}/${id}`, officer)).status).toBe(404);
    expect(await (await get(here, officer)).text()).toContain('Orang yang tampak meminta dihapus');
    const back = await upload(officer as Who, [telephonePhoto()]);
    expect(back.status).toBe(422);
    expect(await back.text()).toContain('pernah dicabut');
  });

  it('is all that the application may ever delete of it', async () => {
    const client = await db.pool.connect();
    await client.query('set role ikrar_app');
    for (const table of ['photo', 'photo_words', 'photo_removal'])
      await expect(client.query(`delete from assembly.${table}`)).rejects.toThrow('permission denied');
    for (const table of ['photo', 'photo_file', 'photo_words', 'photo_removal'])
      await expect(client.query(`update assembly.${table} set agency_id = 'x'`)).rejects.toThrow(
        'permission denied',
      );
    await client.query('reset role');
    client.release();
  });
});

describe('who sees photos', () => {
  it('staff alone: an operator of a unit their own, officers and leaders all, auditors none', async () => {
    await ceremony();
    await upload(first as Who, [BASELINE_JPEG]);
    const id = (await kept())[0]?.id ?? '';
    const statuses = async (path: string) =>
      Promise.all(
        [{}, auditor, first, other, officer, leader].map(async (who) => (await get(path, who)).status),
      );
    expect(await statuses(`${here}/${id}`)).toEqual([401, 403, 200, 404, 200, 200]);
    expect(await statuses(here)).toEqual([401, 403, 200, 200, 200, 200]);
    expect(await (await get(here, other)).text()).not.toContain(id);
    expect((await upload(leader as Who, [BASELINE_JPEG])).status).toBe(403);
    const html = await (await get(here, leader)).text();
    expect(html).not.toContain('type="file"');
    expect(html).not.toContain('value="remove"');
  });

  it('under headers that let nothing run', async () => {
    await ceremony();
    await upload(officer as Who, [BASELINE_JPEG]);
    const file = await get(`${here}/${(await kept())[0]?.id}`, officer);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(file.headers.get('cache-control')).toBe('no-store');
  });
});
