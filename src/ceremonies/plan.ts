import type { ClientBase } from 'pg';
import { z } from 'zod';
import { refuseProblems } from '../campaigns/index.ts';
import { type Client, exec, maybe, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { ceremonyHead } from './find-ceremony.ts';
import { checkPlan } from './plan/check-plan.ts';
import sqlText from './plan.sql';

const sql = queries(sqlText);

export const SITE_MODES = ['onsite', 'online'] as const;
export const RUN_STEPS = [
  ...(['opening', 'reading', 'head-signs', 'echelon-signs'] as const),
  ...(['symbolic', 'all-sign', 'closing', 'other'] as const),
] as const;
export const PLAN_ROLES = ['reader', 'pembina', 'perwira', 'komandan', 'clerk'] as const;

/** A place where people gather at the same time, or a meeting link: several of both make a hybrid ceremony. */
const Site = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  mode: z.enum(SITE_MODES),
  /** Wall clock at the place, 'HH:MM' */
  startsAt: z.string().nullable(),
  /** Units whose people are expected there, with all below them; null: everybody who is expected nowhere else. */
  unitIds: z.array(z.string()).nullable(),
});

const RunStep = z.object({
  step: z.enum(RUN_STEPS),
  title: z.string(),
  minutes: z.number().nullable(),
  who: z.string(),
});

const PlanOfficer = z.object({
  id: z.string(),
  role: z.enum(PLAN_ROLES),
  name: z.string(),
  office: z.string(),
  employer: z.string().nullable(),
});

const OutsideWitness = z.object({
  id: z.string(),
  name: z.string(),
  office: z.string(),
  institution: z.string(),
});

const Plan = z.object({
  sites: z.array(Site),
  runSheet: z.array(RunStep),
  officers: z.array(PlanOfficer),
  witnesses: z.array(OutsideWitness),
  order: z.object({
    /** Nobody signs on a tablet of this ceremony before the first of `persons` has signed. */
    headFirst: z.boolean(),
    /** People of the audience in the order in which they sign; the others follow by name. */
    persons: z.array(z.string()),
  }),
  /** What happens when it rains or the power fails. */
  fallback: z.string(),
});

export type Site = z.output<typeof Site>;
export type RunStep = z.output<typeof RunStep>;
/** An officer of the apel: who reads (pembaca), pembina, perwira, komandan, clerk. */
export type PlanOfficer = z.output<typeof PlanOfficer>;
export type OutsideWitness = z.output<typeof OutsideWitness>;
export type Plan = z.output<typeof Plan>;

const Saved = z.object({ version: z.number(), plan: Plan, savedBy: z.string(), savedAt: z.date() });

export const NO_PLAN: Plan = {
  sites: [],
  runSheet: [],
  officers: [],
  witnesses: [],
  order: { headFirst: false, persons: [] },
  fallback: '',
};

/** The newest plan; version 0 and empty where none was saved. */
export async function planOf(
  client: Client,
  agencyId: string,
  ceremonyId: string,
): Promise<{ version: number; plan: Plan }> {
  const saved = await maybe(client, sql.plan, { agencyId, ceremonyId }, Saved);
  return saved ?? { version: 0, plan: NO_PLAN };
}

/**
 * Saves the plan as the version after `version`, which the page had shown.
 * @throws Refusal with the first problem of {@link checkPlan}; ceremonies.unknown (404), ceremonies.planChanged (409)
 *   where somebody saved meanwhile
 */
export async function savePlan(
  client: ClientBase,
  saved: { agencyId: string; ceremonyId: string; version: number; plan: Plan; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, ceremonyId, by } = saved;
  refuseProblems(checkPlan(saved.plan));
  await ceremonyHead(client, agencyId, ceremonyId);
  const version = saved.version + 1;
  const newest = (await planOf(client, agencyId, ceremonyId)).version;
  const plan = JSON.stringify(saved.plan);
  const row = { agencyId, ceremonyId, version, plan, by, now };
  if (newest !== saved.version || (await exec(client, sql.addPlan, row)) === 0)
    throw new Refusal('ceremonies.planChanged', 409);
  const data = { version };
  const kind = 'ceremony.planSaved';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: ceremonyId, data });
}
