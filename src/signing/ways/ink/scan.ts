import { z } from 'zod';
import { type Client, many, maybe, one, queries } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import sqlText from './ink.sql';

export const sql = queries(sqlText);

/** The form key of the signature that a scan seals. */
export const KEY_PREFIX = 'pindaian-';

const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

const Row = z.object({
  id: z.string(),
  campaignId: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  textDigest: z.string(),
  signedOn: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  sha256: z.string(),
  recordedBy: z.string(),
  recordedByName: z.string(),
  recordedAt: z.date(),
  verdict: z.enum(['confirmed', 'rejected']).nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  signedMethod: z.string().nullable(),
  signedAt: z.date().nullable(),
  sealed: z.boolean(),
  /** Where one paper was signed by many: which, and in which row this person stands. */
  sheetId: z.string().nullable(),
  sheetRow: z.number().nullable(),
});

/**
 * What became of a scan, from the rows there are. `unused`: the person signed by other means. `unsealed`: confirmed,
 * but its record is not written yet; confirming again goes on from there.
 */
export type ScanState = 'waiting' | 'unsealed' | 'sealed' | 'rejected' | 'unused';

export type Scan = z.output<typeof Row> & { state: ScanState };

/** At most so many of those that wait are listed. */
export const MOST_OPEN = 200;

/** The scans of a campaign by time, of these units and this person where given; `open`: that wait for somebody. */
export async function scansOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  only: { unitIds?: readonly string[] | null; personId?: string; sheetId?: string; open?: boolean } = {},
): Promise<Scan[]> {
  const { unitIds = null, personId = null, sheetId = null, open = false } = only;
  const params = { ...ALL, agencyId, campaignId, unitIds, personId, sheetId, open };
  return (await many(client, sql.scans, params, Row)).map(withState);
}

/** @throws Refusal ink.noSuchScan (404) */
export async function scanOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  id: string,
): Promise<Scan> {
  const params = { ...ALL, agencyId, campaignId, id };
  const row = await maybe(client, sql.scans, params, Row);
  if (!row) throw new Refusal('ink.noSuchScan', 404);
  return withState(row);
}

const ALL = {
  ...{ id: null, unitIds: null, personId: null, sheetId: null, open: false },
  ...{ prefix: KEY_PREFIX, limit: MOST_OPEN },
};

const File = z.object({ mediaType: z.enum(MEDIA_TYPES), bytes: z.instanceof(Buffer) });

export function scanBytes(client: Client, agencyId: string, id: string): Promise<z.output<typeof File>> {
  return one(client, sql.scanBytes, { agencyId, id }, File);
}

function withState(row: z.output<typeof Row>): Scan {
  return { ...row, state: stateOf(row) };
}

function stateOf(row: z.output<typeof Row>): ScanState {
  if (row.sealed) return 'sealed';
  if (row.verdict === 'rejected') return 'rejected';
  if (row.signedMethod !== null) return 'unused';
  return row.verdict === 'confirmed' ? 'unsealed' : 'waiting';
}
