import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../test/database.ts';
import { entryAt, growLog, treeOf } from '../../test/log-world.ts';
import { readConfig } from '../platform/config.ts';
import { createApp } from '../platform/http/app.tsx';
import type { App } from '../platform/http/visit.ts';
import { createPlatform, type Platform } from '../platform/platform.ts';
import {
  decodeBundle,
  entriesPath,
  parseNote,
  parseVkey,
  tilePath,
  verifyCheckpoint,
  verifyConsistency,
  verifyTlogProof,
  widthAt,
} from '../verify/index.ts';
import { consistencyProof } from '../verify/tiles.ts';
import { type LogKey, logKey, vkeyLine } from './keys.ts';
import { tileReader } from './log/tile-reader.ts';
import { logRoutes } from './log-routes.ts';
import { originOf } from './origin.ts';
import { proofOf } from './proof.ts';
import { publishAll } from './publish.ts';
import { startPublisher } from './publisher.ts';
import { lastCheckpoint } from './store.ts';

const agencyId = 'fakfak';
const SIZES = [1, 255, 256, 257, 1000];
let db: TestDatabase;
let platform: Platform;
let app: App;
let key: LogKey;
let installation: string;
let at = new Date('2024-09-18T00:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-log-'));
beforeAll(async () => {
  db = await freshDatabase();
  platform = createPlatform(db.pool, readConfig({ IKRAR_DATA: dataDir }), () => at);
  installation = await originOf(db.pool);
  key = logKey(platform.config, installation);
  app = createApp(platform.config, () => {});
  logRoutes(app, platform, key);
});
afterAll(async () => {
  await db.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const publish = (holder = 'satu') => publishAll(platform, key, holder);
const head = (campaign: string) => lastCheckpoint(db.pool, agencyId, campaign);
const get = (campaign: string, path: string) =>
  app.request(`http://localhost/log/${agencyId}/${campaign}/${path}`);
const bytesAt = async (campaign: string, path: string) => {
  const answer = await get(campaign, path);
  expect(answer.status, path).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
const stored = async (campaign: string) =>
  (
    await db.pool.query(
      `select level, n, width, encode(hashes, 'hex') as hashes from evidence.tile where campaign_id = $1
       union all select -1, size, 0, note from evidence.checkpoint where campaign_id = $1 order by 1, 2, 3`,
      [campaign],
    )
  ).rows;
const recordAt = (campaignId: string, idx: number) => ({
  ...{ agencyId, campaignId, idx, record: Buffer.alloc(0), salt: Buffer.alloc(0), verifyUrl: '', origin: '' },
});

describe('the name of the installation', () => {
  it('is made once, whoever asks first', async () => {
    const names = await Promise.all([1, 2, 3, 4].map(() => originOf(db.pool)));
    expect(new Set([...names, installation]).size).toBe(1);
    expect(installation).toMatch(/^ikrar-[0-9a-f]{8}\.localhost\/log$/);
  });

  it('is read without a lock, so that signers of two logs do not wait for each other', async () => {
    const client = await db.pool.connect();
    await client.query('begin');
    await client.query(`select from platform.setting where key = 'origin' for update`);
    expect(await originOf(db.pool)).toBe(installation);
    await client.query('rollback');
    client.release();
  });
});

describe('publishing', () => {
  it('of an empty log gives a tree head of size 0', async () => {
    await growLog(db, agencyId, 'kosong', 0, 0);
    expect(await publish()).toBe(1);
    expect(await publish()).toBe(0);
    const { note } = (await head('kosong'))!;
    expect(verifyCheckpoint(note, [key.vkey(`${installation}/${agencyId}/kosong`)])).toMatchObject({
      size: 0,
      root: treeOf(0).root,
    });
    expect((await get('kosong', 'tile/0/000')).status).toBe(404);
  });

  it.each(SIZES)(
    'at once gives the tiles and the head of %i entries as the definition says',
    async (size) => {
      const campaign = `sekaligus-${size}`;
      await growLog(db, agencyId, campaign, 0, size);
      await publish();
      const { tiles, root } = treeOf(size);
      const found = await head(campaign);
      expect(verifyCheckpoint(found!.note, [key.vkey(`${installation}/${agencyId}/${campaign}`)])).toEqual({
        origin: `${installation}/${agencyId}/${campaign}`,
        size,
        root,
      });
      for (const [place, bytes] of tiles) {
        const [level, n] = place.split('/').map(Number) as [number, number];
        const { rows } = await db.pool.query(
          'select hashes from evidence.tile where campaign_id = $1 and level = $2 and n = $3 and width = $4',
          [campaign, level, n, bytes.length / 32],
        );
        expect(rows[0]?.hashes, place).toEqual(bytes);
      }
    },
  );

  it('step by step gives the same, and each head extends the one before', async () => {
    let before: { size: number; root: Uint8Array } = { size: 0, root: treeOf(0).root };
    for (const size of SIZES) {
      await growLog(db, agencyId, 'tumbuh', before.size, size);
      await publish();
      const { root } = verifyCheckpoint((await head('tumbuh'))!.note, [key.vkey()]);
      expect(Buffer.from(root)).toEqual(Buffer.from(treeOf(size).root));
      const proof = await consistencyProof(
        before.size,
        size,
        tileReader(db.pool, { agencyId, campaignId: 'tumbuh' }),
      );
      expect(verifyConsistency(before.size, size, proof, before.root, root)).toBe(true);
      before = { size, root };
    }
  });

  it('twice, or after a crash before or after the last step, stores the same bytes', async () => {
    await growLog(db, agencyId, 'lagi', 0, 300);
    await publish();
    const first = await stored('lagi');
    await publish();
    expect(await stored('lagi')).toEqual(first);
    await db.pool.query(`delete from evidence.checkpoint where campaign_id = 'lagi'`);
    await publish();
    expect(await stored('lagi')).toEqual(first);
    await db.pool.query(`delete from evidence.checkpoint where campaign_id = 'lagi'`);
    await db.pool.query(`delete from evidence.tile where campaign_id = 'lagi'`);
    await publish();
    expect(await stored('lagi')).toEqual(first);
  });

  it('of a log that is damaged fails alone and is told', async () => {
    for (const campaign of ['rusak', 'sehat']) await growLog(db, agencyId, campaign, 0, 5);
    await db.pool.query(`delete from evidence.log_entry where campaign_id = 'rusak' and idx = 2`);
    await expect(publish()).rejects.toThrow(/rusak has a gap between 0 and 5/);
    expect((await head('sehat'))?.size).toBe(5);
    expect(await head('rusak')).toBeNull();
    await db.pool.query(`update evidence.log set size = 0 where campaign_id = 'rusak'`);
    await db.pool.query(`delete from evidence.log_entry where campaign_id = 'rusak'`);
    await publish();
  });
});

describe('two publishers', () => {
  it('of one log: one of them publishes', async () => {
    await growLog(db, agencyId, 'berdua', 0, 20);
    const done = await Promise.all(['a', 'b', 'c'].map((holder) => publish(holder)));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect((await head('berdua'))?.size).toBe(20);
  });

  it('the other waits until the lease of a dead one ends', async () => {
    await growLog(db, agencyId, 'sewa', 0, 3);
    expect(await publish('mati')).toBe(1);
    await growLog(db, agencyId, 'sewa', 3, 6);
    expect(await publish('penerus')).toBe(0);
    at = new Date(at.getTime() + 10_000);
    expect(await publish('penerus')).toBe(0);
    at = new Date(at.getTime() + 1);
    expect(await publish('penerus')).toBe(1);
    expect(await publish('mati')).toBe(0);
    expect((await head('sewa'))?.size).toBe(6);
  });

  it('that work at once, because a lease ended meanwhile, publish the same bytes', async () => {
    await growLog(db, agencyId, 'tumpang', 0, 700);
    await db.pool.query(`delete from evidence.publisher_lease`);
    const expire = db.pool.query(`update evidence.publisher_lease set until = 'epoch'`);
    await Promise.all([publish('x'), expire, publish('y')]);
    await publish('x');
    await publish('y');
    at = new Date(at.getTime() + 20_000);
    await publish('z');
    const { root } = verifyCheckpoint((await head('tumpang'))!.note, [key.vkey()]);
    expect(Buffer.from(root)).toEqual(Buffer.from(treeOf(700).root));
  });
});

describe('the publisher of a process', () => {
  it('publishes soon, goes on after a failure, and stops', async () => {
    const said: string[] = [];
    const publisher = startPublisher(platform, key, (line) => said.push(line), 3_600_000);
    await growLog(db, agencyId, 'proses', 0, 4);
    publisher.soon();
    await publisher.stop();
    expect((await head('proses'))?.size).toBe(4);
    await growLog(db, agencyId, 'proses', 4, 5);
    publisher.soon();
    await publisher.stop();
    expect((await head('proses'))?.size).toBe(4);
    expect(said).toEqual([]);
  });
});

describe('a log as it is served', () => {
  it('has the checkpoint, every tile and every entry of its size, at the paths of tlog-tiles', async () => {
    const size = 600;
    await growLog(db, agencyId, 'umum', 0, size);
    await publish();
    const answer = await get('umum', 'checkpoint');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const note = await answer.text();
    expect(note).toBe((await head('umum'))!.note);
    expect(note.split('\n').slice(0, 2)).toEqual([`${installation}/${agencyId}/umum`, String(size)]);
    const { tiles } = treeOf(size);
    expect([...tiles.keys()]).toEqual(['0/0', '0/1', '0/2', '1/0']);
    for (const [place, bytes] of tiles) {
      const [level, n] = place.split('/').map(Number) as [number, number];
      const path = tilePath({ level, n, width: bytes.length / 32 });
      expect(await bytesAt('umum', path), path).toEqual(bytes);
    }
    expect((await get('umum', 'tile/0/000')).headers.get('cache-control')).toContain('immutable');
    for (const n of [0, 1, 2]) {
      const width = widthAt(0, n, size);
      const entries = decodeBundle(await bytesAt('umum', entriesPath(n, width)));
      expect(entries.map((entry) => Buffer.from(entry))).toEqual(
        Array.from({ length: width }, (_, i) => Buffer.from(entryAt(n * 256 + i))),
      );
    }
  });

  it.each([
    ...['tile/0/002', 'tile/0/003', 'tile/0/002.p/89', 'tile/1/000', 'tile/1/000.p/3', 'tile/2/000.p/1'],
    ...['tile/entries/002', 'tile/entries/002.p/89', 'tile/entries/003.p/1', 'tile/0/0', 'tile/0/000.p/0'],
    ...['tile/0/000.p/256', 'tile/0/x000/000', 'tile/00/000', 'tile/64/000', 'tile/0/000/', 'tile/-1/000'],
    ...['tile/0/x999/x999/x999/x999/999', 'tile/', 'tile/data/000', 'bukan'],
  ])('has nothing at %s', async (path) => expect((await get('umum', path)).status).toBe(404));

  it('keeps the partial tiles of the heads that were published', async () => {
    await growLog(db, agencyId, 'sebagian', 0, 10);
    await publish();
    await growLog(db, agencyId, 'sebagian', 10, 30);
    expect((await get('sebagian', 'tile/0/000.p/30')).status).toBe(404);
    expect((await get('sebagian', 'tile/entries/000.p/30')).status).toBe(404);
    await publish();
    const whole = treeOf(30).tiles.get('0/0')!;
    expect(await bytesAt('sebagian', 'tile/0/000.p/10')).toEqual(whole.subarray(0, 320));
    expect(await bytesAt('sebagian', 'tile/0/000.p/30')).toEqual(whole);
  });

  it('does not exist for another campaign', async () => {
    for (const path of ['checkpoint', 'tile/0/000', 'tile/entries/000'])
      expect((await get('tidak-ada', path)).status).toBe(404);
  });

  it('gives out its keys', async () => {
    const vkey = await (await app.request('http://localhost/kunci/log.vkey')).text();
    expect(vkey).toBe(`${vkeyLine(key)}\n`);
    expect(parseVkey(vkey.trim()).name).toBe(installation);
    const pem = await (await app.request('http://localhost/kunci/akar.pem')).text();
    expect(pem).toContain('BEGIN CERTIFICATE');
    expect(pem).not.toContain('PRIVATE');
  });
});

describe('a proof', () => {
  it('convinces whoever knows the installation’s key or the log’s own, and nobody else', async () => {
    const origin = `${installation}/${agencyId}/tumbuh`;
    const other = logKey({ ...platform.config, dataDir: join(dataDir, 'lain') }, installation);
    for (const idx of [0, 254, 255, 256, 511, 999]) {
      const proof = (await proofOf(db.pool, recordAt('tumbuh', idx), null))!;
      for (const line of [vkeyLine(key), vkeyLine(key, origin)])
        expect(verifyTlogProof(proof, entryAt(idx), [parseVkey(line)])).toMatchObject({ origin, size: 1000 });
      expect(() => verifyTlogProof(proof, entryAt(idx + 1), [key.vkey()])).toThrow();
      expect(() => verifyTlogProof(proof, entryAt(idx), [other.vkey()])).toThrow();
      expect(() => verifyTlogProof(proof, entryAt(idx), [key.vkey(`${installation}/lain`)])).toThrow();
    }
    expect(parseNote((await head('tumbuh'))!.note).signatures).toHaveLength(2);
  });

  it('is not there before its tree head', async () => {
    await growLog(db, agencyId, 'nanti', 0, 2);
    expect(await proofOf(db.pool, recordAt('nanti', 0), null)).toBeNull();
    await publish();
    expect(await proofOf(db.pool, recordAt('nanti', 1), null)).not.toBeNull();
    expect(await proofOf(db.pool, recordAt('nanti', 2), null)).toBeNull();
  });
});
