import { z } from 'zod';
import { type Client, many, maybe, one } from '../platform/db/index.ts';
import { CATEGORIES, sql } from './campaign.ts';

export const AudienceRow = z.object({
  personId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  employer: z.string(),
  idKind: z.enum(['nip', 'ni-pppk', 'local']),
  idNumber: z.string().nullable(),
  name: z.string(),
  category: z.enum(CATEGORIES),
  rank: z.string().nullable(),
  post: z.string().nullable(),
  postStatus: z.enum(['definitive', 'plt', 'plh', 'pj', 'pjs']),
});

/** One person who must sign, as the roster had them when the campaign was opened. */
export type AudiencePerson = z.output<typeof AudienceRow>;

export interface AudienceFilter {
  /** These units and what is below them today; null or absent: every unit. */
  unitIds?: readonly string[] | null;
  /** Part of a name, in any case. */
  search?: string | null;
  limit?: number;
  offset?: number;
}

/** By unit and name. Empty before the campaign was opened. */
export function audienceOf(
  client: Client,
  agencyId: string,
  campaignId: string,
  filter: AudienceFilter = {},
): Promise<AudiencePerson[]> {
  const { limit = null, offset = 0 } = filter;
  const params = { agencyId, campaignId, ...filtered(filter), limit, offset };
  return many(client, sql.audience, params, AudienceRow);
}

/** How many of the audience match; limit and offset do not count here. */
export async function audienceCount(
  client: Client,
  agencyId: string,
  campaignId: string,
  filter: AudienceFilter = {},
): Promise<number> {
  const params = { agencyId, campaignId, ...filtered(filter) };
  return (await one(client, sql.audienceCount, params, z.object({ size: z.number() }))).size;
}

export function audiencePerson(
  client: Client,
  agencyId: string,
  campaignId: string,
  personId: string,
): Promise<AudiencePerson | null> {
  return maybe(client, sql.audiencePerson, { agencyId, campaignId, personId }, AudienceRow);
}

function filtered({ unitIds = null, search = null }: AudienceFilter) {
  return { unitIds, search: search || null };
}
