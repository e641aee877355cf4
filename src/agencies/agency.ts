import type { ClientBase } from 'pg';
import * as z from 'zod';
import { type Client, exec, many, maybe } from '../platform/db/index.ts';
import type { Zone } from '../platform/format.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql } from './sql.ts';

export const LEVELS = ['national', 'province', 'kabupaten', 'kota', 'opd'] as const;
export type Level = (typeof LEVELS)[number];

export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const satisfies readonly Zone[];

const Agency = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  /** Kemendagri code, `pp.kk` for a kabupaten or kota */
  regionCode: z.string().nullable(),
  zone: z.enum(ZONES),
  place: z.string().nullable(),
  letterhead: z.array(z.string()),
  isExample: z.boolean(),
});

/** An institution under the name that it bore on the date asked for. */
export type Agency = z.output<typeof Agency>;

/** A name and the days on which it was valid, both ends included; null: no known beginning, no end. */
export interface AgencyName {
  name: string;
  validFrom: string | null;
  validUntil: string | null;
  source: string | null;
}

export type NewAgency = Omit<Agency, 'name'> & { names: readonly AgencyName[] };

/** What stands in the place of an institution: in the address of the tree over all logs (docs/formats/log.md), and below /lapor. */
const RESERVED = ['semua', 'kembali', 'soal', 'keluar'];

/** @throws Refusal agencies.agencyTaken (409); Error without a name */
export async function createAgency(client: ClientBase, agency: NewAgency, now: Date): Promise<void> {
  const { names, ...row } = agency;
  if (RESERVED.includes(agency.id)) throw new Refusal('agencies.agencyTaken', 409);
  if (names.length === 0) throw new Error(`The institution ${agency.id} has no name.`);
  if ((await exec(client, sql.addAgency, { ...row, now })) === 0)
    throw new Refusal('agencies.agencyTaken', 409);
  for (const { name, validFrom, validUntil, source } of names)
    await exec(client, sql.addAgencyName, { agencyId: agency.id, name, validFrom, validUntil, source });
}

/**
 * The institution under the name valid on `date` ('YYYY-MM-DD'); null: under today's name, which has no end.
 * @throws Refusal agencies.unknown (404): no such institution, or it had no known name that day
 */
export async function agencyOn(client: Client, agencyId: string, date: string | null): Promise<Agency> {
  const found = await maybe(client, sql.agenciesOn, { ids: [agencyId], date }, Agency);
  if (!found) throw new Refusal('agencies.unknown', 404);
  return found;
}

/** The institutions that exist, under today's names, in the order of their names. */
export async function agenciesOf(client: Client, ids: readonly string[]): Promise<Agency[]> {
  const found = await many(client, sql.agenciesOn, { ids, date: null }, Agency);
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The ids of all institutions of this installation. */
export async function agencyIds(client: Client): Promise<string[]> {
  return (await many(client, sql.agencyIds, {}, z.object({ id: z.string() }))).map((row) => row.id);
}
