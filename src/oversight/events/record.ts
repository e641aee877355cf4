import type { ClientBase } from 'pg';
import { exec, queries } from '../../platform/db/index.ts';
import { newRandomId } from '../seal/index.ts';
import sqlText from './events.sql';

const sql = queries(sqlText);

export interface CaseEvent {
  agencyId: string;
  caseId: string | null;
  /** Of what a reporter does the day alone is kept. */
  at: Date;
  /** account:ID, reporter, system */
  actor: string;
  /** case.verb, key.verb, recipient.verb, channel.verb */
  kind: string;
  /** Codes, ids and days; never words about people. */
  data?: Record<string, unknown>;
}

/**
 * One event, in the transaction of what happened. Read by those of the case alone; its commitment is logged later.
 * @returns its id
 */
export async function recorded(client: ClientBase, event: CaseEvent): Promise<string> {
  const at = event.actor === 'reporter' ? new Date(event.at.toISOString().slice(0, 10)) : event.at;
  const id = newRandomId();
  await exec(client, sql.add, { ...event, at, id, data: event.data ?? {} });
  return id;
}
