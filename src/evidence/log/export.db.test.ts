import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { growLog, treeOf } from '../../../test/log-world.ts';
import { readConfig } from '../../platform/config.ts';
import { createPlatform, type Platform } from '../../platform/platform.ts';
import { parseVkey, tilesOf, verifyCheckpoint, verifyTlogProof } from '../../verify/index.ts';
import { type LogKey, logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import { publishAll } from '../publish.ts';
import { recordByReceipt } from '../store.ts';
import { exportLog } from './export.ts';

const agencyId = 'fakfak';
const python = spawnSync('python3', ['-c', 'pass']).status === 0;
const checker = join(import.meta.dirname, '../../../test/outside-checker.py');
const dir = mkdtempSync(join(tmpdir(), 'ikrar-export-'));
let db: TestDatabase;
let platform: Platform;
let key: LogKey;
let installation: string;
beforeAll(async () => {
  db = await freshDatabase();
  platform = createPlatform(db.pool, readConfig({ IKRAR_DATA: join(dir, 'data') }), () => new Date());
  installation = await originOf(db.pool);
  key = logKey(platform.config, installation);
});
afterAll(async () => {
  await db.drop();
  rmSync(dir, { recursive: true, force: true });
});

const logOf = (campaignId: string) => ({
  ...{ agencyId, campaignId, origin: `${installation}/${agencyId}/${campaignId}` },
});
const grown = async (campaignId: string, from: number, to: number) => {
  await growLog(db, agencyId, campaignId, from, to);
  await publishAll(platform, key, 'uji');
};
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
/** What an outsider says of an export, who has only the descriptions of the formats. */
const outsider = (folder: string) => {
  const { stdout, stderr, status } = spawnSync('python3', [checker, folder], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trim();
};

describe('an exported log', () => {
  it.each([0, 1, 2, 255, 256, 257, 70_000])(
    'of %i entries holds what tlog-tiles says',
    async (size) => {
      const campaign = `ekspor-${size}`;
      for (let from = 0; from <= size; from += 20_000)
        await growLog(db, agencyId, campaign, from, Math.min(size, from + 20_000));
      await publishAll(platform, key, 'uji');
      const done = await exportLog(platform, key, null, logOf(campaign), join(dir, 'out'));
      const folder = join(dir, 'out', agencyId, campaign);
      expect(done).toMatchObject({ folder, size, origin: logOf(campaign).origin });
      const found = files(folder);
      expect(done?.files).toBe(found.length);
      expect(found.filter((path) => !path.startsWith('tile/'))).toEqual([
        ...['checkpoint', 'keys/log.vkey', 'keys/witnesses.vkey'],
      ]);
      expect(found.filter((path) => /^tile\/\d/.test(path))).toHaveLength([...tilesOf(size)].length);
      const vkey = readFileSync(join(folder, 'keys/log.vkey'), 'utf8').trim();
      const note = readFileSync(join(folder, 'checkpoint'), 'utf8');
      expect(verifyCheckpoint(note, [parseVkey(vkey)])).toMatchObject({ size, root: treeOf(size).root });
      if (python) expect(outsider(folder)).toBe(`${size} ${[...tilesOf(size)].length}`);
      if (size === 70_000)
        expect(found.filter((path) => path.startsWith('tile/'))).toEqual(
          expect.arrayContaining([
            ...['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1'],
            ...['tile/entries/000', 'tile/entries/273.p/112'],
          ]),
        );
    },
    60_000,
  );

  it('holds the proof and the entry of a receipt', async () => {
    await grown('bukti', 0, 300);
    const receipt = await recordByReceipt(db.pool, agencyId, 'bukti-259');
    await exportLog(platform, key, null, logOf('bukti'), join(dir, 'out'), receipt);
    const folder = join(dir, 'out', agencyId, 'bukti');
    const proof = readFileSync(join(folder, 'receipt.tlog-proof'), 'utf8');
    const entry = readFileSync(join(folder, 'receipt.entry'));
    expect(verifyTlogProof(proof, entry, [key.vkey()]).size).toBe(300);
    if (python) expect(outsider(folder)).toBe('300 3');
  });

  it('takes the place of a former one, and of nothing else', async () => {
    const into = join(dir, 'again');
    await grown('lagi', 0, 10);
    await exportLog(platform, key, null, logOf('lagi'), into);
    await grown('lagi', 10, 300);
    await exportLog(platform, key, null, logOf('lagi'), into);
    const folder = join(into, agencyId, 'lagi');
    expect(files(folder)).not.toContain('tile/0/000.p/10');
    expect(readdirSync(join(into, agencyId))).toEqual(['lagi']);
    rmSync(join(folder, 'checkpoint'));
    await expect(exportLog(platform, key, null, logOf('lagi'), into)).rejects.toThrow(/something else/);
    writeFileSync(join(folder, 'checkpoint'), 'asal.lain/log/x/y\n1\n');
    await expect(exportLog(platform, key, null, logOf('lagi'), into)).rejects.toThrow(/something else/);
  });

  it('of a damaged log is not made at all', async () => {
    const into = join(dir, 'rusak');
    await grown('rusak', 0, 20);
    const change =
      'update evidence.log_entry set entry = set_byte(entry, 38, $1) where campaign_id = $2 and idx = 3';
    await db.pool.query(change, [1, 'rusak']);
    await expect(exportLog(platform, key, null, logOf('rusak'), into)).rejects.toThrow(
      /root of the tree head/,
    );
    expect(readdirSync(join(into, agencyId))).toEqual([]);
  });

  it('is null before the first tree head', async () => {
    await growLog(db, agencyId, 'nanti', 0, 2);
    expect(await exportLog(platform, key, null, logOf('nanti'), join(dir, 'out'))).toBeNull();
    expect(existsSync(join(dir, 'out', agencyId, 'nanti'))).toBe(false);
  });

  it('that cannot be written says where and leaves nothing', async () => {
    await grown('penuh', 0, 5);
    mkdirSync(join(dir, 'berkas'));
    writeFileSync(join(dir, 'berkas', agencyId), '');
    await expect(exportLog(platform, key, null, logOf('penuh'), join(dir, 'berkas'))).rejects.toThrow(
      /berkas/,
    );
    expect(statSync(join(dir, 'berkas', agencyId)).size).toBe(0);
  });
});
