import type { ClientBase } from 'pg';
import { exec } from '../../../platform/db/index.ts';
import { endOtherSessions } from '../../sessions/sessions.ts';
import { sql } from '../sql.ts';
import { tell } from '../tell.ts';

/**
 * Passkeys, links with a provider, recovery codes and sessions of an account end; its password stays. Attacker: who was
 * in an account for an hour and left a way of their own. In reach: all.
 */
export async function revokeWays(
  client: ClientBase,
  { accountId, by }: { accountId: string; by: string },
  at: Date,
): Promise<void> {
  const ended = [
    await exec(client, sql.dropPasskeys, { accountId }),
    await exec(client, sql.dropIdentities, { accountId }),
    await exec(client, sql.dropCodes, { accountId }),
    await endOtherSessions(client, accountId, null),
  ];
  const data = { count: ended.reduce((sum, count) => sum + count, 0) };
  await tell(client, { accountId, at, kind: 'account.waysRevoked', by, data });
}
