import type { ClientBase } from 'pg';
import { exec } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { type Screen, sql } from './screen.ts';

/** Its addresses open nothing any more. Closing twice changes nothing. */
export async function closeScreen(client: ClientBase, screen: Screen, by: string, now: Date): Promise<void> {
  const { agencyId, id, ceremonyId, site } = screen;
  if ((await exec(client, sql.closeScreen, { agencyId, id, by, now })) === 0) return;
  const data = { site };
  await happened(client, { agencyId, at: now, actor: by, kind: 'screen.closed', subject: ceremonyId, data });
}
