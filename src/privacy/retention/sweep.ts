import { agencyIds } from '../../agencies/index.ts';
import { exec, forAgency, forAll, type Query, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import type { Platform } from '../../platform/platform.ts';
import { rounds } from '../../platform/rounds.ts';
import { takeRole } from '../erase/erase.ts';
import { beforeOf, blockOf } from './due.ts';
import { periodsOf, sql } from './periods.ts';

const EVERY_MS = 6 * 3_600_000;

/** Removes what may go by itself, every few hours; two processes that do it at once find nothing left to do. */
export function startSweep(platform: Platform, log: (line: string) => void): { stop(): Promise<void> } {
  const round = () =>
    sweep(platform).catch((error: unknown) =>
      log(`Retention: ${error instanceof Error ? error.message : String(error)}`),
    );
  return rounds(round, EVERY_MS);
}

/** @returns how many rows were removed, by institution and rule; sessions belong to none */
export async function sweep(platform: Platform): Promise<Map<string, Record<string, number>>> {
  const swept = new Map<string, Record<string, number>>();
  const ids = await forAll(() => agencyIds(platform.pool));
  for (const agencyId of ids) {
    const removed = await forAgency(agencyId, () => sweepAgency(platform, agencyId));
    if (Object.keys(removed).length > 0) swept.set(agencyId, removed);
  }
  const sessions = await forAll(() => sweepSessions(platform));
  if (sessions > 0) swept.set('', { session: sessions });
  return swept;
}

function sweepAgency({ pool, now }: Platform, agencyId: string): Promise<Record<string, number>> {
  return transaction(pool, async (client) => {
    const at = now();
    const periods = await periodsOf(client, agencyId);
    const removed: Record<string, number> = {};
    await takeRole(client, agencyId);
    for (const rule of periods.filter(({ by, id }) => by === 'itself' && id !== 'session')) {
      const query = sql[`remove${blockOf(rule)}`] as Query;
      const count = await exec(client, query, { agencyId, before: beforeOf(rule, at) });
      if (count > 0) removed[rule.id] = count;
    }
    if (Object.keys(removed).length > 0) {
      const text = Object.entries(removed).map(([id, count]) => `${id} ${count}`);
      const data = { text: text.join(', ') };
      await happened(client, {
        agencyId,
        at,
        actor: 'system',
        kind: 'privacy.swept',
        subject: agencyId,
        data,
      });
    }
    return removed;
  });
}

async function sweepSessions({ pool, now }: Platform): Promise<number> {
  const [rule] = (await periodsOf(pool, '')).filter(({ id }) => id === 'session');
  return rule ? exec(pool, sql.removeSession, { before: beforeOf(rule, now()) }) : 0;
}
