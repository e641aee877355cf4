import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSigningWorld, type SigningWorld } from '../../../test/signing-world.ts';
import { credulousWitness, signedLogs, tampered } from '../../../test/tampering.ts';
import { tamperingsOfHeads } from '../../../test/tampering-heads.ts';
import { tamperingsOfRecords } from '../../../test/tampering-records.ts';
import { scene } from '../../../test/tampering-tools.ts';
import { checkSignatures } from '../../signing/index.ts';
import { logKey } from '../keys.ts';
import { originOf } from '../origin.ts';
import { checkEach, checkLogs } from './check-installation.ts';
import { differences } from './difference.ts';

const tamperings = [...tamperingsOfRecords, ...tamperingsOfHeads];
let site: SigningWorld;
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-tamper-'));
beforeAll(async () => {
  site = await openSigningWorld();
  const witness = credulousWitness();
  const installation = await originOf(site.db.pool);
  const foreign = logKey({ ...site.platform.config, dataDir }, installation);
  Object.assign(scene, { site, installation, foreign, witness, ...(await signedLogs(site, witness)) });
}, 60_000);
afterAll(async () => {
  await site.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('logs as they were written', () => {
  it('are clean, each entry, tile and head having been compared', async () => {
    const reports = await checkLogs(site.platform, site.key, checkSignatures);
    expect(reports.map(({ difference }) => difference)).toEqual([null, null, null]);
    const log = reports.find((one) => one.campaignId === scene.campaignId);
    expect(log).toMatchObject({ size: 300, published: 300, heads: 4 });
    const { rows } = await site.db.pool.query(
      'select count(*)::int as tiles from evidence.tile where campaign_id = $1',
      [scene.campaignId],
    );
    expect(log?.tiles).toBe(rows[0].tiles);
    expect(reports.at(-1)).toMatchObject({
      agencyId: 'semua',
      origin: `${scene.installation}/semua`,
      size: 5,
    });
  });

  it('of one campaign can be asked for alone, with the tree of all', async () => {
    const reports = await checkLogs(site.platform, site.key, checkSignatures, scene.other);
    expect(reports.map((one) => one.campaignId)).toEqual([scene.other, 'semua']);
  });

  it('are clean while the last signatures wait for their tree head', async () => {
    const unpublish = (client: pg.ClientBase) =>
      client.query(`
        with h as (delete from evidence.checkpoint where campaign_id = '${scene.campaignId}' and size = 300),
        p as (delete from evidence.head_place where campaign_id = '${scene.campaignId}' and size = 300),
        t as (delete from evidence.tile where campaign_id = '${scene.campaignId}' and level = 0 and n = 1 and width = 44),
        e as (delete from evidence.log_entry where agency_id = 'semua' and idx = 4),
        c as (delete from evidence.checkpoint where agency_id = 'semua' and size = 5),
        u as (delete from evidence.tile where agency_id = 'semua' and width = 5)
        update evidence.log set size = 4 where agency_id = 'semua'`);
    const reports = await tampered(site.db.pool, unpublish, (client) => all(client));
    expect(reports.map(({ difference }) => difference)).toEqual([null, null, null]);
    expect(reports.find((one) => one.campaignId === scene.campaignId)).toMatchObject({
      size: 300,
      published: 270,
    });
  });
});

function all(client: Parameters<typeof checkEach>[0]['client'], key = site.key) {
  return checkEach({ client, key, signatures: checkSignatures }, null, () => {});
}

describe('tampering', () => {
  it.each(tamperings)('%s: %s', async (_kind, _how, tamper, code, place) => {
    const reports = await tampered(site.db.pool, tamper, (client) => all(client));
    const [first, ...others] = reports.flatMap(({ difference }) => difference ?? []);
    expect({ code: first?.code, place: first?.place }).toMatchObject({ code, place });
    expect(others.map((one) => one.code).filter((one) => !one.startsWith('head'))).toEqual([]);
  });

  it('by exchanging the log key is found in every log', async () => {
    const reports = await tampered(
      site.db.pool,
      async () => {},
      (client) => all(client, scene.foreign),
    );
    expect(reports.map(({ difference }) => difference?.code)).toEqual(['head-key', 'head-key', 'head-key']);
  });

  it('is tried in more than twelve kinds, and every code is found somewhere', () => {
    expect(new Set(tamperings.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(12);
    const found = new Set<string>(tamperings.map(([, , , code]) => code));
    // Those of the logs of oversight are found in src/oversight/events/log/log-check.db.test.ts.
    const here = Object.keys(differences).filter((code) => !/^(event|deletion|access)-/.test(code));
    expect(here.filter((code) => !found.has(code))).toEqual([]);
  });
});
