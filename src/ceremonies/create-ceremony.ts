import type { ClientBase } from 'pg';
import { campaignOf, refuseProblems } from '../campaigns/index.ts';
import { exec } from '../platform/db/index.ts';
import { happened } from '../platform/events.ts';
import { newId } from '../platform/ids.ts';
import { sql } from './ceremony.ts';
import { type CeremonyValues, checkCeremony } from './check-ceremony.ts';

export interface NewCeremony extends CeremonyValues {
  agencyId: string;
  campaignId: string;
  isExample: boolean;
  by: string;
  id?: string;
}

/**
 * @returns its id
 * @throws Refusal with the first problem of {@link checkCeremony}; campaigns.unknown (404)
 */
export async function createCeremony(client: ClientBase, ceremony: NewCeremony, now: Date): Promise<string> {
  const { agencyId, campaignId, by, id = newId(now), kind, title, heldOn, heldOnStatus } = ceremony;
  refuseProblems(checkCeremony(ceremony));
  await campaignOf(client, agencyId, campaignId);
  await exec(client, sql.addCeremony, { ...ceremony, id, now });
  const data = { campaignId, kind, title, heldOn, heldOnStatus };
  await happened(client, { agencyId, at: now, actor: by, kind: 'ceremony.created', subject: id, data });
  return id;
}
