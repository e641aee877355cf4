import type { ClientBase } from 'pg';
import { exec, queries } from '../platform/db/index.ts';
import { createCeremony, type NewCeremony } from './create-ceremony.ts';
import { ceremonyHead } from './find-ceremony.ts';
import sqlText from './small-ceremony.sql';

const sql = queries(sqlText);

/** A ceremony of its own for some of those whom a larger one is for: by units, by name, or both. */
export interface SmallCeremony extends NewCeremony {
  id: string;
  parentId: string;
  /** Exactly these units; null: all of the larger one. */
  unitIds: readonly string[] | null;
  /** Only these people of the audience; null: everybody of the units. */
  personIds: readonly string[] | null;
}

/** @throws Refusal ceremonies.unknown (404) for the larger one; those of createCeremony */
export async function createSmallCeremony(
  client: ClientBase,
  { parentId, unitIds, personIds, ...ceremony }: SmallCeremony,
  now: Date,
): Promise<void> {
  const { agencyId, id: ceremonyId, campaignId } = ceremony;
  await ceremonyHead(client, agencyId, parentId);
  await createCeremony(client, ceremony, now);
  await exec(client, sql.addBelonging, { agencyId, ceremonyId, parentId, unitIds });
  if (personIds === null) return;
  const added = await exec(client, sql.addInvited, { agencyId, ceremonyId, campaignId, personIds });
  if (added !== personIds.length) throw new Error(`${personIds.length} invited, ${added} of the audience`);
}
