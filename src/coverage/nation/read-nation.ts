import type { Pool } from 'pg';
import { z } from 'zod';
import { CATEGORIES, type Category } from '../../campaigns/index.ts';
import { forAll, many, textArray } from '../../platform/db/index.ts';
import type { Zone } from '../../platform/format.ts';
import { addCounts, type Counts, NOBODY } from '../counts.ts';
import { BY_VALUES, snapshot } from '../recap.ts';
import type { Institution, LatestCampaign, Nation } from './figures.ts';
import { sql } from './sql.ts';

/**
 * The institutions of the nation or of one province, with their figures for one election. Invented ones are left out as
 * soon as there is a real one. Planned for what was asked: the plan for any province expects three institutions, and for
 * the nation would then compare each row with each.
 */
function readNation(pool: Pool, electionId: string, now: Date, province: string | null): Promise<Nation> {
  const read = () =>
    snapshot(
      pool,
      async (client) => {
        const all = await many(client, sql.institutions, { electionId, province }, InstitutionRow);
        const real = all.filter((row) => !row.isExample);
        const rows = real.length > 0 ? real : all;
        const opened = rows.filter((row) => row.campaignId !== null);
        const keys = {
          agencyIds: textArray(opened.map(({ id }) => id)),
          campaignIds: textArray(opened.map((row) => row.campaignId)),
        };
        const totals = Map.groupBy(await many(client, sql.totals, keys, TotalRow), (row) => row.agencyId);
        const days = await many(client, sql.days, keys, DayRow);
        return {
          electionId,
          asOf: now,
          institutions: rows.map((row) => institution(row, totals.get(row.id) ?? [])),
          days,
          example: real.length === 0,
        };
      },
      BY_VALUES,
    );
  return forAll(read);
}

/** The same question again within a second is answered from memory: a page of the nation is asked for by many at once. */
export function rememberedNation(
  pool: Pool,
  electionId: string,
  now: Date,
  province?: string,
): Promise<Nation> {
  const key = `${electionId} ${province ?? ''}`;
  const before = remembered.get(pool)?.get(key);
  if (before && Math.abs(now.getTime() - before.at) < 1000) return before.nation;
  const nation = readNation(pool, electionId, now, province ?? null);
  const kept = remembered.get(pool) ?? new Map();
  remembered.set(pool, kept);
  // Elections that nobody asks for any more, and names that a visitor made up, do not gather here.
  if (kept.size > 100) kept.clear();
  kept.set(key, { at: now.getTime(), nation });
  nation.catch(() => kept.delete(key));
  return nation;
}

const remembered = new WeakMap<Pool, Map<string, { at: number; nation: Promise<Nation> }>>();

/** Elections for which some institution has opened a campaign; a new one is seen within ten seconds. */
export function electionsHere(pool: Pool, now: Date): Promise<string[]> {
  const before = elections.get(pool);
  if (before && Math.abs(now.getTime() - before.at) < 10_000) return before.ids;
  const ids = forAll(() => many(pool, sql.elections, {}, z.object({ id: z.string() }))).then((rows) =>
    rows.map(({ id }) => id),
  );
  elections.set(pool, { at: now.getTime(), ids });
  ids.catch(() => elections.delete(pool));
  return ids;
}

const elections = new WeakMap<Pool, { at: number; ids: Promise<string[]> }>();

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const satisfies readonly Zone[];

const InstitutionRow = z.object({
  id: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  level: z.string(),
  zone: z.enum(ZONES),
  isExample: z.boolean(),
  campaignId: z.string().nullable(),
  title: z.string().nullable(),
  deadline: z.date().nullable(),
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  roster: z.number().nullable(),
  rosterAt: z.date().nullable(),
});

export const CountColumns = {
  audience: z.number(),
  signed: z.number(),
  declined: z.number(),
  exempted: z.number(),
  symbolic: z.number(),
  attended: z.number(),
};

const TotalRow = z.object({ agencyId: z.string(), category: z.enum(CATEGORIES), ...CountColumns });

export const DayRow = z.object({ day: z.string(), signed: z.number() });

/** Not yet is what no counter holds. */
export function countsOf(row: Omit<Counts, 'notYet'>): Counts {
  const { audience, signed, declined, exempted, symbolic, attended } = row;
  const notYet = audience - signed - declined - exempted - symbolic - attended;
  return { audience, signed, declined, exempted, symbolic, attended, notYet };
}

function institution(
  row: z.output<typeof InstitutionRow>,
  totals: readonly z.output<typeof TotalRow>[],
): Institution {
  const perCategory = new Map<Category, Counts>(totals.map((total) => [total.category, countsOf(total)]));
  const { id, name, zone, isExample, roster } = row;
  return {
    ...{ id, name, zone, isExample, roster },
    province: row.level === 'national' ? null : row.province,
    campaign: campaign(row),
    counts: [...perCategory.values()].reduce(addCounts, NOBODY),
    perCategory,
  };
}

function campaign(row: z.output<typeof InstitutionRow>): LatestCampaign | null {
  const { campaignId, title, deadline, openedAt, closedAt } = row;
  return campaignId && title !== null && deadline && openedAt
    ? { id: campaignId, title, deadline, openedAt, closedAt }
    : null;
}
