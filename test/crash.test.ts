import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, createCampaign, draftTexts, openCampaign } from '../src/campaigns/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { openPool, transaction } from '../src/platform/db/index.ts';
import { createPlatform } from '../src/platform/platform.ts';
import { commitment, encodeEntry, parseRecord } from '../src/verify/index.ts';
import { campaignValues, createWorld, type World } from './campaign-world.ts';
import { removeData, runToEnd, type Server, startServer, temporaryData } from './server.ts';
import { addStaff, codesOf } from './signing-world.ts';

const agencyId = 'fakfak';
const PEOPLE = 200;
const dataDir = temporaryData();
let server: Server;
let world: World;
beforeAll(async () => {
  server = await startServer({ empty: true, dataDir });
  await withDatabase(async (pool) => {
    world = await createWorld(pool, agencyId, new Date());
    await addStaff(
      { db: { pool } as never, world },
      Array.from({ length: PEOPLE - 4 }, () => ({})),
    );
  });
});
afterAll(async () => {
  await server?.halt();
  removeData(dataDir);
});

/** The server's own database, while it runs. */
async function withDatabase<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { url } = JSON.parse(readFileSync(join(dataDir, 'postgres/ikrar.json'), 'utf8'));
  const pool = await openPool(url, () => {});
  return work(pool).finally(() => pool.end());
}

/** A campaign open to all two hundred, and the codes of their slips. */
function openForEverybody(): Promise<{ campaignId: string; codes: string[] }> {
  return withDatabase(async (pool) => {
    const deadline = new Date(Date.now() + 86_400_000);
    const campaignId = await transaction(pool, async (client) => {
      const id = await createCampaign(client, campaignValues(world, { deadline }), new Date());
      const one = { agencyId, campaignId: id, by: 'system' };
      const { pact } = draftTexts('pilkada', 'asn-non-asn');
      await addText(client, { ...one, kind: 'pact', text: pact, draft: true, source: 'Uji' }, new Date());
      const categories = ['pns', 'non-asn'] as const;
      const size = await openCampaign(client, { ...one, categories, unitIds: null }, new Date());
      expect(size).toBe(PEOPLE);
      return id;
    });
    const config = readConfig({ IKRAR_DATA: dataDir });
    const platform = createPlatform(pool, config, () => new Date());
    const codes = await codesOf({ db: { pool } as never, platform, world }, campaignId);
    return { campaignId, codes: [...codes.values()] };
  });
}

/** Somebody with a phone: the form once opened stays open, and is sent again until it is answered. */
class Signer {
  readonly code: string;
  form: URLSearchParams | undefined;
  /** True from the moment on which the server said that it is done. */
  promised = false;
  receipt: string | undefined;
  /** By which the receipt stays open in the browser that signed. */
  cookie = '';
  constructor(code: string) {
    this.code = code;
  }

  /** One try; false when something went wrong on the way. */
  async attempt(): Promise<boolean> {
    const path = `${server.address}/s/${this.code}`;
    try {
      this.form ??= await openForm(path);
      const headers = { origin: server.address };
      const signal = AbortSignal.timeout(15_000);
      const answer = await fetch(path, {
        method: 'POST',
        headers,
        body: this.form,
        redirect: 'manual',
        signal,
      });
      await answer.arrayBuffer();
      if (answer.status !== 303) return false;
      this.promised = true;
      this.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
      const html = await (await fetch(path, { headers: { cookie: this.cookie }, signal })).text();
      const receipt = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(
        /class="figure mono">([^<]*)</.exec(html)?.[1] ?? '',
      )?.[0];
      if (!receipt) return false;
      if (this.receipt) expect(receipt).toBe(this.receipt);
      this.receipt = receipt;
      return true;
    } catch (error) {
      if ((error as Error).name === 'AssertionError') throw error;
      return false;
    }
  }
}

async function openForm(path: string): Promise<URLSearchParams> {
  const html = await (await fetch(path, { signal: AbortSignal.timeout(15_000) })).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  const [key, digest] = [field('key'), field('digest')];
  const name = /<dt>Nama<\/dt><dd>([^<]*)</.exec(html)?.[1];
  if (!key || !digest || !name) throw new Error('no form');
  const form = new URLSearchParams({ key, digest, typedName: name.replaceAll('&#39;', "'") });
  for (const [, point] of html.matchAll(/name="point" value="(\d+)"/g)) form.append('point', point as string);
  return form;
}

/** Everybody signs within two seconds; when `enough` were promised a receipt, the blow falls. @returns those */
async function signUntil(signers: readonly Signer[], enough: number, blow: () => void): Promise<Signer[]> {
  let fallen: Signer[] | undefined;
  const watch = setInterval(() => {
    const promised = signers.filter((one) => one.promised);
    if (fallen || promised.length < enough) return;
    fallen = promised;
    blow();
  }, 1);
  const arrive = (one: Signer) => pause(Math.random() * 2000).then(() => one.attempt());
  await Promise.all(signers.map(arrive)).finally(() => clearInterval(watch));
  expect(fallen, 'the blow fell').toBeDefined();
  return fallen as Signer[];
}

