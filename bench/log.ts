import { hash, randomBytes } from 'node:crypto';
import {
  append,
  logKey,
  openLog,
  originOf,
  publishAll,
  type StoredRecord,
  type ToSeal,
  toSeal,
} from '../src/evidence/index.ts';
import { sampleRecord } from '../src/evidence/pdf/fixtures/sample-record.ts';
import { proofOf } from '../src/evidence/proof.ts';
import { recordByReceipt } from '../src/evidence/store.ts';
import { transaction } from '../src/platform/db/index.ts';
import type { Platform } from '../src/platform/platform.ts';
import {
  formatReceipt,
  leafHash,
  parseTlogProof,
  type VerifierKey,
  verifyInclusion,
  verifyTlogProof,
} from '../src/verify/index.ts';
import { withSite } from './kit/database.ts';
import type { Bench } from './kit/report.ts';
import { interleaved, perCpuSecond } from './kit/rounds.ts';

const AGENCY = 'contoh';
const CAMPAIGN = 'gerakan-contoh';
/** As many as the signing path writes at most in one transaction. */
const BATCH = 500;
const PROOFS = 500;

/**
 * One log grown to its full size in equal parts: each round appends a part durably, publishes it (tiles and a signed
 * tree head), makes proofs and checks them. All are held against raw SHA-256 of one entry by node:crypto.
 */
export function benchLog(bench: Bench): Promise<void> {
  return withSite(bench, async ({ platform }) => {
    const size = bench.people ?? (bench.quick ? 20_000 : 100_000);
    const rounds = bench.quick ? 4 : 5;
    const log = await openBenchLog(platform, Math.ceil(size / rounds));
    const rates = await interleaved(bench, rounds, {
      sha256: async () => HASHES * (await perCpuSecond(300, rawHashes)),
      appended: log.appendPart,
      published: log.publish,
      proved: log.prove,
      checked: () => perCpuSecond(500, log.check),
      included: () => perCpuSecond(500, log.checkInclusion),
    });
    bench.say(`${log.size()} entries; a proof holds ${log.proofLength()} hashes`);
    const raw = { anchor: 'raw SHA-256 of one entry by node:crypto', anchorValue: rates.sha256 };
    const made = (figure: string, value: number, unit: string) =>
      bench.report({ figure, value, unit, ...raw });
    made('entries appended, durable, in batches of 500', rates.appended, 'entries per second');
    made('entries published under a signed tree head', rates.published, 'entries per second');
    made('proofs made from stored tiles', rates.proved, '.tlog-proof per second');
    made('proofs checked, signature and all', rates.checked, '.tlog-proof per processor second');
    made('inclusions checked, hashes alone', rates.included, 'inclusions per processor second');
  });
}

/** A leaf of our log: 39 bytes and RFC 6962's prefix. */
const LEAF = randomBytes(40);
const HASHES = 100;

function rawHashes(): void {
  for (let i = 0; i < HASHES; i += 1) hash('sha256', LEAF, 'buffer');
}

async function openBenchLog(platform: Platform, part: number) {
  const { pool } = platform;
  const origin = await originOf(pool);
  const key = logKey(platform.config, origin);
  await transaction(pool, (client) => openLog(client, AGENCY, CAMPAIGN));
  const keys = [key.vkey(), key.vkey(`${origin}/${AGENCY}/${CAMPAIGN}`)];
  const sealed: ToSeal[] = [];
  let proofs: Proof[] = [];
  return {
    size: () => sealed.length,
    proofLength: () => proofs[0]?.hashes.length ?? 0,
    async appendPart(): Promise<number> {
      const added = Array.from({ length: part }, (_, at) => newRecord(platform, sealed.length + at));
      sealed.push(...added);
      return perSecond(part, async () => {
        for (let from = 0; from < part; from += BATCH)
          await transaction(pool, (client) =>
            append(client, AGENCY, CAMPAIGN, added.slice(from, from + BATCH)),
          );
      });
    },
    publish: () => perSecond(part, () => publishAll(platform, key, 'bench')),
    async prove(): Promise<number> {
      const chosen = Array.from({ length: PROOFS }, (_, at) => sealed[(at * 7919) % sealed.length] as ToSeal);
      const stored: StoredRecord[] = [];
      for (const { receipt } of chosen) stored.push(await recordByReceipt(pool, AGENCY, receipt));
      const texts: (string | null)[] = [];
      const rate = await perSecond(PROOFS, async () => {
        for (const record of stored) texts.push(await proofOf(pool, record));
      });
      proofs = chosen.map(({ entry }, at) => readProof(texts[at] ?? '', entry, keys));
      return rate;
    },
    check(at: number): void {
      const { text, entry } = proofs[at % PROOFS] as Proof;
      verifyTlogProof(text, entry, keys);
    },
    checkInclusion(at: number): void {
      const { index, size, entry, hashes, root } = proofs[at % PROOFS] as Proof;
      if (!verifyInclusion(index, size, leafHash(entry), hashes, root))
        throw new Error('a proof does not hold');
    },
  };
}

interface Proof {
  text: string;
  entry: Uint8Array;
  index: number;
  hashes: Uint8Array[];
  size: number;
  root: Uint8Array;
}

function readProof(text: string, entry: Uint8Array, keys: VerifierKey[]): Proof {
  const { index, hashes } = parseTlogProof(text);
  return { text, entry, index, hashes, ...verifyTlogProof(text, entry, keys) };
}

function newRecord(platform: Platform, at: number): ToSeal {
  const receipt = formatReceipt(randomBytes(10));
  return toSeal(platform.config, `orang-${at}`, sampleRecord({ receipt }), randomBytes(32));
}

async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1000) / (performance.now() - began);
}
