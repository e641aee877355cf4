import { z } from 'zod';
import { type Client, many, queries } from '../../platform/db/index.ts';
import { parseNote } from '../../verify/index.ts';
import type { LogId } from '../log/tile-reader.ts';
import { timestampResponse } from './request.ts';
import sqlText from './timestamp.sql';

export const sql = queries(sqlText);

/** What an authority said of one tree head. */
export interface LogTimestamp {
  size: number;
  stampedAt: Date;
  /** The authority led to a configured root when the token came. */
  verified: boolean;
  /** Address of the authority. */
  authority: string;
  /** The text of the tree head, whose SHA-256 is stamped: without the empty line and the signatures. */
  text: string;
  /** TimeStampResp, for a file `timestamp/SIZE.tsr`. */
  tsr: Buffer;
}

const Row = z.object({
  size: z.number(),
  token: z.instanceof(Buffer),
  stampedAt: z.date(),
  verified: z.boolean(),
  authority: z.string(),
  note: z.string(),
});

const ALL = Number.MAX_SAFE_INTEGER;

/** All time stamps of a log, the newest first. */
export function timestampsOf(client: Client, log: LogId): Promise<LogTimestamp[]> {
  return read(client, log, { low: 0, high: ALL, limit: ALL });
}

export async function timestampAt(client: Client, log: LogId, size: number): Promise<LogTimestamp | null> {
  return (await read(client, log, { low: size, high: size, limit: 1 }))[0] ?? null;
}

async function read(
  client: Client,
  { agencyId, campaignId }: LogId,
  range: { low: number; high: number; limit: number },
): Promise<LogTimestamp[]> {
  const rows = await many(client, sql.timestamps, { agencyId, campaignId, ...range }, Row);
  return rows.map(({ note, token, ...rest }) => ({
    ...rest,
    text: parseNote(note).text,
    tsr: timestampResponse(token),
  }));
}