async function untilEverybodyHasSigned(signers: readonly Signer[]): Promise<void> {
  const end = performance.now() + 30_000;
  for (let left = [...signers]; left.length > 0; ) {
    const done = await Promise.all(left.map((one) => one.attempt()));
    left = left.filter((_, i) => !done[i]);
    if (performance.now() > end)
      throw new Error(`${left.length} could not sign: ${server.err().slice(-2000)}`);
    if (left.length > 0) await pause(200);
  }
}

/** Every person once, in a log without gaps that commits to each record. */
async function expectEachOnce(campaignId: string, signers: readonly Signer[]): Promise<void> {
  await withDatabase(async (pool) => {
    const rows = async (text: string) => (await pool.query(text, [campaignId])).rows;
    const signatures = await rows('select person_id, receipt from signing.signature where campaign_id = $1');
    const records = await rows('select * from evidence.sealed_record where campaign_id = $1 order by idx');
    const entries = await rows(
      'select idx, entry from evidence.log_entry where campaign_id = $1 order by idx',
    );
    const [log] = await rows('select size from evidence.log where campaign_id = $1');
    expect(records.map(({ idx }) => idx)).toEqual(Array.from({ length: PEOPLE }, (_, i) => i));
    expect([entries.length, log.size, signatures.length]).toEqual([PEOPLE, PEOPLE, PEOPLE]);
    expect(new Set(records.map((row) => row.person_id)).size).toBe(PEOPLE);
    const receipts = (all: readonly { receipt?: string | undefined }[]) =>
      all.map((one) => one.receipt).sort();
    expect(receipts(records)).toEqual(receipts(signers));
    expect(receipts(records)).toEqual(receipts(signatures));
    for (const [i, { record, salt, receipt }] of records.entries()) {
      expect(parseRecord(record).receipt).toBe(receipt);
      const entry = encodeEntry({ kind: 'pact', commitment: commitment(salt, record) });
      expect(Buffer.from(entry).equals(entries[i].entry), `entry ${i}`).toBe(true);
    }
  });
}

/** The documents of some, checked by the command line; their tree head may wait for a dead publisher's lease. */
async function expectValidDocuments(signers: readonly Signer[]): Promise<void> {
  const end = performance.now() + 20_000;
  for (const { code, cookie } of signers) {
    const path = `${server.address}/s/${code}`;
    const get = (file: string) => fetch(`${path}/${file}`, { headers: { cookie } });
    while ((await get('bukti.tlog-proof')).status === 503 && performance.now() < end) await pause(250);
    const file = join(dataDir, `${code}.pdf`);
    writeFileSync(file, Buffer.from(await (await get('pakta.pdf')).arrayBuffer()));
    const { code: exit, out, err } = await runToEnd(['verify', file], dataDir);
    expect(exit, out + err).toBe(0);
  }
}

function someNumber(): number {
  const enough = 1 + Math.floor(Math.random() * (PEOPLE * 0.7));
  console.log(`the blow falls when ${enough} of ${PEOPLE} were promised a receipt`);
  return enough;
}

describe.skipIf(process.platform !== 'linux')('kill -9 while two hundred people sign', () => {
  it('of the server: whoever had a receipt is there after the restart, once', async () => {
    const { campaignId, codes } = await openForEverybody();
    const signers = codes.map((code) => new Signer(code));
    const promised = await signUntil(signers, someNumber(), () => server.child.kill('SIGKILL'));
    await server.ended;
    server = await startServer({ empty: true, dataDir });
    const there = await withDatabase(async (pool) => {
      const { rows } = await pool.query('select receipt from signing.signature where campaign_id = $1', [
        campaignId,
      ]);
      return new Set(rows.map(({ receipt }) => receipt));
    });
    expect(promised.filter(({ receipt }) => receipt && !there.has(receipt))).toEqual([]);
    console.log(`${promised.length} were promised a receipt, ${there.size} signatures were kept`);
    expect(there.size).toBeGreaterThanOrEqual(promised.length);
    await untilEverybodyHasSigned(signers);
    await expectEachOnce(campaignId, signers);
    await expectValidDocuments([promised[0] as Signer, signers.at(-1) as Signer]);
  });

  it('of PostgreSQL: the server lives on, and whoever had a receipt is there, once', async () => {
    const { campaignId, codes } = await openForEverybody();
    const signers = codes.map((code) => new Signer(code));
    const file = join(dataDir, 'postgres/cluster/postmaster.pid');
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const promised = await signUntil(signers, someNumber(), () => process.kill(postmaster, 'SIGKILL'));
    await untilEverybodyHasSigned(signers);
    expect(server.child.exitCode).toBeNull();
    await expectEachOnce(campaignId, signers);
    await expectValidDocuments([promised[0] as Signer, signers.at(-1) as Signer]);
  });
});
