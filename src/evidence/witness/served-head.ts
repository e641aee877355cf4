import type { Pool } from 'pg';
import { z } from 'zod';
import { many, one } from '../../platform/db/index.ts';
import { leastWitnesses, meetsQuorum } from '../../verify/index.ts';
import type { LogId } from '../log/tile-reader.ts';
import { lastCheckpoint, type TreeHead } from '../store.ts';
import type { WitnessPolicy } from './policy-file.ts';
import { witnessSql } from './store.ts';

const Cosigned = z.object({ size: z.number(), witnesses: z.array(z.string()) });
const WithLines = z.object({ size: z.number(), note: z.string(), publishedAt: z.date(), lines: z.string() });

/**
 * The tree head that this installation shows: without a policy the newest; with one the newest that enough witnesses
 * have cosigned, with every cosignature it has. Null before the first, or before the first that covers `index`.
 */
export async function servedHead(
  pool: Pool,
  log: LogId,
  witnesses: WitnessPolicy | null,
  index = -1,
): Promise<TreeHead | null> {
  const { agencyId, campaignId } = log;
  const newest = await lastCheckpoint(pool, agencyId, campaignId);
  if (!newest || newest.size <= index) return null;
  if (!witnesses) return newest;
  const size = await goodSize(pool, log, witnesses, newest.size);
  if (size === null || size <= index) return null;
  const { lines, ...head } = await one(
    pool,
    witnessSql.cosignedHead,
    { agencyId, campaignId, size },
    WithLines,
  );
  return { ...head, note: head.note + lines };
}

/** The newest good size found so far, by policy and log: cosignatures are only added, so it stays good. */
const found = new WeakMap<WitnessPolicy, Map<string, number>>();

async function goodSize(
  pool: Pool,
  { agencyId, campaignId }: LogId,
  witnesses: WitnessPolicy,
  newest: number,
): Promise<number | null> {
  const { policy, vkeys } = witnesses;
  if (policy.quorum === null) return newest;
  const known = found.get(witnesses) ?? new Map<string, number>();
  found.set(witnesses, known);
  const log = `${agencyId}/${campaignId}`;
  const above = known.get(log) ?? -1;
  const sets = await many(
    pool,
    witnessSql.cosignedHeads,
    { agencyId, campaignId, witnesses: vkeys, above, newest, least: leastWitnesses(policy) },
    Cosigned,
  );
  const good = sets.filter((set) => meetsQuorum(policy, keysOf(witnesses, set.witnesses)));
  const size = Math.max(above, ...good.map((set) => set.size));
  if (size < 0) return null;
  known.set(log, size);
  return size;
}

function keysOf({ policy, vkeys }: Pick<WitnessPolicy, 'policy' | 'vkeys'>, cosigned: readonly string[]) {
  return policy.witnesses.filter((_, i) => cosigned.includes(vkeys[i] as string)).map(({ key }) => key);
}
