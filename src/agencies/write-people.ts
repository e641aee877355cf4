import type { ClientBase } from 'pg';
import * as z from 'zod';
import { exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { agencyOn } from './agency.ts';
import { sql } from './api-sql.ts';
import type { PersonDetails } from './correct-person.ts';
import { type Judged, judge, type Known, type Sending } from './judge-people.ts';
import { addPeople, changePeople } from './person.ts';

const Result = z.object({
  row: z.int().meta({ description: 'Place in what was sent, from 0' }),
  result: z.enum(['added', 'changed', 'same', 'refused']),
  personId: z.string().nullable(),
  problems: z.array(z.object({ field: z.string(), detail: z.string() })),
});
type Result = z.output<typeof Result>;

export const Written = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  results: z.array(Result),
});

/**
 * Adds and changes people by their numbers, each judged by the rules of roster files; one who is refused keeps none of
 * the others back. Campaigns that are already open do not change. Owner: whoever holds the row of the institution.
 */
export async function writePeople(
  client: ClientBase,
  sending: Sending,
  now: Date,
): Promise<z.output<typeof Written>> {
  const { agencyId } = sending.caller;
  const judged = await judge(client, sending, now);
  const added = judged.filter(({ details, before }) => details && !before);
  const changed = judged.filter((one) => one.details && one.before && differs(one));
  const { isExample } = await agencyOn(client, agencyId, null);
  const newcomers = added.map(({ details }) => ({ ...(details as PersonDetails), isExample }));
  const ids = await addPeople(client, agencyId, newcomers, now);
  const changes = changed.map(({ details, before }) => ({
    ...(details as PersonDetails),
    id: (before as Known).id,
  }));
  await changePeople(client, agencyId, changes, now);
  const newIds = new Map(added.map((one, i) => [one.row, ids[i] as string]));
  await keep(client, sending, [...added, ...changed], newIds, now);
  const results = judged.map((one) => resultOf(one, newIds));
  const counts = { added: added.length, changed: changed.length, ...restOf(results) };
  if (added.length + changed.length > 0) await tell(client, sending, counts, now);
  return { ...counts, results };
}

function differs({ details, before }: Judged): boolean {
  const fields = Object.keys(details ?? {}) as (keyof PersonDetails)[];
  return fields.some((field) => details?.[field] !== before?.[field]);
}

function resultOf(one: Judged, newIds: ReadonlyMap<number, string>): Result {
  const { row, details, before, problems } = one;
  if (!details) return { row, result: 'refused', personId: before?.id ?? null, problems };
  if (!before) return { row, result: 'added', personId: newIds.get(row) ?? null, problems };
  return { row, result: differs(one) ? 'changed' : 'same', personId: before.id, problems };
}

function restOf(results: readonly Result[]) {
  const count = (wanted: Result['result']) => results.filter(({ result }) => result === wanted).length;
  return { same: count('same'), refused: count('refused') };
}

async function keep(
  client: ClientBase,
  { caller: { agencyId, by } }: Sending,
  written: readonly Judged[],
  newIds: ReadonlyMap<number, string>,
  now: Date,
): Promise<void> {
  await exec(client, sql.addCorrections, {
    ...{ agencyId, by, now, reason: 'API' },
    ids: written.map(() => newId(now)),
    personIds: written.map(({ before, row }) => before?.id ?? newIds.get(row)),
    befores: written.map(({ before }) => before && JSON.stringify(before)),
    afters: written.map(({ details }) => JSON.stringify(details)),
  });
}

async function tell(
  client: ClientBase,
  { caller: { agencyId, by, tokenId } }: Sending,
  { added, changed, same, refused }: Record<'added' | 'changed' | 'same' | 'refused', number>,
  now: Date,
): Promise<void> {
  const data = { added, changed, same, refuse: refused };
  await happened(client, { agencyId, at: now, actor: by, kind: 'roster.written', subject: tokenId, data });
}
