import type { ClientBase } from 'pg';
import { happened } from '../../platform/events.ts';
import { agenciesOfAccount } from '../roles.ts';

export interface Told {
  accountId: string;
  at: Date;
  kind: string;
  data: Record<string, unknown>;
  /** Its owner, unless said otherwise. */
  by?: string;
}

/** A line in the trail of each institution for which the account works. In reach: all (`forAll`). */
export async function tell(client: ClientBase, { accountId, by, ...told }: Told): Promise<void> {
  const actor = by ?? `account:${accountId}`;
  for (const agencyId of await agenciesOfAccount(client, accountId, told.at))
    await happened(client, { ...told, agencyId, actor, subject: accountId });
}
