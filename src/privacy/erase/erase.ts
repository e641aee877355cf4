import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Why } from '../../evidence/index.ts';
import { exec, maybe, one, type Query, queries } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import sqlText from './erase.sql';

export const sql = queries(sqlText);

export interface Erasing {
  agencyId: string;
  personId: string;
  why: Why;
  by: string;
  /** The decision of two people (access.approval_request). */
  requestId: string;
}

/** Stands where name and number stood. */
export const GONE = '(dihapus)';

const Person = z.object({ name: z.string(), idNumber: z.string().nullable() });
const Count = z.object({ count: z.number() });

/**
 * Erases what is held of one person, in the caller's transaction, which does nothing after this. What counts stays: the
 * line in the audience without a name, the entry in the log, the standing. Invariant: whoever calls has seen that it may
 * be (`may-erase.ts`) and used up the approval. Crash point: all of it is one transaction.
 * @returns how many rows of each kind were touched, and what had to stay
 */
export async function erasePerson(
  client: ClientBase,
  { agencyId, personId, why, by, requestId }: Erasing,
  now: Date,
): Promise<Record<string, number>> {
  const about = { agencyId, personId };
  const person = await maybe(client, sql.who, about, Person);
  if (!person) throw new Refusal('agencies.personUnknown', 404);
  await takeRole(client, agencyId);
  const values = { ...about, name: person.name, idNumber: person.idNumber, why, requestId, now, gone: GONE };
  const counts: Record<string, number> = {};
  for (const step of STEPS) counts[step] = await exec(client, sql[step], only(sql[step], values));
  counts.sheetFilesLeft = (await one(client, sql.sheetFilesLeft, about, Count)).count;
  await exec(client, sql.addErasure, { ...about, requestId, why, by, now, counts });
  const data = { records: counts.records, kind: why };
  await happened(client, { agencyId, at: now, actor: by, kind: 'person.erased', subject: personId, data });
  return counts;
}

/** In this order: what others hang on is emptied before it is deleted. */
const STEPS = [
  ...[
    'records',
    'pdfs',
    'stampedPdfs',
    'recordBytes',
    'roster',
    'rosterChanges',
    'corrections',
    'importFiles',
  ],
  ...['additions', 'statuses', 'moves', 'moveDecisions'],
  ...['audiences', 'exemptions', 'declinings', 'presences', 'symbolic', 'absent', 'slips', 'links', 'codes'],
  ...['passkeyRemovals', 'passkeys', 'certifiedFiles', 'scanDecisions', 'scans', 'sheetFiles', 'queued'],
  ...[
    'reminders',
    'answers',
    'events',
    'approvals',
    'approvalNotes',
    'requests',
    'answersToRequests',
    'holdEndings',
    'holds',
  ],
];

function only(query: Query | undefined, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries((query?.params ?? []).map((name) => [name, values[name]]));
}

/**
 * From here to the end of the transaction. Attacker: whoever can run SQL as the server. The role is granted to the owner,
 * whose session the server's is, so this keeps mistakes and wrong statements out, not somebody who holds the password.
 */
export async function takeRole(client: ClientBase, agencyId: string): Promise<void> {
  const { there } = await one(client, sql.eraserThere, {}, z.object({ there: z.boolean() }));
  await one(client, sql.reach, { agencyId });
  if (there) await exec(client, sql.asEraser);
}
