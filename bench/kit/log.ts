import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  append,
  frameOf,
  type LogKey,
  logKey,
  openLog,
  originOf,
  publishAll,
  sealInFrame,
  type ToSeal,
} from '../../src/evidence/index.ts';
import { sampleRecord } from '../../src/evidence/pdf/fixtures/sample-record.ts';
import { transaction } from '../../src/platform/db/index.ts';
import { formatReceipt } from '../../src/verify/index.ts';
import type { Site } from './database.ts';

const AGENCY = 'contoh-dishub';
const CAMPAIGN = 'pemilu-2024';
/** As many as the signing path writes at most in one transaction. */
const BATCH = 500;

/** A log that grows by sealed records of invented people, each with its signature, as signing leaves them. */
export interface GrownLog {
  agencyId: string;
  campaignId: string;
  key: LogKey;
  origin: string;
  size(): number;
  /** Bytes of what is stored of one record. */
  rowBytes(): number;
  /** Seals and stores so many records. @returns how many a second */
  grow(count: number): Promise<number>;
  /** @returns how many entries a second were published */
  publish(): Promise<number>;
  /** Plain rows of the same size, by COPY, into a table without any index. @returns how many a second */
  copy(count: number): Promise<number>;
}

export async function openGrownLog({ platform, url }: Site): Promise<GrownLog> {
  const { pool, config } = platform;
  const installation = await originOf(pool);
  const key = logKey(config, installation);
  await transaction(pool, (client) => openLog(client, AGENCY, CAMPAIGN));
  const sample = sampleRecord({ example: false });
  const frame = frameOf(sample);
  let [size, published, rowBytes] = [0, 0, 0];

  const seal = (at: string): ToSeal => {
    const act = { ...sample.act, drawing: null, at };
    const part = { ...sample, receipt: formatReceipt(randomBytes(10)), act };
    size += 1;
    const sealed = sealInFrame(config, `orang-${size}`, frame, part, randomBytes(32));
    rowBytes = sealed.record.length + sealed.entry.length + sealed.salt.length;
    return sealed;
  };

  return {
    ...{ agencyId: AGENCY, campaignId: CAMPAIGN, key, origin: `${installation}/${AGENCY}/${CAMPAIGN}` },
    size: () => size,
    rowBytes: () => rowBytes,
    async grow(count) {
      const first = size;
      const at = new Date();
      const rate = await perSecond(count, async () => {
        for (let left = count; left > 0; left -= BATCH) {
          const batch = Array.from({ length: Math.min(BATCH, left) }, () => seal(at.toISOString()));
          await transaction(pool, (client) => append(client, AGENCY, CAMPAIGN, batch));
        }
      });
      await sign(url, first, at);
      return rate;
    },
    async publish() {
      const rate = await perSecond(size - published, () => publishAll(platform, key, 'bench'));
      published = size;
      return rate;
    },
    copy: (count) => copied(url, count, rowBytes),
  };
}

/** The signatures that belong to the records from `first` on. */
async function sign(url: string, first: number, at: Date): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `insert into signing.signature (agency_id, campaign_id, person_id, receipt, idempotency_key, method, signed_at)
       select agency_id, campaign_id, person_id, receipt, receipt, 'link', $2 from evidence.record where idx >= $1`,
      [first, at],
    ),
  );
}

async function copied(url: string, count: number, bytes: number): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('drop table if exists copied; create table copied (idx bigint, row bytea)');
    const row = `\\\\x${randomBytes(bytes).toString('hex')}\n`;
    const lines = function* () {
      for (let at = 0; at < count; at += 1) yield `${at}\t${row}`;
    };
    return perSecond(count, () =>
      pipeline(
        Readable.from(lines(), { objectMode: false }),
        client.query(copyFrom('copy copied from stdin')),
      ),
    );
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

export async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1000) / (performance.now() - began);
}
