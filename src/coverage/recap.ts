import type { Pool } from 'pg';
import { type Client, transaction } from '../platform/db/index.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { narrowed, type Scope, unitsIn } from './scope.ts';
import { type Subject, subjectOf } from './subject.ts';
import { pathTo, rowsBelow, type UnitNode, type UnitRow } from './tree.ts';

/** Everything that the page, the workbook and the paper say; all figures from one snapshot of the database. */
export interface Recap {
  readonly subject: Subject;
  readonly coverage: Coverage;
  readonly nodes: readonly UnitNode[];
  /** From the top down to the unit that was opened; empty at the top. */
  readonly path: readonly UnitNode[];
  readonly rows: readonly UnitRow[];
}

type Wanted = Scope & { readonly unit?: string | undefined };

/** @throws Refusal as `narrowed` and `subjectOf` */
export function recapOf(
  pool: Pool,
  agencyId: string,
  campaignId: string,
  scope: Wanted,
  asOf: Date,
): Promise<Recap> {
  return snapshot(pool, (client) => recapIn(client, agencyId, campaignId, scope, asOf));
}

/** The same in a snapshot of the caller's, for who reads more from it. @throws Refusal as recapOf */
export async function recapIn(
  client: Client,
  agencyId: string,
  campaignId: string,
  scope: Wanted,
  asOf: Date,
): Promise<Recap> {
  const subject = await subjectOf(client, agencyId, campaignId);
  const nodes = await unitsIn(client, agencyId, scope);
  const within = narrowed(nodes, scope, scope.unit);
  const coverage = await coverageOf(client, agencyId, campaignId, within, asOf);
  const { rows } = rowsBelow(nodes, coverage.perUnit, scope.unit ?? null);
  return { subject, coverage, nodes, path: pathTo(nodes, scope.unit ?? null), rows };
}

/** One snapshot: no signature may fall between two figures of one table. */
export function snapshot<T>(pool: Pool, read: (client: Client) => Promise<T>, plans = ''): Promise<T> {
  return transaction(pool, read, { mode: `isolation level repeatable read read only${plans}` });
}

/** Plans for the very values that are asked with, where one statement asks for few rows or for all. */
export const BY_VALUES = '; set local plan_cache_mode = force_custom_plan';
