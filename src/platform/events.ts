import type { ClientBase } from 'pg';
import { newId } from './ids.ts';

export interface Happened {
  agencyId: string;
  at: Date;
  /** account:ID, person:ID, tablet:ID, system */
  actor: string;
  /** slice.verb, for example campaign.opened */
  kind: string;
  subject: string;
  data?: Record<string, unknown>;
}

/** One line of the audit trail, in the transaction of the change it tells of. */
export async function happened(client: ClientBase, event: Happened): Promise<void> {
  await client.query(
    `insert into platform.event (agency_id, id, at, actor, kind, subject, data) values ($1,$2,$3,$4,$5,$6,$7)`,
    [event.agencyId, newId(event.at), event.at, event.actor, event.kind, event.subject, event.data ?? {}],
  );
}
