import { z } from 'zod';
import { agencyOn } from '../../agencies/index.ts';
import { type Client, many, one, queries } from '../../platform/db/index.ts';
import sqlText from './own-data.sql';

const sql = queries(sqlText);

const text = z.string();
const some = z.string().nullable();
const moment = z.date();
const moments = z.date().nullable();
const identity = {
  ...{ idKind: text, idNumber: some, name: text, category: text, rank: some, post: some, postStatus: text },
};
const rows = {
  roster: z.object({
    id: text,
    ...identity,
    unit: text,
    unitId: text,
    email: some,
    status: text,
    changedAt: moment,
  }),
  audiences: z.object({
    ...{ campaign: text, title: text, pinnedAt: moments, unitId: text, unit: text, employer: text },
    ...identity,
    ...{ exemptedWhy: some, exemptedAt: moments, declinedNote: some, declinedAt: moments },
  }),
  signatures: z.object({
    ...{ campaign: text, title: text, receipt: text, method: text, signedAt: moment, logIndex: z.number() },
    ...{
      log: text,
      verifyUrl: text,
      record: text.transform((json): unknown => JSON.parse(json)),
      salt: text,
    },
  }),
  attendance: z.object({ title: text, heldOn: some, what: text, reason: some, how: some, at: moment }),
  reminders: z.object({
    ...{
      campaign: text,
      channel: text,
      dueAt: moment,
      sentAt: moments,
      failedAt: moments,
      bouncedAt: moments,
    },
    why: some,
  }),
  means: z.object({ kind: z.enum(['slip', 'link', 'code', 'passkey', 'scan']), campaign: some, at: moment }),
  reads: z.object({ at: moment, what: text, who: text, roles: z.array(text) }),
  lists: z.object({ list: text, times: z.number(), last: moment, readers: z.number() }),
  corrections: z.object({ at: moment, reason: text, before: z.unknown(), after: z.unknown() }),
  imports: z.object({ at: moment, fileName: text, before: z.unknown(), after: z.unknown() }),
  requests: z.object({
    ...{ id: text, what: text, askedAt: moment, outcome: z.enum(['done', 'refused']).nullable() },
    ...{ reason: some, recordNote: some, answeredAt: moments },
  }),
  events: z.object({ at: moment, kind: text, own: z.boolean() }),
};

/** Everything about one person at one institution, in the shape of docs/formats/own-data.md. */
export async function ownData(client: Client, agencyId: string, personId: string, now: Date) {
  const about = { agencyId, personId };
  const { id, name, zone } = await agencyOn(client, agencyId, null);
  const roster = await one(client, sql.roster, about, rows.roster);
  const audiences = await many(client, sql.audiences, about, rows.audiences);
  const unitIds = [...new Set([roster.unitId, ...audiences.map(({ unitId }) => unitId)])];
  return {
    format: 'ikrar/own-data/v1' as const,
    madeAt: now,
    institution: { id, name, zone },
    roster,
    audiences,
    signatures: await many(client, sql.signatures, about, rows.signatures),
    attendance: await many(client, sql.attendance, about, rows.attendance),
    reminders: await many(client, sql.reminders, about, rows.reminders),
    means: await many(client, sql.means, about, rows.means),
    reads: await many(client, sql.reads, about, rows.reads),
    lists: await many(client, sql.lists, { agencyId, unitIds }, rows.lists),
    corrections: await many(client, sql.corrections, about, rows.corrections),
    imports: await many(client, sql.imports, about, rows.imports),
    requests: await many(client, sql.requests, about, rows.requests),
    events: await many(client, sql.events, about, rows.events),
  };
}
export type OwnData = Awaited<ReturnType<typeof ownData>>;
