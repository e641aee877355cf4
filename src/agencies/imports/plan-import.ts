import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { type Client, many, one } from '../../platform/db/index.ts';
import { type CurrentPerson, type ImportPlan, type ParsedRoster, planImport } from '../roster/index.ts';
import { type Unit, unitsOf } from '../unit.ts';
import { unpack } from './packed.ts';
import { planDigest } from './plan-digest.ts';
import { sql } from './sql.ts';

/** A file held against the roster as it is now. */
export interface Prepared {
  parsed: ParsedRoster;
  /** `plan.rows[i]` speaks of `parsed.rows[i]`. */
  plan: ImportPlan;
  digest: string;
  units: readonly Unit[];
  current: readonly CurrentPerson[];
}

/** Reads the file's rows and today's roster and plans anew. Writes nothing. */
export async function prepare(client: Client, agencyId: string, importId: string): Promise<Prepared> {
  const { parsed: packed } = await one(client, sql.parsedOf, { agencyId, importId }, Packed);
  const parsed = await unpack(packed);
  const units = await unitsOf(client, agencyId);
  const current = (await many(client, sql.wholeRoster, { agencyId })) as unknown as CurrentPerson[];
  const answers = await many(client, sql.answers, { agencyId, importId }, Answer);
  const unitAnswers = Object.fromEntries(
    answers.map(({ key, unitId }) => [key, unitId === null ? ('create' as const) : { use: unitId }]),
  );
  const plan = planImport(current, units, parsed, { unitAnswers });
  // Both are pure computation over the whole file; others have a turn in between.
  await setImmediate();
  return { parsed, plan, digest: planDigest(plan), units, current };
}

const Packed = z.object({ parsed: z.instanceof(Buffer) });
const Answer = z.object({ key: z.string(), unitId: z.string().nullable() });
const Marker = z.object({ marker: z.string() });

const HELD_MS = 60_000;

/**
 * Plans for showing, the last one kept for a minute: paging through a hundred thousand rows would plan them for each
 * page. Accepting never asks here.
 */
export function createPreviews() {
  let held: { key: string; prepared: Promise<Prepared> } | undefined;
  return async (client: Client, agencyId: string, importId: string): Promise<Prepared> => {
    const { marker } = await one(client, sql.marker, { agencyId, importId }, Marker);
    const key = `${agencyId}/${importId}/${marker}`;
    if (held?.key === key) return held.prepared;
    const mine = { key, prepared: prepare(client, agencyId, importId) };
    held = mine;
    const forget = () => {
      if (held === mine) held = undefined;
    };
    mine.prepared.catch(forget);
    setTimeout(forget, HELD_MS).unref();
    return mine.prepared;
  };
}
