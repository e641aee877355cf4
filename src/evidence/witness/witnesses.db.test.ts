import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { entryAt, growLog } from '../../../test/log-world.ts';
import { policyOf, startWitness, type WitnessProcess } from '../../../test/witness-world.ts';
import { readConfig } from '../../platform/config.ts';
import { openPool } from '../../platform/db/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import { workAsApplication } from '../../platform/opened.ts';
import { createPlatform, type Platform } from '../../platform/platform.ts';
import { parseNote, parsePolicy, requireWitnessed, verifyTlogProof } from '../../verify/index.ts';
import { type LogKey, logKey, vkeyLine } from '../keys.ts';
import { logRoutes } from '../log-routes.ts';
import { originOf } from '../origin.ts';
import { logPages } from '../pages/logs.page.tsx';
import { witnessPages } from '../pages/witness.page.tsx';
import { proofOf } from '../proof.ts';
import { publishAll } from '../publish.ts';
import type { Asking } from './asking.ts';
import { witnessPolicy } from './policy-file.ts';
import { askAll } from './round.ts';
import { servedHead } from './served-head.ts';
import { asking } from './start.ts';

const agencyId = 'fakfak';
const campaignId = 'gerakan';
const log = { agencyId, campaignId };
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-saksi-'));
const dirs = [1, 2, 3].map((n) => join(dataDir, `saksi-${n}`));
let at = new Date('2024-09-18T00:00:00Z');
const later = (seconds: number) => {
  at = new Date(at.getTime() + seconds * 1000);
};

/** One server of the institution; two of them with the same keys are what a split view takes. */
interface Site {
  db: TestDatabase;
  platform: Platform;
  key: LogKey;
  asking: Asking;
  said: string[];
  get(path: string): Promise<string>;
  close(): Promise<void>;
}

