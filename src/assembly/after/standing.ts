import { z } from 'zod';
import { type Client, many, maybe, one, queries } from '../../platform/db/index.ts';
import sqlText from './after.sql';

const sql = queries(sqlText);

/**
 * Why somebody has not signed, as far as it is known: on leave, study or elsewhere by the roster; there and yet not
 * signed; on duty elsewhere; excused; absent; nobody recorded anything.
 */
export const REASONS = ['unrecorded', 'absent', 'there', 'duty', 'excused', 'away'] as const;
export type Reason = (typeof REASONS)[number];

const MissingRow = z.object({
  personId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  reason: z.enum(REASONS),
});
export type Missing = z.output<typeof MissingRow>;

interface At {
  agencyId: string;
  ceremonyId: string;
  /** Only people of exactly these units; null: everybody. */
  unitIds: readonly string[] | null;
}

/** Who of a ceremony could come to a make-up session. `today`: 'YYYY-MM-DD' at the place. */
export function missingOf(client: Client, at: At, today: string): Promise<Missing[]> {
  return many(client, sql.missing, { ...at, today }, MissingRow);
}

const Rolled = z.object({ expected: z.number(), wasThere: z.number(), signed: z.number() });
const TreeRow = Rolled.extend({
  id: z.string(),
  /** The units it is for; null: those of the larger one. */
  unitIds: z.array(z.string()).nullable(),
  depth: z.number(),
  kind: z.enum(['apel', 'susulan']),
  title: z.string(),
  heldOn: z.string().nullable(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
});
/** `wasThere` counts the late ones too. */
export type RolledUp = z.output<typeof Rolled>;
export type TreeCeremony = z.output<typeof TreeRow>;

/** The ceremony and all below it, the larger before the smaller. */
export function treeOf(client: Client, at: At): Promise<TreeCeremony[]> {
  return many(client, sql.tree, { ...at }, TreeRow);
}

/** Everybody once: there at the ceremony or at any below it. */
export function rollUpOf(client: Client, at: At): Promise<RolledUp> {
  return one(client, sql.rollUp, { ...at }, Rolled);
}

const RemainingRow = z.object({
  unitId: z.string(),
  unitName: z.string(),
  remaining: z.number(),
  /** Of them on leave, study or elsewhere by the roster. */
  away: z.number(),
  /** Of them expected at a ceremony that is still to come. */
  planned: z.number(),
  nextOn: z.string().nullable(),
});
export type UnitRemaining = z.output<typeof RemainingRow>;

/** Units with somebody still to sign, those without a session to come first. */
export function remainingByUnit(
  client: Client,
  at: { agencyId: string; campaignId: string; unitIds: readonly string[] | null },
  today: string,
): Promise<UnitRemaining[]> {
  return many(client, sql.remaining, { ...at, today }, RemainingRow);
}

/**
 * Whether the form of this key has made its ceremonies already. Holds the larger one until the transaction ends, so that
 * the same form sent twice at once waits here.
 */
export async function isMade(
  client: Client,
  agencyId: string,
  parentId: string,
  key: string,
): Promise<boolean> {
  await maybe(client, sql.holdParent, { agencyId, parentId });
  return (await maybe(client, sql.made, { agencyId, id: `${key}-1` })) !== null;
}
