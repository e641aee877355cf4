import { exec, transaction } from '../../../platform/db/index.ts';
import { happened } from '../../../platform/events.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Signatory } from '../../may-sign.ts';
import { sql } from './passkey.ts';

/** From now on it signs nothing; what it signed stays. A second time, or somebody else's, changes nothing. */
export async function removePasskey(
  platform: Platform,
  { agency, person }: Signatory,
  id: string,
): Promise<void> {
  const [agencyId, { personId }, now] = [agency.id, person, platform.now()];
  const by = `person:${personId}`;
  await transaction(platform.pool, async (client) => {
    const removed = await exec(client, sql.removePasskey, { agencyId, id, personId, by, now });
    if (removed === 0) return;
    const data = { id: id.slice(0, 32) };
    await happened(client, {
      agencyId,
      at: now,
      actor: by,
      kind: 'passkey.removed',
      subject: personId,
      data,
    });
  });
}
