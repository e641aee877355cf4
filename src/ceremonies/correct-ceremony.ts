import type { ClientBase } from 'pg';
import { z } from 'zod';
import { refuseProblems } from '../campaigns/index.ts';
import { type Client, exec, many, queries } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { Refusal } from '../platform/refusal.ts';
import { sql as ceremonySql } from './ceremony.ts';
import { type CorrectionValues, checkCorrection } from './check-ceremony.ts';
import sqlText from './correct-ceremony.sql';
import { ceremonyHead } from './find-ceremony.ts';

const sql = queries(sqlText);

export interface NewCorrection extends CorrectionValues {
  agencyId: string;
  ceremonyId: string;
  by: string;
}

/**
 * Sets a ceremony's own facts right. What stood there before stays readable, and the newest counts.
 * @throws Refusal with the first problem of {@link checkCorrection}; ceremonies.unknown (404); ceremonies.sameFacts
 */
export async function correctCeremony(
  client: ClientBase,
  correction: NewCorrection,
  now: Date,
): Promise<void> {
  const { agencyId, ceremonyId, by, reason } = correction;
  refuseProblems(checkCorrection(correction));
  await exec(client, ceremonySql.holdCeremony, { agencyId, ceremonyId });
  const before = await ceremonyHead(client, agencyId, ceremonyId);
  const changed = CORRECTABLE.filter((name) => before[name] !== correction[name]);
  if (changed.length === 0) throw new Refusal('ceremonies.sameFacts');
  const facts = Object.fromEntries(CORRECTABLE.map((name) => [name, correction[name]]));
  await exec(client, sql.addCorrection, { ...facts, agencyId, ceremonyId, reason, by, now });
  const was = Object.fromEntries(changed.map((name) => [name, before[name]]));
  const data = { reason, changed, was };
  const kind = 'ceremony.corrected';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: ceremonyId, data });
}

const CORRECTABLE = [
  ...(['title', 'heldOn', 'heldOnStatus', 'heldOnNote', 'startsAt', 'place', 'organiser'] as const),
] as const;

const Correction = z.object({
  seq: z.number(),
  reason: z.string(),
  correctedBy: z.string(),
  correctedAt: z.date(),
});
export type Correction = z.output<typeof Correction>;

/** Newest first, with who it was by name where that is known here. */
export function correctionsOf(client: Client, agencyId: string, ceremonyId: string): Promise<Correction[]> {
  return many(client, sql.corrections, { agencyId, ceremonyId }, Correction);
}
