import { z } from 'zod';
import { type Client, many } from '../../platform/db/index.ts';
import { type CaseClock, clocksOf, isOpen } from './clocks-of.ts';
import { groundOf, ownDaysOf } from './ground.ts';
import { sql } from './sql.ts';
import { calendarOf } from './untold.ts';

/** How one case stands by its clocks. */
export interface CaseDue {
  readonly caseId: string;
  /** All of them, the ended ones too. */
  readonly clocks: readonly CaseClock[];
  /** The open one that is due first; null for a closed case. */
  readonly first: CaseClock | null;
  /** Days for which the case has stood still: behind its first deadline, or without any clock or reason. 0: it has not. */
  readonly stalledDays: number;
}

/** The clocks of these cases. The caller has checked that who asks may see them. */
export async function dueOf(
  client: Client,
  agencyId: string,
  caseIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, CaseDue>> {
  if (caseIds.length === 0) return new Map();
  const own = await ownDaysOf(client, agencyId);
  const cases = await groundOf(client, { agencyId, caseIds, closedSince: null });
  return new Map(
    cases.map((one) => {
      const clocks = clocksOf(one, own, calendarOf(), today);
      return [one.caseId, { caseId: one.caseId, clocks, ...standing(clocks) }] as const;
    }),
  );
}

function standing(clocks: readonly CaseClock[]): Pick<CaseDue, 'first' | 'stalledDays'> {
  const open = clocks.filter(isOpen).sort((a, b) => (a.due < b.due ? -1 : 1));
  const waiting = open.filter(({ state }) => state !== 'paused');
  const late = open.filter(({ state }) => state === 'overdue').map(({ lateBy }) => lateBy);
  return { first: waiting[0] ?? open[0] ?? null, stalledDays: Math.max(0, ...late) };
}

/** Names of accounts by `account:ID`, for who paused or set something. */
export async function namesOf(
  client: Client,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = actors.filter((one) => one.startsWith('account:')).map((one) => one.slice('account:'.length));
  const rows = await many(
    client,
    sql.accountNames,
    { ids },
    z.object({ actor: z.string(), name: z.string() }),
  );
  return new Map(rows.map(({ actor, name }) => [actor, name]));
}
