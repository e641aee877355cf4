import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { growLog } from '../../../test/log-world.ts';
import { readConfig } from '../../platform/config.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { App } from '../../platform/http/visit.ts';
import { workAsApplication } from '../../platform/opened.ts';
import { createPlatform, type Platform } from '../../platform/platform.ts';
import { to } from '../../urls.ts';
import { parseTimestamp, timestampToken } from '../../verify/index.ts';
import { type LogKey, logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import { publishAll } from '../publish.ts';
import { noOpenssl, startAuthority, type TestAuthority } from './fixtures/tsa.ts';
import { timestampRoutes } from './routes.ts';
import { stampLogs } from './stamp-logs.ts';
import { timestampsOf } from './store.ts';

const agencyId = 'fakfak';
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-stamp-'));
let db: TestDatabase;
let platform: Platform;
let key: LogKey;
let authority: TestAuthority;
let app: App;
let at: Date;
let campaign = 0;

describe.skipIf(noOpenssl)('time stamps of the logs', () => {
  beforeAll(async () => {
    db = await freshDatabase();
    await workAsApplication(db.pool, db.pool, () => {});
    platform = createPlatform(db.pool, readConfig({ IKRAR_DATA: dataDir }), () => at);
    key = logKey(platform.config, await originOf(db.pool));
    authority = await startAuthority();
    app = createApp(platform.config, () => {});
    timestampRoutes(app, platform);
  });
  beforeEach(() => {
    authority.behave('fit');
    at = new Date('2026-11-22T00:00:00Z');
    campaign += 1;
  });
  afterAll(async () => {
    await authority?.close();
    await db?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const log = () => ({ agencyId, campaignId: `c${campaign}` });
  const grow = async (from: number, size: number) => {
    await growLog(db, agencyId, `c${campaign}`, from, size);
    await publishAll(platform, key, 'satu');
  };
  const stamp = (holder = 'satu', tsa = authority.config) => stampLogs(platform, tsa, holder);
  const later = (minutes: number) => {
    at = new Date(at.getTime() + minutes * 60_000);
  };
  const sizes = async () => (await timestampsOf(db.pool, log())).map(({ size }) => size);
  const failure = async () =>
    (
      await db.pool.query('select failure from evidence.timestamp_lease where campaign_id = $1', [
        `c${campaign}`,
      ])
    ).rows[0]?.failure;
  const get = (path: string) =>
    app.request(`http://localhost${to('log', { agency: agencyId, campaign: `c${campaign}` })}/${path}`);

  it('come at once, then only every so often, and for what is new', async () => {
    await grow(0, 3);
    expect(await stamp()).toBeGreaterThan(0);
    await grow(3, 5);
    await stamp();
    expect(await sizes()).toEqual([3]);
    later(9);
    await stamp();
    expect(await sizes()).toEqual([3]);
    later(1);
    await stamp();
    later(30);
    expect(await stamp()).toBe(0);
    expect(await sizes()).toEqual([5, 3]);
  });

  it('come at once when the campaign is closed', async () => {
    await grow(0, 1);
    await stamp();
    await grow(1, 2);
    const { rows } = await db.pool.query(`select session_user as owner`);
    const asOwner = async (text: string) => {
      const client = await db.pool.connect();
      await client.query(`set role ${rows[0].owner}; set session_replication_role = replica`);
      await client
        .query(text)
        .finally(() => client.query('set session_replication_role = origin; set role ikrar_app'));
      client.release();
    };
    await asOwner(
      `insert into campaigns.closing (agency_id, campaign_id, reason, closed_by, closed_at)
       values ('${agencyId}', 'c${campaign}', 'selesai', 'system', now())`,
    );
    expect(await stamp()).toBe(1);
    expect(await sizes()).toEqual([2, 1]);
  });

  it('are over the text of the tree head, and openssl agrees', async () => {
    await grow(0, 7);
    await stamp();
    const found = (await timestampsOf(db.pool, log()))[0]!;
    const { imprint } = parseTimestamp(timestampToken(found.tsr));
    expect(Buffer.from(imprint)).toEqual(createHash('sha256').update(found.text).digest());
    expect(found.text).toMatch(/^\S+\/fakfak\/c\d+\n7\n[\w+/]{43}=\n$/);
    expect(found.verified).toBe(true);

    const tsr = Buffer.from(await (await get('timestamp/7.tsr')).arrayBuffer());
    const text = await (await get('timestamp/7.txt')).text();
    writeFileSync(join(dataDir, 'tsr'), tsr);
    writeFileSync(join(dataDir, 'txt'), text);
    const words = ['ts', '-verify', '-in', 'tsr', '-data', 'txt', '-CAfile', authority.roots];
    expect(execFileSync('openssl', words, { cwd: dataDir, encoding: 'utf8', stdio: 'pipe' })).toContain(
      'Verification: OK',
    );
    expect(await (await get('timestamp/')).text()).toMatch(/^7 \d{4}-\d\d-\d\dT[\d:.]+Z verified\n$/);
    expect((await get('timestamp/6.tsr')).status).toBe(404);
  });

  it('are kept unverified where no root is configured', async () => {
    await grow(0, 1);
    await stamp('satu', { ...authority.config, roots: undefined });
    expect((await timestampsOf(db.pool, log()))[0]?.verified).toBe(false);
  });

  it('are not kept when the answer is not believed; it is asked again a minute later', async () => {
    await grow(0, 1);
    authority.behave('flips');
    await expect(stamp()).rejects.toThrow('does not verify');
    expect(await failure()).toContain('does not verify');
    authority.behave('fit');
    expect(await stamp()).toBe(0);
    expect(await sizes()).toEqual([]);
    later(1);
    expect(await stamp()).toBe(1);
    expect(await failure()).toBeNull();
  });

  it('of one log are asked for by one process at a time', async () => {
    await grow(0, 1);
    const before = authority.asked();
    await Promise.all([stamp('satu'), stamp('dua'), stamp('tiga')]);
    expect(authority.asked()).toBe(before + 1);
    expect(await sizes()).toEqual([1]);
  });

  it('stay as they came', async () => {
    await grow(0, 1);
    await stamp();
    for (const change of ['update evidence.timestamp set size = 2', 'delete from evidence.timestamp'])
      await expect(db.pool.query(change)).rejects.toThrow('permission denied');
  });
});
