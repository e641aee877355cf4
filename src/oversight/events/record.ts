import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { exec, queries } from '../../platform/db/index.ts';
import { base32 } from '../../platform/ids.ts';
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
  const id = randomId();
  await exec(client, sql.add, { ...event, at, id, data: event.data ?? {} });
  return id;
}

/** 80 random bits: what is named like this does not tell when it was made. */
export function randomId(): string {
  return base32(randomBytes(10));
}
