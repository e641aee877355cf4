import { createHash } from 'node:crypto';
import { type Client, exec, queries } from './db/index.ts';
import { newId } from './ids.ts';
import sqlText from './reads.sql';

const sql = queries(sqlText);

/** Pages that show one person to staff. */
export type ReadOfOne = 'details' | 'standing' | 'scan' | 'slip' | 'privacy';
/** Pages and files that show many. */
export type ReadOfMany = 'roster' | 'remaining' | 'slips' | 'attendance' | 'scans' | 'export';

export interface PersonRead {
  agencyId: string;
  personId: string;
  /** account:ID */
  actor: string;
  what: ReadOfOne;
}

/** Staff looked at one person's record: an event that this person can see, at most once a day for each what. */
export async function personRead(client: Client, read: PersonRead, now: Date): Promise<void> {
  const { agencyId, personId, actor, what } = read;
  const data = { key: what, day: dayOf(now), read: what };
  const row = { agencyId, id: newId(now), at: now, actor, kind: 'person.read', subject: personId, data };
  await exec(client, sql.addRead, row);
}

export interface PeopleRead {
  agencyId: string;
  actor: string;
  list: ReadOfMany;
  /** Null: the whole institution. */
  unitIds: readonly string[] | null;
  /** Null where only some were asked for and the number is not known. */
  count: number | null;
  /** Only that a name or number was searched for is kept, not which. */
  searched?: boolean;
}

/** Staff looked at a list: one event with its units and number, not one for each person. */
export async function peopleRead(client: Client, read: PeopleRead, now: Date): Promise<void> {
  const { agencyId, actor, list, unitIds, count, searched = false } = read;
  const key = createHash('sha256')
    .update(JSON.stringify([unitIds, searched]))
    .digest('hex')
    .slice(0, 16);
  const data = { key, day: dayOf(now), read: list, unitIds, count, searched };
  const row = { agencyId, id: newId(now), at: now, actor, kind: 'people.read', subject: list, data };
  await exec(client, sql.addRead, row);
}

/** Of UTC: it only keeps an afternoon of clicks from becoming a hundred rows. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
