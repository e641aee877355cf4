import type pg from 'pg';
import { expect } from 'vitest';
import type { LogKey } from '../src/evidence/index.ts';
import type { DifferenceCode, Place } from '../src/evidence/log/difference.ts';
import {
  commitment,
  encodeEntry,
  formatCheckpoint,
  formatNote,
  parseNote,
  parseRecord,
  recordBytes,
  type SealedRecord,
} from '../src/verify/index.ts';
import { HEADS, HOUR, publishAnew, type Scene } from './tampering.ts';

/** The logs that are tampered with; set by the test before any of these runs. */
export const scene = {} as Scene;

const filled = (sql: string) =>
  sql.replaceAll('$log', `campaign_id = '${scene.campaignId}'`).replaceAll('$id', scene.campaignId);

export type Tamper = (client: pg.ClientBase) => Promise<unknown>;
/** What somebody did, in which kind, what is said of it, and where. */
export type Tampering = [string, string, Tamper, DifferenceCode, Place];

export const run =
  (...statements: string[]): Tamper =>
  async (client) => {
    for (const statement of statements) {
      const { rowCount } = await client.query(filled(statement));
      expect(rowCount, statement).toBeGreaterThan(0);
    }
  };

/** Replaces the record at a place, with its own entry or without. */
export const rewrite =
  (idx: number, change: (record: SealedRecord) => SealedRecord, withEntry: boolean): Tamper =>
  async (client) => {
    const { rows } = await client.query(
      'select record, salt from evidence.sealed_record where campaign_id = $1 and idx = $2',
      [scene.campaignId, idx],
    );
    const record = recordBytes(change(parseRecord(rows[0].record)));
    await client.query(
      'update evidence.record set record = $3, frame_id = null, cut = null where campaign_id = $1 and idx = $2',
      [scene.campaignId, idx, record],
    );
    const entry = encodeEntry({ kind: 'pact', commitment: commitment(rows[0].salt, record) });
    const at = parseRecord(record).act.at;
    await client.query(
      `update signing.signature s set signed_at = $3 from evidence.record r
       where r.campaign_id = $1 and r.idx = $2 and s.receipt = r.receipt`,
      [scene.campaignId, idx, at],
    );
    if (withEntry)
      await client.query('update evidence.log_entry set entry = $3 where campaign_id = $1 and idx = $2', [
        ...[scene.campaignId, idx, entry],
      ]);
  };
export const renamed = (record: SealedRecord) => ({
  ...record,
  person: { ...record.person, name: 'Orang Lain' },
});
const times = () =>
  HEADS.map((_, i) => new Date(scene.site.platform.now().getTime() - (HEADS.length - i) * HOUR));
export const anew =
  (...steps: Tamper[]): Tamper =>
  async (client) => {
    for (const step of steps) await step(client);
    await publishAnew(client, scene.site.key, scene.campaignId, HEADS, times());
  };
export const signedBy =
  (key: () => LogKey, alter: (text: string) => string = (text) => text): Tamper =>
  async (client) => {
    const { rows } = await client.query(
      'select note from evidence.checkpoint where campaign_id = $1 and size = 200',
      [scene.campaignId],
    );
    const { text } = parseNote(rows[0].note);
    const origin = text.split('\n')[0] as string;
    const own = scene.site.key.sign(origin, text);
    const changed = alter(text);
    const signatures = key()
      .sign(origin, changed)
      .map((one, i) => ({ ...one, id: alter === forged ? (own[i]?.id ?? '') : one.id }));
    await client.query('update evidence.checkpoint set note = $2 where campaign_id = $1 and size = 200', [
      ...[scene.campaignId, formatNote({ text: changed, signatures })],
    ]);
  };
/** A record for somebody who was never asked, in its place at the end, with its entry. */
export async function addRecord(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    'select record, salt from evidence.sealed_record where campaign_id = $1 and idx = 0',
    [scene.campaignId],
  );
  const receipt = 'AAAA-AAAA-AAAA-AAAA';
  const record = recordBytes({ ...renamed(parseRecord(rows[0].record)), receipt });
  const entry = encodeEntry({ kind: 'pact', commitment: commitment(rows[0].salt, record) });
  await client.query(
    `insert into evidence.log_entry select agency_id, campaign_id, 300, $2 from evidence.log where campaign_id = $1`,
    [scene.campaignId, entry],
  );
  await client.query(
    `insert into evidence.record (agency_id, campaign_id, idx, receipt, person_id, record, salt, verify_url)
     select agency_id, campaign_id, 300, $2, 'orang-lain', $3, $4, 'x' from evidence.log where campaign_id = $1`,
    [scene.campaignId, receipt, record, rows[0].salt],
  );
}
export const forged = (text: string) => text;
export const swap = (table: string, columns: string[], one: number, two: number) =>
  run(
    `update evidence.${table} set idx = -1 where $log and idx = ${one}`,
    `update evidence.${table} set idx = ${one} where $log and idx = ${two}`,
    `update evidence.${table} set idx = ${two} where $log and idx = -1`,
    ...columns,
  );

/** The first record of the cosigned log is replaced, and all of it published and signed again. */
export const rewriteOther: Tamper = async (client) => {
  const { rows } = await client.query(
    'select record, salt from evidence.sealed_record where campaign_id = $1 and idx = 0',
    [scene.other],
  );
  const record = recordBytes(renamed(parseRecord(rows[0].record)));
  const entry = encodeEntry({ kind: 'pact', commitment: commitment(rows[0].salt, record) });
  await client.query(
    'update evidence.record set record = $2, frame_id = null, cut = null where campaign_id = $1 and idx = 0',
    [scene.other, record],
  );
  await client.query('update evidence.log_entry set entry = $2 where campaign_id = $1 and idx = 0', [
    ...[scene.other, entry],
  ]);
  await publishAnew(client, scene.site.key, scene.other, [5], times());
};

/** A witness has refused our head and shows the one that it holds: signed by our key, and cosigned. */
export const refused =
  (size: number): Tamper =>
  async (client) => {
    const { rows } = await client.query('select * from evidence.checkpoint where campaign_id = $1', [
      scene.other,
    ]);
    const { agency_id, note: ours, published_at } = rows[0];
    const origin = parseNote(ours).text.split('\n')[0] as string;
    const text = formatCheckpoint({ origin, size, root: Buffer.alloc(32, 9) });
    const line = await scene.witness.line(text, Math.floor(published_at.getTime() / 1000));
    const theirs = formatNote({ text, signatures: scene.site.key.sign(origin, text) }) + line;
    await client.query(
      `insert into evidence.witness_incident
         (agency_id, campaign_id, id, witness, kind, status, size, ours, held_size, theirs, at)
       values ($1, $2, 'a', $3, 'split-view', 409, 5, $4, $5, $6, $7)`,
      [agency_id, scene.other, scene.witness.vkey, ours, size, theirs, published_at],
    );
  };
