import type { Pool } from 'pg';
import * as z from 'zod';
import { type Client, exec, forAll, many, maybe, one, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sql } from './sql.ts';
import { recordStatus } from './status.ts';

const Row = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  idNumber: z.string(),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  otherAgency: z.string(),
  proposedAt: z.date(),
  decision: z.enum(['left', 'stays']).nullable(),
  reason: z.string().nullable(),
  decidedAt: z.date().nullable(),
});
/** Somebody of this institution's own roster who stands on another's too. */
export type Move = z.output<typeof Row>;
export type Side = 'in' | 'out';

export const MOVES_PAGE = 50;

/** Undecided ones first. */
export async function movesOf(client: Client, agencyId: string, side: Side, page: number) {
  const limits = { limit: MOVES_PAGE, offset: (page - 1) * MOVES_PAGE };
  const moves = await many(client, sql.moves, { agencyId, side, ...limits }, Row);
  const { count } = await one(client, sql.countMoves, { agencyId, side }, z.object({ count: z.number() }));
  return { moves, total: count };
}

export interface MoveDecision {
  agencyId: string;
  moveId: string;
  decision: 'left' | 'stays';
  /** The first day elsewhere; only for `left`. */
  from: string;
  reason: string;
  by: string;
}

const Open = z.object({ id: z.string(), personId: z.string(), otherAgency: z.string() });

/**
 * The old institution says whether the person left. Both sides are told in one transaction, so it reaches across; what it
 * writes elsewhere is the answer to that side's own row. @throws Refusal agencies.moves.decided (409), and as recordStatus
 */
export function decideMove(pool: Pool, asked: MoveDecision, today: string, now: Date): Promise<void> {
  const { agencyId, moveId, decision, by } = asked;
  const reason = asked.reason.trim().slice(0, 500);
  if (reason === '') throw new Refusal('agencies.moves.reason', 422);
  return forAll(() =>
    transaction(pool, async (client) => {
      const move = await maybe(client, sql.openMove, { agencyId, moveId }, Open);
      if (!move) throw new Refusal('agencies.moves.decided', 409);
      const { personId, otherAgency } = move;
      for (const side of [agencyId, otherAgency]) {
        const row = {
          agencyId: side,
          moveId,
          decision,
          reason,
          by: side === agencyId ? by : `agency:${agencyId}`,
          now,
        };
        if ((await exec(client, sql.addMoveDecision, row)) === 0)
          throw new Refusal('agencies.moves.decided', 409);
      }
      const data = { decision, reason };
      await happened(client, {
        agencyId,
        at: now,
        actor: by,
        kind: 'person.moveDecided',
        subject: personId,
        data,
      });
      const status = {
        agencyId,
        personId,
        kind: 'moved',
        from: asked.from,
        until: null,
        reason,
        by,
      } as const;
      if (decision === 'left') await recordStatus(client, status, today, now);
    }),
  );
}
