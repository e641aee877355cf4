import type { ClientBase } from 'pg';
import { exec, queries } from './db/index.ts';
import sqlText from './events.sql';
import { newId } from './ids.ts';

const sql = queries(sqlText);

export interface Happened {
  agencyId: string;
  at: Date;
  /** account:ID, person:ID, tablet:ID, token:ID, system */
  actor: string;
  /** slice.verb, for example campaign.opened */
  kind: string;
  subject: string;
  data?: Record<string, unknown>;
}

/** One line of the audit trail and what hooks are to be told of it, in the transaction of the change. */
export async function happened(client: ClientBase, event: Happened): Promise<void> {
  const { agencyId, at, actor, kind, subject, data = {} } = event;
  await exec(client, sql.addEvent, { agencyId, id: newId(at), at, actor, kind, subject, data });
}

/** Something grew, of which only hooks are told, and not twice while they have yet to hear it: log.head. */
export async function nudge(
  client: ClientBase,
  { agencyId, at, kind, subject }: Pick<Happened, 'agencyId' | 'at' | 'kind' | 'subject'>,
): Promise<void> {
  await exec(client, sql.nudge, { agencyId, id: newId(at), at, kind, subject });
}
