import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recorded } from '../events/record.ts';
import { newRandomId } from '../seal/index.ts';
import sqlText from './hand-off.sql';
import { DESTINATIONS, type Destination } from './package.ts';

const sql = queries(sqlText);

export const RESULTS = ['submitted', 'accepted', 'refused', 'answered'] as const;
export type Result = (typeof RESULTS)[number];

const HandOffRow = z.object({
  id: z.string(),
  destination: z.enum(DESTINATIONS),
  sha256: z.string(),
  madeOn: z.string(),
  by: z.string(),
  byName: z.string().nullable(),
});
const ResultRow = z.object({
  handOffId: z.string(),
  n: z.number(),
  onDate: z.string(),
  result: z.enum(RESULTS),
  /** The number of the other body and words about it, sealed to the team. */
  note: z.instanceof(Buffer).nullable(),
  by: z.string(),
});
export type Made = z.output<typeof HandOffRow> & { results: z.output<typeof ResultRow>[] };

/** Packages that were made of a case, and what became of each. */
export async function madeOf(client: Client, agencyId: string, caseId: string): Promise<Made[]> {
  const place = { agencyId, caseId };
  const rows = await many(client, sql.handOffs, place, HandOffRow);
  const results = await many(client, sql.results, place, ResultRow);
  return rows.map((row) => ({ ...row, results: results.filter(({ handOffId }) => handOffId === row.id) }));
}

interface Place {
  agencyId: string;
  caseId: string;
  by: string;
}

/** That a browser made a package; the package itself never came here. */
export async function handOffMade(
  client: ClientBase,
  made: Place & { destination: Destination; sha256: Buffer; madeOn: string },
  now: Date,
): Promise<string> {
  const { agencyId, caseId, by, destination, sha256 } = made;
  const id = newRandomId();
  await exec(client, sql.addHandOff, { ...made, id, at: now });
  await recorded(client, {
    ...{ agencyId, caseId, at: now, actor: by, kind: 'case.handedOff' },
    data: { handOff: id, to: destination, digest: sha256.toString('hex') },
  });
  return id;
}

/** What came of it. @throws Refusal handOff.unknown (422): no such package, or a day before it was made */
export async function resultCame(
  client: ClientBase,
  came: Place & { handOffId: string; onDate: string; result: Result; note: Uint8Array | null },
  now: Date,
): Promise<void> {
  const { agencyId, caseId, by, handOffId, onDate, result } = came;
  if ((await exec(client, sql.addResult, { ...came, at: now })) === 0)
    throw new Refusal('handOff.unknown', 422);
  await recorded(client, {
    ...{ agencyId, caseId, at: now, actor: by, kind: 'case.handOffResult' },
    data: { handOff: handOffId, result, onDate },
  });
}
