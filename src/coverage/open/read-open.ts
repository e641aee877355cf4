import type { Pool } from 'pg';
import { z } from 'zod';
import { forAll, many } from '../../platform/db/index.ts';
import { snapshot } from '../recap.ts';
import { lastFigure, type Shown, shownOf, unitNames } from './shown.ts';
import { sql } from './sql.ts';
import type { OpenFigures } from './suppress.ts';

/** All that show their figures for one election; the same within a minute is answered from memory. */
export function openNation(pool: Pool, electionId: string, now: Date): Promise<Shown[]> {
  return remembered(pool, `negara ${electionId}`, now, () => shownOf(pool, { electionId }));
}

export interface OpenAgency {
  readonly shown: Shown;
  readonly figures: OpenFigures;
  readonly names: ReadonlyMap<string, string>;
}

/** What is shown from the decision until the next hour, when figures are made. */
const NOT_YET: OpenFigures = { units: [], categories: null };

/** null: it shows nothing, whether or not it exists. */
export function openAgency(
  pool: Pool,
  agencyId: string,
  electionId: string | null,
  now: Date,
): Promise<OpenAgency | null> {
  return remembered(pool, `instansi ${agencyId} ${electionId}`, now, () =>
    snapshot(pool, async (client) => {
      const [shown] = await shownOf(client, { agencyId, ...(electionId ? { electionId } : {}) });
      if (!shown) return null;
      const last = await lastFigure(client, agencyId, shown.campaignId);
      const figures = last?.body ?? NOT_YET;
      const ids = figures.units.filter((row) => row.ids.length === 1).flatMap((row) => row.ids);
      return { shown, figures, names: await unitNames(client, agencyId, ids) };
    }),
  );
}

const Daily = z.object({
  id: z.string(),
  campaignId: z.string(),
  day: z.string(),
  asOf: z.date(),
  audience: z.number(),
  signed: z.number(),
});
export type Daily = z.output<typeof Daily> & { readonly name: string };

/** Of each institution the last figure of each day before today, the newest first. */
export function dailyFigures(pool: Pool, today: Date, now: Date): Promise<Daily[]> {
  return remembered(pool, 'umpan', now, () =>
    snapshot(pool, async (client) => {
      const shown = await shownOf(client, {});
      const names = new Map(shown.map(({ id, name }) => [id, name]));
      const keys = { agencyIds: shown.map(({ id }) => id), campaignIds: shown.map((one) => one.campaignId) };
      const rows = await many(client, sql.daily, { ...keys, before: today }, Daily);
      return rows
        .map((row) => ({ ...row, name: names.get(row.id) ?? row.id }))
        .sort((a, b) => b.asOf.getTime() - a.asOf.getTime() || (a.id < b.id ? -1 : 1))
        .slice(0, 200);
    }),
  );
}

/** Attacker: somebody who asks again and again; and for names without end, for which nothing is kept. */
function remembered<T>(pool: Pool, key: string, now: Date, read: () => Promise<T>): Promise<T> {
  const kept = memory.get(pool) ?? new Map<string, { at: number; answer: Promise<unknown> }>();
  memory.set(pool, kept);
  const before = kept.get(key);
  if (before && Math.abs(now.getTime() - before.at) < 60_000) return before.answer as Promise<T>;
  if (kept.size >= 1000) kept.clear();
  const answer = forAll(read);
  kept.set(key, { at: now.getTime(), answer });
  answer.catch(() => kept.delete(key));
  return answer;
}

/** What was decided here is seen here at once; other processes follow within a minute. */
export function forget(pool: Pool): void {
  memory.delete(pool);
}

const memory = new WeakMap<Pool, Map<string, { at: number; answer: Promise<unknown> }>>();
