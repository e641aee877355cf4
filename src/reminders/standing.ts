import { z } from 'zod';
import { type Client, many } from '../platform/db/index.ts';
import { sql } from './plan.ts';

/** How somebody stands who has neither signed nor declined nor was exempted, by the last message to them. */
export const STATES = ['none', 'sent', 'waiting', 'failed', 'bounced', 'noMail', 'away'] as const;
export type State = (typeof STATES)[number];

/** Whom only somebody at their unit can remind. */
export const BY_HAND: readonly State[] = ['noMail', 'bounced', 'failed'];

const Person = z.object({
  personId: z.string(),
  name: z.string(),
  unitName: z.string(),
  hasMail: z.boolean().nullable(),
  channel: z.enum(['mail', 'hook']).nullable(),
  seq: z.number().nullable(),
  sentAt: z.date().nullable(),
  dueAt: z.date().nullable(),
  why: z.string().nullable(),
  state: z.enum(STATES),
});
export type StandingPerson = z.output<typeof Person>;

/** `unitIds` null: the whole institution. */
export interface Of {
  agencyId: string;
  campaignId: string;
  unitIds: readonly string[] | null;
}

export function peopleOf(
  client: Client,
  of: Of,
  page: { state: State | null; limit: number; offset: number },
): Promise<StandingPerson[]> {
  return many(client, sql.people, { ...of, ...page }, Person);
}

const Count = z.object({ state: z.enum(STATES), people: z.number(), oldest: z.date().nullable() });

export interface Standings {
  people: Readonly<Record<State, number>>;
  /** When the last was sent to whoever is next to get another under the cap. */
  oldest: Date | null;
}

export async function standingsOf(client: Client, of: Of, cap: number): Promise<Standings> {
  const none = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>;
  const found = await many(client, sql.states, { ...of, cap }, Count);
  const people = { ...none, ...Object.fromEntries(found.map((row) => [row.state, row.people])) };
  return { people, oldest: found.find(({ state }) => state === 'sent')?.oldest ?? null };
}

const MessageCount = z.object({
  level: z.enum(['person', 'unit', 'head']),
  channel: z.enum(['mail', 'hook']),
  sent: z.number(),
  bounced: z.number(),
  failed: z.number(),
  waiting: z.number(),
});
export type MessageCount = z.output<typeof MessageCount>;

export function messageCounts(client: Client, of: Of): Promise<MessageCount[]> {
  return many(client, sql.messageCounts, { ...of }, MessageCount);
}

const StaffMessage = z.object({
  level: z.enum(['unit', 'head']),
  name: z.string(),
  seq: z.number(),
  sentAt: z.date().nullable(),
  bouncedAt: z.date().nullable(),
  failedAt: z.date().nullable(),
  dueAt: z.date(),
  why: z.string().nullable(),
});
export type StaffMessage = z.output<typeof StaffMessage>;

export function staffMessages(client: Client, agencyId: string, campaignId: string): Promise<StaffMessage[]> {
  return many(client, sql.staffMessages, { agencyId, campaignId }, StaffMessage);
}

const Turn = z.object({
  channel: z.enum(['mail', 'hook']),
  leaseUntil: z.date(),
  haltedWhy: z.string(),
});
export type HaltedTurn = z.output<typeof Turn>;

/** Channels whose server takes nothing at present, and when it is tried again. */
export function haltedTurns(client: Client, agencyId: string, campaignId: string): Promise<HaltedTurn[]> {
  return many(client, sql.turns, { agencyId, campaignId }, Turn);
}
