import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { many } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  encodeBundle,
  entriesPath,
  formatTlogProof,
  GrowingTree,
  inclusionProof,
  leafHash,
  parseCheckpoint,
  parseNote,
  type Tile,
  tilePath,
  tileWidth,
  verifyTlogProof,
} from '../../verify/index.ts';
import { type LogKey, vkeyLine } from '../keys.ts';
import { type StoredRecord, sql } from '../store.ts';
import { timestampsOf } from '../timestamp/store.ts';
import type { WitnessPolicy } from '../witness/policy-file.ts';
import { servedHead } from '../witness/served-head.ts';
import type { CheckedLog } from './check.ts';
import { ALL_LOGS } from './head-log.ts';
import { tileReader } from './tile-reader.ts';
import { type NewFolder, writeWhole } from './whole-folder.ts';

export interface Exported {
  origin: string;
  folder: string;
  size: number;
  files: number;
}

/** Entries read at once: whole bundles. */
const PAGE = 32 * tileWidth;

/**
 * Writes one log as plain files, as tlog-tiles serves them, with its keys; the tiles are computed anew from the
 * entries. The folder appears under its name whole, its tree head having been checked against what was written.
 * @returns null for a log that has no tree head yet. @throws Error where entries and head contradict each other
 */
export async function exportLog(
  platform: Pick<Platform, 'pool'>,
  key: LogKey,
  witnesses: WitnessPolicy | null,
  log: CheckedLog,
  into: string,
  receipt?: StoredRecord,
): Promise<Exported | null> {
  const head = await servedHead(platform.pool, log, witnesses);
  if (!head) return null;
  const { size, root } = parseCheckpoint(parseNote(head.note).text);
  const folder = join(into, folderOf(log));
  let files = 0;
  await writeWhole(
    folder,
    'checkpoint',
    (place) => isExport(place, log.origin),
    async ({ write }) => {
      const made: NewFolder = {
        write: (path, bytes) => {
          files += 1;
          return write(path, bytes);
        },
      };
      const computed = await writeEntries(platform, log, size, made);
      if (!Buffer.from(computed).equals(root))
        throw new Error(
          `${log.origin}: the entries do not give the root of the tree head; run ikrar log check`,
        );
      await made.write('keys/log.vkey', `${vkeyLine(key, log.origin)}\n`);
      await made.write('keys/witnesses.vkey', (witnesses?.vkeys ?? []).map((line) => `${line}\n`).join(''));
      for (const { size: stamped, tsr, text } of await timestampsOf(platform.pool, log)) {
        await made.write(`timestamp/${stamped}.tsr`, tsr);
        await made.write(`timestamp/${stamped}.txt`, text);
      }
      if (receipt) await writeReceipt(platform, key, receipt, head, made);
      return head.note;
    },
  );
  return { origin: log.origin, folder, size, files: files + 1 };
}

/** As in the log's address: `AGENCY/CAMPAIGN`, and `semua` for the tree of all. */
function folderOf({ agencyId, campaignId }: CheckedLog): string {
  const names = agencyId === ALL_LOGS ? [ALL_LOGS] : [agencyId, campaignId];
  if (names.some((name) => !/^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(name)))
    throw new Error(`${names.join('/')} cannot be the name of a folder`);
  return join(...names);
}

async function isExport(folder: string, origin: string): Promise<boolean> {
  const note = await readFile(join(folder, 'checkpoint'), 'utf8').catch(() => '');
  return note.startsWith(`${origin}\n`);
}

/** Bundles and tiles up to `size`. @returns the root that they give */
async function writeEntries(
  { pool }: Pick<Platform, 'pool'>,
  { agencyId, campaignId, origin }: CheckedLog,
  size: number,
  made: NewFolder,
): Promise<Uint8Array> {
  let full: Tile[] = [];
  const tree = new GrowingTree((tile) => full.push(tile));
  for (let low = 0; low < size; low += PAGE) {
    const high = Math.min(size, low + PAGE);
    const rows = await many(pool, sql.entriesFrom, { agencyId, campaignId, low, high });
    if (rows.length < high - low)
      throw new Error(`${origin}: an entry between ${low} and ${high} is missing; run ikrar log check`);
    const entries = rows.map((row) => row.entry as Buffer);
    for (let at = 0; at < entries.length; at += tileWidth) {
      const bundle = entries.slice(at, at + tileWidth);
      await made.write(entriesPath((low + at) / tileWidth, bundle.length), encodeBundle(bundle));
    }
    for (const entry of entries) tree.push(leafHash(entry));
    for (const tile of full) await made.write(tilePath(tile), tile.bytes);
    full = [];
  }
  for (const tile of tree.edge()) await made.write(tilePath(tile), tile.bytes);
  return tree.root();
}

/** The record's proof under the exported head, and the bytes that it proves. */
async function writeReceipt(
  { pool }: Pick<Platform, 'pool'>,
  key: LogKey,
  { agencyId, campaignId, origin, idx }: StoredRecord,
  { size, note }: { size: number; note: string },
  made: NewFolder,
): Promise<void> {
  if (idx >= size) throw new Error(`place ${idx} of ${origin} is not under a tree head yet; try again`);
  const low = { agencyId, campaignId, low: idx, high: idx + 1 };
  const [row] = await many(pool, sql.entriesFrom, low);
  const entry = row?.entry as Buffer;
  const hashes = await inclusionProof(idx, size, tileReader(pool, { agencyId, campaignId }));
  const proof = formatTlogProof({ index: idx, hashes, checkpoint: note });
  verifyTlogProof(proof, entry, [key.vkey(origin)]);
  await made.write('receipt.tlog-proof', proof);
  await made.write('receipt.entry', entry);
}
