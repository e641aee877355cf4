import { z } from 'zod';
import { type Client, exec, many } from '../../platform/db/index.ts';
import type { Step } from '../cases/stages.ts';
import { StepFields } from '../cases/workflow/steps.ts';
import type { CaseFacts } from './clocks-of.ts';
import { FIRED } from './owed.ts';
import { OWN_NAMES, type OwnDays, type OwnName } from './settings.ts';
import { sql } from './sql.ts';

const Row = StepFields.extend({ caseId: z.string(), origin: z.enum(['report', 'finding']) });

export interface CaseGround extends CaseFacts {
  readonly caseId: string;
}

export interface Wanted {
  readonly agencyId: string;
  /** null: all of the institution. */
  readonly caseIds: readonly string[] | null;
  /** Leaves out what was closed before; null: nothing. */
  readonly closedSince: Date | null;
}

/** What clocks are derived from. Whoever asks for the sake of people has checked what they may see. */
export async function groundOf(client: Client, wanted: Wanted): Promise<CaseGround[]> {
  const rows = await many(client, sql.ground, { ...wanted }, Row);
  const found = new Map<string, { caseId: string; origin: 'report' | 'finding'; steps: Step[] }>();
  for (const row of rows) {
    const { caseId, origin } = row;
    const one = found.get(caseId) ?? { caseId, origin, steps: [] };
    one.steps.push(row);
    found.set(caseId, one);
  }
  return [...found.values()];
}

const Fired = z.object({
  caseId: z.string(),
  clock: z.string(),
  startN: z.number(),
  what: z.enum(FIRED),
  forDay: z.string(),
  at: z.date(),
});
export type Fired = z.output<typeof Fired>;

export function firedOf(
  client: Client,
  agencyId: string,
  caseIds: readonly string[] | null,
): Promise<Fired[]> {
  return many(client, sql.fired, { agencyId, caseIds }, Fired);
}

const Own = z.object({
  name: z.enum(OWN_NAMES as [OwnName, ...OwnName[]]),
  version: z.number(),
  days: z.number(),
  fromDay: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.date(),
});

/** Every number an institution ever set, the oldest first. */
export function ownDaysOf(client: Client, agencyId: string): Promise<OwnDays[]> {
  return many(client, sql.settings, { agencyId }, Own);
}

/** The next version of one number. @returns whether it was kept: of two who set it at once, one is */
export async function addOwnDays(
  client: Client,
  row: Omit<OwnDays, 'version'> & { agencyId: string },
): Promise<boolean> {
  return (await exec(client, sql.addSetting, { ...row })) > 0;
}
