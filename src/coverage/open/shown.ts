import { z } from 'zod';
import { type Client, many, maybe } from '../../platform/db/index.ts';
import { sql } from './sql.ts';
import type { OpenFigures } from './suppress.ts';

const Shown = z.object({
  id: z.string(),
  name: z.string(),
  /** Two digits of Kemendagri; null: a central institution. */
  province: z.string().nullable(),
  isExample: z.boolean(),
  electionId: z.string(),
  campaignId: z.string(),
  title: z.string(),
  closedAt: z.date().nullable(),
  /** null: nothing was counted for everybody yet. */
  asOf: z.date().nullable(),
  /** null: too few people for any figure. */
  audience: z.number().nullable(),
  signed: z.number().nullable(),
});

/** An institution that shows its figures, with what it shows of one campaign. */
export type Shown = z.output<typeof Shown>;

/** Invented institutions are left out as soon as a real one shows its figures. */
export async function shownOf(
  client: Client,
  wanted: { readonly electionId?: string; readonly agencyId?: string },
): Promise<Shown[]> {
  const { electionId = null, agencyId = null } = wanted;
  const all = await many(client, sql.shown, { electionId, agencyId }, Shown);
  const real = all.filter((one) => !one.isExample);
  return real.length > 0 ? real : all;
}

const Row = z.object({
  ids: z.array(z.string()),
  audience: z.number(),
  signed: z.number(),
  asOf: z.string(),
});
const Figure = z.object({
  asOf: z.date(),
  body: z.object({ units: z.array(Row), categories: z.array(Row).nullable() }),
});

export async function lastFigure(
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<{ asOf: Date; body: OpenFigures } | null> {
  return maybe(client, sql.lastFigure, { agencyId, campaignId }, Figure);
}

export async function unitNames(
  client: Client,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await many(
    client,
    sql.unitNames,
    { agencyId, ids },
    z.object({ id: z.string(), name: z.string() }),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
