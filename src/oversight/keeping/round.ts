import type { ClientBase } from 'pg';
import { agencyIds } from '../../agencies/index.ts';
import { forAgency, forAll, many, transaction } from '../../platform/db/index.ts';
import { dateIn } from '../../platform/format.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { rounds } from '../../platform/rounds.ts';
import { deleteCase } from './delete-case.ts';
import { Standing, sql, standingOf } from './keep.ts';

const EVERY_MS = 3_600_000;
/** A day is over when it is over in all of Indonesia. */
const LAST_ZONE = 'Asia/Jakarta';

/** Deletes the cases whose period is over, or about which two people decided so, and which nobody holds. */
export function startKeeping(platform: Platform, log: (line: string) => void): { stop(): Promise<void> } {
  const round = () =>
    deleteDue(platform).catch((error: unknown) =>
      log(`Retention of cases: ${error instanceof Error ? error.message : String(error)}`),
    );
  return rounds(round, EVERY_MS);
}

/** @returns how many cases were deleted */
export async function deleteDue(platform: Platform): Promise<number> {
  const today = dateIn(platform.now(), LAST_ZONE);
  let deleted = 0;
  for (const agencyId of await forAll(() => agencyIds(platform.pool)))
    deleted += await forAgency(agencyId, () => deleteAt(platform, agencyId, today));
  return deleted;
}

async function deleteAt({ pool, now }: Platform, agencyId: string, today: string): Promise<number> {
  let deleted = 0;
  for (const { caseId } of await many(pool, sql.standing, { agencyId, caseId: null, today }, Standing)) {
    const place = { agencyId, caseId };
    try {
      if (await transaction(pool, (client) => deleteOne(client, place, today, now()))) deleted += 1;
    } catch (error) {
      // What the log does not hold yet it holds tomorrow; and another worker may have been quicker.
      if (!(error instanceof Refusal) || error.status !== 409) throw error;
    }
  }
  return deleted;
}

/** A hold may have come meanwhile: it is asked again, here. */
async function deleteOne(
  client: ClientBase,
  place: { agencyId: string; caseId: string },
  today: string,
  now: Date,
): Promise<boolean> {
  const standing = await standingOf(client, place, today);
  if (!standing) return false;
  const { held, decided, dueOn, closedOn } = standing;
  const over = dueOn !== null && dueOn < today;
  if (held || !(decided || over)) return false;
  await deleteCase(client, { ...place, rule: decided ?? 'period', closedOn }, now);
  return true;
}
