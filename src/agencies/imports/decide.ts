import type { ClientBase, Pool } from 'pg';
import * as z from 'zod';
import { type Client, exec, many, maybe, one, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sql as agencySql } from '../sql.ts';
import { unitsOf } from '../unit.ts';
import { sql } from './sql.ts';

const Head = z.object({
  id: z.string(),
  fileName: z.string(),
  uploadedAt: z.date(),
  decision: z.enum(['accepted', 'discarded']).nullable(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
});
/** A file that was read, and what became of it. */
export type ImportHead = z.output<typeof Head>;

export function importHead(client: Client, agencyId: string, importId: string): Promise<ImportHead | null> {
  return maybe(client, sql.importHead, { agencyId, importId }, Head);
}

const Open = Head.pick({ id: true, fileName: true, uploadedAt: true });

/** The last files that wait for a decision. */
export function openImports(client: Client, agencyId: string) {
  return many(client, sql.openImports, { agencyId }, Open);
}

export interface Deciding {
  agencyId: string;
  importId: string;
  by: string;
}

/**
 * The row of the institution is the lock: of two decisions at once the second waits, then finds the first.
 * @throws Refusal agencies.importUnknown (404), agencies.importDecided (409)
 */
export async function lockUndecided(
  client: ClientBase,
  { agencyId, importId }: Deciding,
): Promise<ImportHead> {
  await one(client, agencySql.lockAgency, { agencyId });
  const head = await importHead(client, agencyId, importId);
  if (!head) throw new Refusal('agencies.importUnknown', 404);
  if (head.decision) throw new Refusal('agencies.importDecided', 409);
  return head;
}

export async function decide(
  client: ClientBase,
  { agencyId, importId, by }: Deciding,
  decision: 'accepted' | 'discarded',
  counts: Readonly<Record<string, number>>,
  now: Date,
): Promise<void> {
  const row = { agencyId, importId, decision, by, now, counts };
  if ((await exec(client, sql.addDecision, row)) === 0) throw new Refusal('agencies.importDecided', 409);
  const kind = decision === 'accepted' ? 'roster.accepted' : 'roster.discarded';
  await happened(client, { agencyId, at: now, actor: by, kind, subject: importId, data: counts });
}

/** The file's rows stay as they were read; nothing of them reaches the roster. */
export function discardImport(pool: Pool, deciding: Deciding, now: Date): Promise<void> {
  return transaction(pool, async (client) => {
    await lockUndecided(client, deciding);
    await decide(client, deciding, 'discarded', {}, now);
  });
}

/**
 * Notes which unit a name in the file means; null: a new one. Answers to units that are not there are refused.
 * @throws Refusal agencies.roster.unit.parent-missing, agencies.importUnknown (404), agencies.importDecided (409)
 */
export function answerUnits(
  pool: Pool,
  deciding: Deciding,
  answers: readonly { key: string; unitId: string | null }[],
  now: Date,
): Promise<void> {
  const { agencyId, importId, by } = deciding;
  return transaction(pool, async (client) => {
    await lockUndecided(client, deciding);
    const known = new Set((await unitsOf(client, agencyId)).map((unit) => unit.id));
    for (const { key, unitId } of answers) {
      if (unitId !== null && !known.has(unitId))
        throw new Refusal('agencies.roster.unit.parent-missing', 422, { unit: key });
      await exec(client, sql.addAnswer, { agencyId, importId, id: newId(now), key, unitId, by, now });
    }
  });
}
