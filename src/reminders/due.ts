import { z } from 'zod';
import { type Client, many } from '../platform/db/index.ts';
import type { KeptPlan } from './plan.ts';
import { sql } from './plan.ts';
import { dueSince, firstAt, type Terms, tellFrom } from './schedule.ts';

export type Level = 'person' | 'unit' | 'head';
export type Channel = 'mail' | 'hook';

const Due = z.object({
  /** A person of the audience, or an account. */
  target: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  /** Of the last message; 0 where there was none. */
  seq: z.number(),
  /** That one was tried and is waiting for its next try. */
  waiting: z.boolean(),
  /** Hash of the address that refused or returned the last one for good. */
  deadHash: z.instanceof(Buffer).nullable(),
});
export type Due = z.output<typeof Due>;
const DueStaff = Due.extend({ unitIds: z.array(z.string()) });

export interface Asked {
  agencyId: string;
  campaignId: string;
  plan: KeptPlan;
  terms: Terms;
  now: Date;
}

/** The next people who are due, in the order of their ids behind `after`. */
export async function duePeople(
  client: Client,
  asked: Asked,
  channel: Channel,
  after: string,
  limit: number,
): Promise<Due[]> {
  const { agencyId, campaignId, plan, terms, now } = asked;
  if (now < firstAt(terms)) return [];
  const params = { agencyId, campaignId, channel, after, limit, now, cap: plan.cap };
  return many(client, sql.duePeople, { ...params, dueSince: dueSince(now, terms) }, Due);
}

export interface DueStaffed extends Due {
  level: 'unit' | 'head';
  /** What they are told about; never empty. */
  units: UnitShare[];
}

export type Addressee = (Due & { level: 'person' }) | DueStaffed;

/** Operators whose units, and heads whose institution, have too few signatures this close to the deadline. */
export async function dueStaff(
  client: Client,
  asked: Asked,
  below: (unitIds: string[]) => Promise<string[]>,
): Promise<DueStaffed[]> {
  const found: DueStaffed[] = [];
  for (const level of ['unit', 'head'] as const) {
    const from = tellFrom(level, asked.terms);
    if (!from || asked.now < from) continue;
    const staff = await staffOf(client, asked, level);
    if (staff.length === 0) continue;
    const shares = await unitShares(client, asked.agencyId, asked.campaignId);
    for (const { unitIds, ...due } of staff) {
      const reach = level === 'unit' ? await below(unitIds) : null;
      const units = lacking(shares, reach, asked.plan, level);
      if (units.length > 0) found.push({ ...due, level, units });
    }
  }
  return found;
}

function staffOf(client: Client, asked: Asked, level: 'unit' | 'head') {
  const { agencyId, campaignId, plan, terms, now } = asked;
  const role = level === 'unit' ? 'operator' : 'leader';
  const params = { agencyId, campaignId, level, role, now, cap: plan.cap, dueSince: dueSince(now, terms) };
  return many(client, sql.dueStaff, params, DueStaff);
}

const UnitShare = z.object({
  unitId: z.string(),
  unitName: z.string(),
  wanted: z.number(),
  signed: z.number(),
});
export type UnitShare = z.output<typeof UnitShare>;

function unitShares(client: Client, agencyId: string, campaignId: string): Promise<UnitShare[]> {
  return many(client, sql.unitShares, { agencyId, campaignId }, UnitShare);
}

/** A unit is told of those of its units that are below the share; the head, when all together are below theirs. */
export function lacking(
  shares: readonly UnitShare[],
  reach: readonly string[] | null,
  plan: Pick<KeptPlan, 'unitShare' | 'headShare'>,
  level: 'unit' | 'head',
): UnitShare[] {
  const open = shares.filter(
    ({ unitId, wanted, signed }) => signed < wanted && (!reach || reach.includes(unitId)),
  );
  if (level === 'unit') return open.filter((unit) => isBelow([unit], plan.unitShare));
  return isBelow(shares, plan.headShare) ? open : [];
}

function isBelow(units: readonly UnitShare[], percent: number): boolean {
  const sum = (key: 'wanted' | 'signed') => units.reduce((all, unit) => all + unit[key], 0);
  return sum('signed') * 100 < sum('wanted') * percent;
}
