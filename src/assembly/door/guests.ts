import type { ClientBase } from 'pg';
import { z } from 'zod';
import { checkLine, type Problem, refuseProblems } from '../../campaigns/index.ts';
import { ceremonyHead, PRESENCE_WAYS, type PresenceWay } from '../../ceremonies/index.ts';
import { type Client, exec, many, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './guests.sql';

const sql = queries(sqlText);

const GUEST_KINDS = ['invited', 'employee'] as const;
export const GUEST_STANDINGS = ['present', 'late'] as const;

/** Somebody of no audience here: by name, or a group by number, always under their own employer. */
export interface NewGuest {
  kind: (typeof GUEST_KINDS)[number];
  /** null for a group */
  name: string | null;
  /** null for one person */
  count: number | null;
  employer: string;
  /** Office or post; of a group, who they are. */
  office: string | null;
  standing: (typeof GUEST_STANDINGS)[number];
  how: PresenceWay;
  site: string | null;
}

const GuestRow = z.object({
  id: z.string(),
  kind: z.enum(GUEST_KINDS),
  name: z.string().nullable(),
  count: z.number().nullable(),
  employer: z.string(),
  office: z.string().nullable(),
  standing: z.enum(GUEST_STANDINGS),
  how: z.enum(PRESENCE_WAYS),
  site: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.date(),
});
export type GuestRecord = z.output<typeof GuestRow>;

interface At {
  agencyId: string;
  ceremonyId: string;
  by: string;
}

/**
 * Records a guest, once for each `id`: of somebody who was withdrawn it is a new row.
 * @param id from what identifies them, or from the form that was sent
 * @throws Refusal ceremonies.unknown (404), door.guestWho, door.employerNeeded, door.badCount
 */
export async function recordGuest(
  client: ClientBase,
  at: At,
  guest: NewGuest,
  now: Date,
  id: string,
): Promise<void> {
  refuseProblems(guestProblems(guest));
  await ceremonyHead(client, at.agencyId, at.ceremonyId);
  if ((await exec(client, sql.addGuest, { ...at, ...guest, id, now })) > 0)
    await told(client, at, { kind: guest.kind }, now);
}

export function guestProblems({ name, count, employer, office }: NewGuest): Problem[] {
  const whole = count === null || (Number.isInteger(count) && count > 0 && count <= 100_000);
  return [
    ...(name === null && count === null ? [{ field: 'name', code: 'door.guestWho' }] : []),
    ...(name === null && count !== null && !office ? [{ field: 'office', code: 'door.groupWho' }] : []),
    ...(whole ? [] : [{ field: 'count', code: 'door.badCount' }]),
    ...(employer === '' ? [{ field: 'employer', code: 'door.employerNeeded' }] : []),
    ...checkLine('name', name ?? '', 200),
    ...checkLine('employer', employer, 300),
    ...checkLine('office', office ?? '', 300),
  ];
}

/** A guest recorded by mistake. The row stays; the newest says that they do not count. */
export async function withdrawGuest(client: ClientBase, at: At, id: string, now: Date): Promise<void> {
  if ((await exec(client, sql.withdrawGuest, { ...at, id, now })) === 0)
    throw new Refusal('door.guestUnknown', 404);
  await told(client, at, { withdrawn: id }, now);
}

/** Everybody who counts, in the order in which they were recorded. */
export function guestRecords(client: Client, agencyId: string, ceremonyId: string): Promise<GuestRecord[]> {
  return many(client, sql.guests, { agencyId, ceremonyId }, GuestRow);
}

/** The guests of a ceremony for its minutes: never of the audience, never in its denominator. */
export async function guestsOf(
  client: Client,
  agencyId: string,
  ceremonyId: string,
): Promise<{ name: string | null; who: string | null; employer: string; number: number | null }[]> {
  const guests = await guestRecords(client, agencyId, ceremonyId);
  return guests.map(({ name, office, employer, count }) => ({ name, who: office, employer, number: count }));
}

function told(client: ClientBase, at: At, data: Record<string, string>, now: Date): Promise<void> {
  const { agencyId, ceremonyId, by } = at;
  return happened(client, { agencyId, at: now, actor: by, kind: 'door.guest', subject: ceremonyId, data });
}
