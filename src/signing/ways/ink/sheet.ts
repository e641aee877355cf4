import { z } from 'zod';
import { type Client, many, maybe, queries } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import sqlText from './sheet.sql';

export const sheetSql = queries(sqlText);

const Row = z.object({
  id: z.string(),
  campaignId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  textDigest: z.string(),
  /** In the order of the rows on the paper. */
  personIds: z.array(z.string()),
  madeByName: z.string(),
  madeAt: z.date(),
  /** How many scans of it came back. */
  files: z.number(),
});

/** One paper that many sign: the text and the names as they were printed. */
export type Sheet = z.output<typeof Row>;

/** The newest first; of these units where given. */
export function sheetsOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  unitIds: readonly string[] | null,
): Promise<Sheet[]> {
  return many(client, sheetSql.sheets, { agencyId, campaignId, unitIds, id: null }, Row);
}

/** @throws Refusal ink.noSuchSheet (404) */
export async function sheetOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  id: string,
): Promise<Sheet> {
  const sheet = await maybe(client, sheetSql.sheets, { agencyId, campaignId, unitIds: null, id }, Row);
  if (!sheet) throw new Refusal('ink.noSuchSheet', 404);
  return sheet;
}

const Line = z.object({
  row: z.number(),
  personId: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  unitName: z.string(),
  signed: z.boolean(),
  scanSha256: z.string().nullable(),
});

/** A row of the paper, and whether the person has signed or stands on a scan, this one or another, by now. */
export type SheetRow = z.output<typeof Line>;

export function sheetRows(client: Client, agencyId: string, id: string): Promise<SheetRow[]> {
  return many(client, sheetSql.sheetRows, { agencyId, id }, Line);
}

/** As people compare it: in groups of four. */
export function sheetCode(id: string): string {
  return id.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
}
