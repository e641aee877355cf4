import type { ClientBase } from 'pg';
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { type Client, exec, many } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { personOf } from '../correct-person.ts';
import { sql } from './sql.ts';

export const LEFT_KINDS = ['retired', 'moved', 'dismissed', 'deceased'] as const;
export const STATUS_KINDS = [
  'hired',
  'returned',
  'leave',
  'study',
  'seconded',
  'suspended',
  ...LEFT_KINDS,
] as const;
export type StatusKind = (typeof STATUS_KINDS)[number];

export interface StatusChange {
  agencyId: string;
  personId: string;
  kind: StatusKind;
  /** ISO days; `until` null: no end known. */
  from: string;
  until: string | null;
  reason: string;
  by: string;
}

/**
 * What happened to a person in service, from which day, and why; the roster follows in the same transaction.
 * @param today ISO day at the institution
 * @throws Refusal agencies.moves.day, agencies.moves.future, agencies.moves.reason (422), agencies.personUnknown (404)
 */
export async function recordStatus(
  client: ClientBase,
  change: StatusChange,
  today: string,
  now: Date,
): Promise<void> {
  const { agencyId, personId, kind, from, until, by } = change;
  const reason = change.reason.trim().slice(0, 500);
  if (!isDay(from) || (until !== null && (!isDay(until) || until < from)))
    throw new Refusal('agencies.moves.day', 422);
  if (from > today) throw new Refusal('agencies.moves.future', 422);
  if (reason === '') throw new Refusal('agencies.moves.reason', 422);
  await personOf(client, agencyId, personId);
  const row = { agencyId, id: newId(now), personId, kind, fromDate: from, untilDate: until, reason, by, now };
  await exec(client, sql.addStatus, row);
  const status = kind === 'hired' || kind === 'returned' ? 'active' : kind;
  await exec(client, sql.setStatus, { agencyId, personId, status, now });
  const data = { kind, from, until, reason };
  await happened(client, { agencyId, at: now, actor: by, kind: 'person.status', subject: personId, data });
}

export function isStatusKind(text: string): text is StatusKind {
  return (STATUS_KINDS as readonly string[]).includes(text);
}

const Kept = z.object({
  kind: z.enum(STATUS_KINDS),
  from: z.string(),
  until: z.string().nullable(),
  reason: z.string(),
  at: z.date(),
});
export type KeptStatus = z.output<typeof Kept>;

/** The newest first. */
export function statusesOf(client: Client, agencyId: string, personId: string): Promise<KeptStatus[]> {
  return many(client, sql.statuses, { agencyId, personId }, Kept);
}

const UnitChange = z.object({ at: z.date(), before: z.string().nullable(), after: z.string().nullable() });
export type UnitChange = z.output<typeof UnitChange>;

export function unitChangesOf(client: Client, agencyId: string, personId: string): Promise<UnitChange[]> {
  return many(client, sql.unitChanges, { agencyId, personId }, UnitChange);
}
