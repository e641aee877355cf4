import type { Pool } from 'pg';
import { z } from 'zod';
import { many, maybe, one } from '../../platform/db/index.ts';
import { leastWitnesses, meetsQuorum } from '../../verify/index.ts';
import type { LogId } from '../log/tile-reader.ts';
import { sql } from '../store.ts';
import type { WitnessPolicy } from './policy-file.ts';
import { witnessSql } from './store.ts';

const Cosigned = z.object({ size: z.number(), witnesses: z.array(z.string()) });
const Head = z.object({ size: z.number(), note: z.string(), publishedAt: z.date() });
const WithLines = Head.extend({ lines: z.string() });
export type ServedHead = z.output<typeof Head>;

/**
 * The tree head that this installation shows: without a policy the newest; with one the newest that enough witnesses
 * have cosigned, with every cosignature it has. Null before the first, or before the first that covers `index`.
 */
export async function servedHead(
  pool: Pool,
  log: LogId,
  witnesses: WitnessPolicy | null,
  index = -1,
): Promise<ServedHead | null> {
  const { agencyId, campaignId } = log;
  const newest = await maybe(pool, sql.lastCheckpoint, { agencyId, campaignId }, Head);
  if (!newest || newest.size <= index) return null;
  if (!witnesses) return newest;
  const size = await goodSize(pool, log, witnesses, index, newest.size);
  if (size === null) return null;
  const { lines, ...head } = await one(
    pool,
    witnessSql.cosignedHead,
    { agencyId, campaignId, size },
    WithLines,
  );
  return { ...head, note: head.note + lines };
}

async function goodSize(
  pool: Pool,
  { agencyId, campaignId }: LogId,
  { policy, vkeys }: WitnessPolicy,
  above: number,
  newest: number,
): Promise<number | null> {
  if (policy.quorum === null) return newest;
  const fixed = { agencyId, campaignId, witnesses: vkeys, above, least: leastWitnesses(policy) };
  for (let below = newest + 1; ; ) {
    const found = await many(pool, witnessSql.cosignedHeads, { ...fixed, below }, Cosigned);
    const good = found.find((head) => meetsQuorum(policy, keysOf({ policy, vkeys }, head.witnesses)));
    if (good) return good.size;
    const last = found.at(-1);
    if (!last) return null;
    below = last.size;
  }
}

function keysOf({ policy, vkeys }: Pick<WitnessPolicy, 'policy' | 'vkeys'>, cosigned: readonly string[]) {
  return policy.witnesses.filter((_, i) => cosigned.includes(vkeys[i] as string)).map(({ key }) => key);
}
