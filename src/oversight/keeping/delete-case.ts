import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { OVERSIGHT_LOG } from '../../evidence/index.ts';
import { exec, many, one, type Query, queries } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { takeRole } from '../../privacy/index.ts';
import { recorded } from '../events/record.ts';
import sqlText from './delete-case.sql';

const sql = queries(sqlText);

export interface Deleting {
  agencyId: string;
  caseId: string;
  rule: 'period' | 'asked' | 'court' | 'mistake';
  /** YYYY-MM-DD, null where a court said so before the case was closed. */
  closedOn: string | null;
}

/** In this order: what others hang on goes after them. */
const DELETED = [
  ...[
    'handOffResults',
    'handOffs',
    'documents',
    'holdEndings',
    'holds',
    'accessEndings',
    'accesses',
    'recusals',
  ],
  ...['fileParts', 'files', 'messages', 'mailboxes', 'fired', 'events'],
] as const;

/** Facts of a step that are counted in figures: codes of the register, never an account, a case, a name or a day. */
export const COUNTED = [
  ...[
    'kind',
    'election',
    'region',
    'category',
    'group',
    'item',
    'level',
    'levels',
    'criminal',
    'side',
    'beside',
  ],
  ...['to', 'from', 'reason', 'sanction', 'outcome', 'decider', 'head'],
];

const Entry = z.object({ idx: z.number(), what: z.string(), entry: z.instanceof(Buffer) });

/**
 * Deletes what is held of a case, in the caller's transaction, which does nothing after this. The case's line and its
 * bare steps stay for the figures. Left behind is one event: by which rule, how many rows of each kind, and the digest of
 * the entries of the log that mean nothing from now on. Invariant: whoever calls has seen that no hold stands. Crash
 * point: all of it is one transaction.
 * @returns the event's id
 * @throws Refusal keeping.notLogged, keeping.deleted (409)
 */
export async function deleteCase(client: ClientBase, deleting: Deleting, now: Date): Promise<string> {
  const { agencyId, caseId, rule, closedOn } = deleting;
  const of = { agencyId, caseId };
  await takeRole(client, agencyId);
  const waiting = await one(client, sql.notLogged, of, z.object({ count: z.number() }));
  if (waiting.count > 0) throw new Refusal('keeping.notLogged', 409);
  const entries = await many(client, sql.entries, { ...of, log: OVERSIGHT_LOG }, Entry);
  const digest = createHash('sha256');
  for (const { entry } of entries) digest.update(entry);
  const data = {
    rule,
    closedOn,
    rows: countsOf(entries),
    entries: entries.length,
    digest: digest.digest('hex'),
  };
  const event = { ...of, at: now, actor: 'system', kind: 'case.deleted', data };
  const eventId = await recorded(client, event);
  const day = now.toISOString().slice(0, 10);
  if ((await exec(client, sql.addDeletion, { ...of, eventId, rule, day })) === 0)
    throw new Refusal('keeping.deleted', 409);
  const values = { ...of, eventId, idxs: entries.map(({ idx }) => idx), counted: COUNTED };
  for (const step of ['logged', ...DELETED, 'steps', 'requests', 'decisions'])
    await exec(client, sql[step], only(sql[step], values));
  return eventId;
}

function countsOf(entries: readonly { what: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what } of entries) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}

function only(query: Query | undefined, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries((query?.params ?? []).map((name) => [name, values[name]]));
}
