import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Staff } from '../../../access/index.ts';
import { actor } from '../../../access/index.ts';
import { type Client, many, maybe, one } from '../../../platform/db/index.ts';
import { dateIn, type Zone } from '../../../platform/format.ts';
import { recorded } from '../../events/record.ts';
import { toText } from '../../seal/index.ts';
import type { CaseSeen } from '../seen.ts';
import { sql } from './sql.ts';

const Sealed = z.instanceof(Buffer).transform(toText);
const Message = z.object({
  n: z.number(),
  audience: z.enum(['dialogue', 'team', 'own', 'identity']),
  sender: z.string(),
  keyId: z.string().nullable(),
  sealed: Sealed,
  day: z.string(),
});
const Note = z.object({ n: z.number(), by: z.string(), sealed: Sealed });
const Access = z.object({ keyId: z.string(), sealed: Sealed, givenBy: z.string() });
const File = z.object({
  id: z.string(),
  parts: z.number(),
  messageN: z.number().nullable(),
  day: z.string(),
  held: z.number(),
});
export type CaseContents = Awaited<ReturnType<typeof contentsOf>>;

/** Everything sealed that this account may be handed, for its browser to open. The caller asked `caseSeen` before. */
export async function contentsOf(client: Client, agencyId: string, seen: CaseSeen) {
  const { id: caseId, keyIds } = seen;
  const own = { agencyId, caseId, keyIds };
  return {
    agency: agencyId,
    case: caseId,
    accesses: await many(client, sql.accesses, own, Access),
    messages: await many(client, sql.messages, own, Message),
    notes: await many(client, sql.notes, { agencyId, caseId }, Note),
    files: await many(client, sql.files, { agencyId, caseId }, File),
    next: await nextN(client, agencyId, caseId),
  };
}

export async function nextN(client: Client, agencyId: string, caseId: string): Promise<number> {
  return (await one(client, sql.nextN, { agencyId, caseId }, z.object({ n: z.number() }))).n;
}

/**
 * That somebody was handed what is in a case: once a day for each account, and again when something new was in it. Every
 * single request would fill the log with reloads and tell no more.
 */
export async function readingRecorded(
  client: ClientBase,
  staff: Staff,
  read: { caseId: string; upTo: number; zone: Zone },
  now: Date,
): Promise<void> {
  const { caseId, upTo, zone } = read;
  const place = { agencyId: staff.agencyId, caseId, actor: actor(staff) };
  const Last = z.object({ upTo: z.number().nullable(), at: z.date().nullable() });
  const last = await maybe(client, sql.lastRead, place, Last);
  const today = last?.at && dateIn(last.at, zone) === dateIn(now, zone);
  if (today && (last.upTo ?? -1) >= upTo) return;
  await recorded(client, { ...place, at: now, kind: 'case.read', data: { upTo } });
}

export async function partOf(
  client: Client,
  place: { agencyId: string; caseId: string; id: string; n: number },
): Promise<Buffer | null> {
  const Part = z.object({ sealed: z.instanceof(Buffer) });
  return (await maybe(client, sql.part, place, Part))?.sealed ?? null;
}
