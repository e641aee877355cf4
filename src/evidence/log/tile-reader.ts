import type { Pool } from 'pg';
import { z } from 'zod';
import { type Client, many, maybe } from '../../platform/db/index.ts';
import { encodeBundle, type ReadTile, type TilePlace, tilePath, tileWidth } from '../../verify/index.ts';
import { sql } from '../store.ts';
import { tileCacheOf } from './tile-cache.ts';

/** A log by the key of its rows. */
export interface LogId {
  agencyId: string;
  campaignId: string;
}

const Hashes = z.object({ hashes: z.instanceof(Buffer) });

/** Tiles as published, for proofs. @throws Error where one is missing */
export function tileReader(pool: Pool, log: LogId): ReadTile {
  return async (level, n, width) => {
    const bytes = await storedTile(pool, log, { level, n, width });
    if (!bytes) throw missing(log, { level, n, width });
    return bytes;
  };
}

/** One published tile, or null. */
export async function storedTile(pool: Pool, log: LogId, place: TilePlace): Promise<Uint8Array | null> {
  const { agencyId, campaignId } = log;
  const key = `${agencyId}/${campaignId}/${tilePath(place)}`;
  const kept = tileCacheOf(pool).get(key);
  if (kept) return kept;
  const { level, n, width } = place;
  const row = await maybe(pool, sql.tile, { agencyId, campaignId, level, n, width }, Hashes);
  if (row) tileCacheOf(pool).put(key, row.hashes);
  return row?.hashes ?? null;
}

/** A bundle of entries that a published head covers, or null where there are fewer than `width`. */
export async function storedBundle(
  pool: Pool,
  log: LogId,
  n: number,
  width: number,
): Promise<Uint8Array | null> {
  const key = `${log.agencyId}/${log.campaignId}/entries/${n}.${width}`;
  const kept = tileCacheOf(pool).get(key);
  if (kept) return kept;
  const low = n * tileWidth;
  const rows = await many(pool, sql.entriesFrom, { ...log, low, high: low + width });
  if (rows.length !== width) return null;
  const bytes = encodeBundle(rows.map((row) => row.entry as Buffer));
  tileCacheOf(pool).put(key, bytes);
  return bytes;
}

const Edge = z.object({ level: z.number(), n: z.number(), hashes: z.instanceof(Buffer) });

/** The tiles at the right edge of a tree of `size`, all that growing it needs, in one question. */
export async function edgeReader(client: Client, log: LogId, size: number): Promise<ReadTile> {
  const { agencyId, campaignId } = log;
  const places: TilePlace[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; level += 1) {
    const next = Math.floor(hashes / tileWidth);
    if (hashes % tileWidth > 0) places.push({ level, n: next, width: hashes % tileWidth });
    hashes = next;
  }
  const rows =
    places.length === 0
      ? []
      : await many(
          client,
          sql.edge,
          {
            agencyId,
            campaignId,
            levels: places.map((place) => place.level),
            ns: places.map((place) => place.n),
            widths: places.map((place) => place.width),
          },
          Edge,
        );
  return (level, n, width) => {
    const found = rows.find((row) => row.level === level && row.n === n);
    if (!found) throw missing(log, { level, n, width });
    return found.hashes;
  };
}

function missing({ agencyId, campaignId }: LogId, place: TilePlace): Error {
  return new Error(`${tilePath(place)} of ${agencyId}/${campaignId} is missing`);
}
