import { z } from 'zod';
import { type Client, many, maybe } from '../../platform/db/index.ts';
import { leastWitnesses } from '../../verify/index.ts';
import type { WitnessPolicy } from './policy-file.ts';
import { witnessSql } from './store.ts';

const Row = z.object({
  ...{ agencyId: z.string(), campaignId: z.string(), origin: z.string(), size: z.number() },
  ...{ publishedAt: z.date(), quorumSize: z.number().nullable(), quorumAt: z.date().nullable() },
  since: z.date().nullable(),
});

const Last = z.object({
  ...{ agencyId: z.string(), campaignId: z.string(), witness: z.string(), size: z.number(), at: z.date() },
});

const Incident = z.object({
  ...{ agencyId: z.string(), campaignId: z.string(), id: z.string(), witness: z.string() },
  kind: z.enum(['split-view', 'rollback', 'refused', 'bad-answer']),
  ...{ status: z.number().nullable(), size: z.number(), heldSize: z.number().nullable() },
  ...{ hasTheirs: z.boolean(), at: z.date(), origin: z.string(), open: z.boolean() },
});
export type Incident = z.output<typeof Incident> & { name: string };

export interface LogStanding extends z.output<typeof Row> {
  /** How many witnesses have cosigned the newest head. */
  have: number;
  /** The newest head has waited for its quorum longer than witnesses take. */
  late: boolean;
}

export interface WitnessStanding {
  name: string;
  vkey: string;
  url: string | null;
  /** Logs whose newest head it has cosigned. */
  upToDate: number;
  last: { size: number; at: Date } | null;
}

export interface Standing {
  logs: LogStanding[];
  witnesses: WitnessStanding[];
  incidents: Incident[];
  /** The smallest number of witnesses that the policy is content with. */
  needed: number;
}

/** A head of now is on its way for so long; after it something is wrong. */
const GRACE_MS = 10_000;

/** What the witnesses have said of all logs, or of those of one institution. */
export async function standingOf(
  client: Client,
  witnesses: WitnessPolicy,
  agencyId: string | null,
  now: Date,
): Promise<Standing> {
  const { policy, vkeys } = witnesses;
  const needed = leastWitnesses(policy);
  const rows = await many(client, witnessSql.standing, { agencyId, witnesses: vkeys, least: needed }, Row);
  const lasts = await many(client, witnessSql.lastCosignatures, { agencyId, witnesses: vkeys }, Last);
  const incidents = await many(client, witnessSql.incidents, { agencyId }, Incident);
  const logs = new Map(rows.map((row) => [keyOf(row), row]));
  const current = lasts.filter((one) => logs.get(keyOf(one))?.size === one.size);
  const have = Map.groupBy(current, keyOf);
  return {
    needed,
    logs: rows.map((row) => ({
      ...row,
      have: have.get(keyOf(row))?.length ?? 0,
      late: needed > 0 && row.since !== null && now.getTime() - row.since.getTime() > GRACE_MS,
    })),
    witnesses: policy.witnesses.map(({ name, url }, i) => ({
      ...{ name, url, vkey: vkeys[i] as string },
      upToDate: current.filter(({ witness }) => witness === vkeys[i]).length,
      last: lastOf(lasts.filter(({ witness }) => witness === vkeys[i])),
    })),
    incidents: incidents.map((one) => ({ ...one, name: nameOf(witnesses, one.witness) })),
  };
}

const Heads = z.object({ ours: z.string(), theirs: z.string().nullable() });

/** Both heads of an incident, ours and the one that the witness holds. */
export function incidentHeads(client: Client, agencyId: string, campaignId: string, id: string) {
  return maybe(client, witnessSql.incidentHeads, { agencyId, campaignId, id }, Heads);
}

function keyOf({ agencyId, campaignId }: { agencyId: string; campaignId: string }): string {
  return `${agencyId}/${campaignId}`;
}

function lastOf(lasts: z.output<typeof Last>[]): WitnessStanding['last'] {
  const [newest] = lasts.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return newest ? { size: newest.size, at: newest.at } : null;
}

/** A witness that has left the policy is still known by its key. */
function nameOf({ policy, vkeys }: WitnessPolicy, vkey: string): string {
  return policy.witnesses[vkeys.indexOf(vkey)]?.name ?? (vkey.split('+')[0] as string);
}