let witnesses: WitnessProcess[];
let site: Site;
let key: LogKey;
beforeAll(async () => {
  const db = await freshDatabase();
  key = logKey(readConfig({ IKRAR_DATA: dataDir }), await originOf(db.pool));
  witnesses = await Promise.all(dirs.map((dir, i) => start(dir, i)));
  writeFileSync(join(dataDir, 'witnesses.policy'), policyOf(witnesses, 2));
  site = await openSite(db);
});
afterAll(async () => {
  await Promise.all(witnesses?.map((one) => one.kill()) ?? []);
  await site?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function start(dir: string, i: number, port = 0): Promise<WitnessProcess> {
  return startWitness(dir, `saksi${i + 1}.example`, [vkeyLine(key)], port);
}

async function revive(...which: number[]): Promise<void> {
  for (const i of which)
    witnesses[i] = await start(dirs[i] as string, i, (witnesses[i] as WitnessProcess).port);
}

/** Works as the role that can only add, as the server does. */
async function openSite(db: TestDatabase): Promise<Site> {
  const pool = await openPool(db.url, () => {});
  await workAsApplication(db.pool, pool, (line) => {
    throw new Error(line);
  });
  const platform = createPlatform(pool, readConfig({ IKRAR_DATA: dataDir }), () => at);
  const app = createApp(platform.config, (line) => {
    throw new Error(line);
  });
  logRoutes(app, platform, key);
  witnessPages(app, platform, key);
  logPages(app, platform, key);
  const said: string[] = [];
  return {
    ...{ db, platform, key, said, asking: ask(platform, said) },
    get: async (path) => (await app.request(`http://localhost${path}`)).text(),
    close: async () => {
      await pool.end();
      await db.drop();
    },
  };
}

function ask(platform: Platform, said: string[]): Asking {
  const witnessing = witnessPolicy(platform.config);
  if (!witnessing) throw new Error('no policy');
  const stop = new AbortController().signal;
  const own = asking(platform, key, witnessing, (line) => said.push(line), stop);
  // Whoever is dead refuses at once; a busy machine must not look like one that is.
  return { ...own, patience: { ms: 60_000, stop } };
}

/** Signs up to this size, publishes, asks the witnesses once. @returns how many cosigned the campaign's head */
async function grow(here: Site, from: number, to: number, change?: (db: TestDatabase) => Promise<unknown>) {
  await growLog(here.db, agencyId, campaignId, from, to);
  await change?.(here.db);
  await publishAll(here.platform, key, 'uji');
  await askAll(here.asking);
  return cosigned(here, to);
}

async function cosigned({ db }: Site, size: number): Promise<number> {
  const { rows } = await db.pool.query(
    'select count(*)::int as n from evidence.cosignature where campaign_id = $1 and size = $2',
    [campaignId, size],
  );
  return rows[0].n;
}

const served = (index?: number) =>
  servedHead(site.platform.pool, log, witnessPolicy(site.platform.config), index);
const proof = (idx: number) =>
  proofOf(site.platform.pool, { ...log, idx }, witnessPolicy(site.platform.config));
const RED = 'class="notice bad"';

it('a head is served and proofs come out once two of three witnesses have cosigned it', async () => {
  await growLog(site.db, agencyId, campaignId, 0, 10);
  await publishAll(site.platform, key, 'uji');
  expect(await served()).toBeNull();
  expect(await proof(0)).toBeNull();
  await askAll(site.asking);
  const head = await served();
  expect(head?.size).toBe(10);
  expect(parseNote(head?.note as string).signatures).toHaveLength(5);
  expect(await site.get(`/log/${agencyId}/${campaignId}/checkpoint`)).toBe(head?.note);
  const policy = parsePolicy(await site.get('/saksi/kebijakan.txt'));
  expect(policy.logs).toHaveLength(1);
  expect(requireWitnessed(head?.note as string, policy).map(({ name }) => name)).toEqual(['w1', 'w2', 'w3']);
  const text = (await proof(9)) as string;
  expect(verifyTlogProof(text, entryAt(9), [key.vkey()]).size).toBe(10);
  expect(requireWitnessed(text.split('\n\n').slice(1).join('\n\n'), policy)).toHaveLength(3);
  expect(await site.get('/saksi')).not.toContain(RED);
});

it('one of three killed: still enough', async () => {
  await witnesses[0]?.kill();
  expect(await grow(site, 10, 20)).toBe(2);
  expect((await served())?.size).toBe(20);
  later(60);
  expect(await site.get('/saksi')).not.toContain(RED);
  expect(site.said.join()).toMatch(/witness w1, .*no answer/);
});

it('two of three killed: signing goes on, the proof waits, and the page is red', async () => {
  await witnesses[1]?.kill();
  expect(await grow(site, 20, 30)).toBe(1);
  expect((await served())?.size).toBe(20);
  expect(await proof(25)).toBeNull();
  expect(await proof(15)).toContain('index 15');
  expect(await site.get('/saksi')).not.toContain(RED);
  later(11);
  const page = await site.get('/saksi');
  expect(page).toContain(RED);
  expect(page).toMatch(/Saksi kurang: 2 catatan/);
  expect(page).toMatch(/Kurang sejak 18 September 2024/);
  expect(page).toContain('1 dari 3');
  const logs = await site.get('/log');
  expect(logs).toContain(RED);
  expect(logs).toContain('1 dari 3');
});

it('they come back, remember what they held, and catch up', async () => {
  await revive(0, 1);
  later(120);
  await askAll(site.asking);
  expect(await cosigned(site, 30)).toBe(3);
  expect((await proof(25))?.split('\n').filter((line) => line.startsWith('— saksi'))).toHaveLength(3);
  expect(await site.get('/saksi')).not.toContain(RED);
});

it('a server that forgot what the witnesses hold is told, and begins from there', async () => {
  await site.db.pool.query('delete from evidence.cosignature');
  await askAll({ ...site.asking, confirmed: new Map() });
  expect(await cosigned(site, 30)).toBe(3);
  expect(await site.get('/saksi')).not.toContain(RED);
});

it('a log that was set back is refused before it grows, and red here and there', async () => {
  const old = await openSite(await freshDatabase());
  try {
    await sameOrigin(old);
    expect(await grow(old, 0, 20)).toBe(0);
    const page = await old.get('/saksi');
    expect(page).toContain(RED);
    expect(page).toContain('Catatan mundur');
    const links = [...page.matchAll(/href="(\/saksi\/kejadian\/fakfak\/[^"]+)"/g)].map(
      ([, href]) => href as string,
    );
    const heads = await Promise.all(links.slice(0, 2).map((href) => old.get(href)));
    expect(heads.map((note) => note.split('\n')[1])).toEqual(['20', '30']);
    const there = await (await fetch(`${witnesses[0]?.url}/`)).text();
    expect(there).toContain(RED);
    expect(there).toContain('Kepala yang lebih lama');
    later(61);
    expect(await grow(old, 20, 40)).toBe(3);
    const open = (await old.get('/saksi')).match(/<dd>Terbuka/g);
    expect(open).toHaveLength(3);
    expect((await old.get('/saksi')).match(/menandatangani lagi sesudahnya/g)).toHaveLength(3);
  } finally {
    await old.close();
  }
});

it('another history with the same key is refused, and red here and there for ever', async () => {
  const other = await openSite(await freshDatabase());
  try {
    await sameOrigin(other);
    const differ = (db: TestDatabase) =>
      db.pool.query(
        `update evidence.log_entry set entry = overlay(entry placing 'x' from 20) where idx >= 25`,
      );
    expect(await grow(other, 0, 50, differ)).toBe(0);
    const page = await other.get('/saksi');
    expect(page).toContain(RED);
    expect(page.match(/Dua riwayat berbeda/g)).toHaveLength(3);
    expect(await servedHead(other.platform.pool, log, witnessPolicy(other.platform.config))).toBeNull();
    await growLog(site.db, agencyId, campaignId, 30, 55);
    await publishAll(site.platform, key, 'uji');
    later(61);
    await askAll(site.asking);
    expect(await cosigned(site, 55)).toBe(3);
    const there = await (await fetch(`${witnesses[2]?.url}/`)).text();
    expect(there).toContain(RED);
    expect(there).toContain('Dua riwayat berbeda');
    const id = /\/refused\/(\w+)\/refused\.json/.exec(there)?.[1];
    const kept = await (await fetch(`${witnesses[2]?.url}/refused/${id}/refused.json`)).json();
    expect(kept).toMatchObject({ kind: 'split-view', heldSize: 40, offeredSize: 50 });
  } finally {
    await other.close();
  }
});

it('a policy of two levels is met by the right witnesses, not by enough of them', async () => {
  const pool = site.platform.pool;
  const lines = witnesses.map(({ vkey, url }, i) => `witness w${i + 1} ${vkey} ${url}`);
  const nested = async (quorum: string) => {
    const text = [...lines, ...quorum.split(';'), ''].join('\n');
    const policy = parsePolicy(text);
    const found = await servedHead(pool, log, { text, policy, vkeys: witnesses.map(({ vkey }) => vkey) });
    return found?.size ?? null;
  };
  const only = (size: number, which: number) =>
    site.db.pool.query('delete from evidence.cosignature where size = $1 and witness <> $2', [
      size,
      witnesses[which]?.vkey,
    ]);
  await only(55, 2);
  await only(30, 0);
  expect(await nested('quorum none')).toBe(55);
  expect(await nested('quorum w3')).toBe(55);
  expect(await nested('group g any w1 w2;quorum g')).toBe(30);
  expect(await nested('group g any w1 w3;group h all g w2;quorum h')).toBeNull();
});

it('nothing that a witness said can be changed or removed by the application', async () => {
  const { pool } = site.platform;
  for (const table of ['cosignature', 'witness_incident'])
    for (const change of [`delete from evidence.${table}`, `update evidence.${table} set size = 1`])
      await expect(pool.query(change)).rejects.toThrow(/permission denied/);
});

it('a policy for the logs of others is refused', () => {
  const text = `log ${'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'}\nquorum none`;
  const foreign = { text, policy: parsePolicy(text), vkeys: [] };
  const stop = new AbortController().signal;
  expect(() => asking(site.platform, key, foreign, () => {}, stop)).toThrow(/names other logs/);
});

/** The second server was made from the first: it has its name. */
async function sameOrigin({ db }: Site): Promise<void> {
  await db.pool.query(
    `insert into platform.setting (key, value) values ('origin', to_jsonb($1::text))
     on conflict (key) do update set value = excluded.value`,
    [key.vkey().name],
  );
}
