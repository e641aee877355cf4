import type { ClientBase } from 'pg';
import { z } from 'zod';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { CLOCK_MS } from '../requests.ts';
import sqlText from './incidents.sql';
import { DATA_KINDS, STEP_IDS } from './steps.ts';

const sql = queries(sqlText);

const Incident = z.object({
  ...{ id: z.string(), title: z.string(), what: z.string(), dataKinds: z.array(z.enum(DATA_KINDS)) },
  ...{
    people: z.number().nullable(),
    knownAt: z.date(),
    openedAt: z.date(),
    openedBy: z.string().nullable(),
  },
  done: z.number(),
});
export type Incident = z.output<typeof Incident>;

const Done = z.object({ step: z.string(), note: z.string(), doneAt: z.date(), who: z.string() });
/** A step ticked, or a note (`note`): added, never taken back. */
export type Done = z.output<typeof Done>;

export function incidentsAt(client: Client, agencyId: string): Promise<Incident[]> {
  return many(client, sql.incidents, { agencyId, id: null }, Incident);
}

/** @throws Refusal privacy.unknown (404) */
export async function incidentOf(client: Client, agencyId: string, id: string) {
  const [incident] = await many(client, sql.incidents, { agencyId, id }, Incident);
  if (!incident) throw new Refusal('privacy.unknown', 404);
  return { incident, done: await many(client, sql.steps, { agencyId, id }, Done) };
}

/** 3×24 hours after it was known. */
export function dueAtOf({ knownAt }: Pick<Incident, 'knownAt'>): Date {
  return new Date(knownAt.getTime() + CLOCK_MS);
}

export interface NewIncident {
  agencyId: string;
  title: string;
  what: string;
  dataKinds: readonly (typeof DATA_KINDS)[number][];
  people: number | null;
  knownAt: Date;
  by: string;
}

/** @throws Refusal privacy.knownLater */
export async function openIncident(client: ClientBase, incident: NewIncident, now: Date): Promise<string> {
  const { agencyId, title, by, knownAt } = incident;
  if (knownAt > now) throw new Refusal('privacy.knownLater');
  const id = newId(now);
  await exec(client, sql.addIncident, { ...incident, id, now });
  const data = { title };
  await happened(client, { agencyId, at: now, actor: by, kind: 'privacy.incidentOpened', subject: id, data });
  return id;
}

/** Ticks a step, or adds a note. @throws Refusal privacy.unknown (404), privacy.noWords */
export async function addStep(
  client: ClientBase,
  tick: { agencyId: string; incidentId: string; step: string; note: string; by: string },
  now: Date,
): Promise<void> {
  const { agencyId, incidentId, by, note } = tick;
  await incidentOf(client, agencyId, incidentId);
  const step = STEP_IDS.find((id) => id === tick.step) ?? 'note';
  if (step === 'note' && note === '') throw new Refusal('privacy.noWords');
  await exec(client, sql.addStep, { agencyId, incidentId, step, note, by, id: newId(now), now });
  const data = { kind: step };
  const event = { agencyId, at: now, actor: by, kind: 'privacy.incidentStep', subject: incidentId, data };
  await happened(client, event);
}
