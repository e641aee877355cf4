import { z } from 'zod';
import type { Why } from '../../evidence/index.ts';
import { type Client, many, maybe } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepUntil } from '../retention/keep-until.ts';
import { periodsOf } from '../retention/periods.ts';
import { sql } from './erase.ts';

const Person = z.object({
  ...{ name: z.string(), unitId: z.string() },
  ...{ erased: z.boolean(), held: z.boolean(), importing: z.boolean() },
});
const Campaign = z.object({
  id: z.string(),
  title: z.string(),
  electionId: z.string(),
  deadline: z.date(),
  sealed: z.boolean(),
});

export interface Erasable {
  name: string;
  /** Campaigns that name the person, with the end of their keeping. */
  campaigns: { id: string; title: string; sealed: boolean; until: Date }[];
}

/**
 * What two people decide: whom, and by which rule. Attacker: who has one erased that the period of keeping lets go, and
 * then names a rule that waits for no period.
 */
export function erasureSubject(personId: string, why: Why): string {
  return `${personId} ${why}`;
}

/**
 * What stands about a person, where it may be erased by this rule. Without a sealed record only the deadline is waited
 * for: until then the person is asked to sign, and counts.
 * @throws Refusal agencies.personUnknown (404), privacy.erasedBefore, privacy.onHold, privacy.importOpen,
 *   privacy.keptUntil (409)
 */
export async function mayErase(
  client: Client,
  { agencyId, personId, why }: { agencyId: string; personId: string; why: Why },
  now: Date,
): Promise<Erasable> {
  const found = await maybe(client, sql.who, { agencyId, personId }, Person);
  if (!found) throw new Refusal('agencies.personUnknown', 404);
  if (found.erased) throw new Refusal('privacy.erasedBefore', 409);
  if (found.held) throw new Refusal('privacy.onHold', 409);
  if (found.importing) throw new Refusal('privacy.importOpen', 409);
  const days = (await periodsOf(client, agencyId)).find(({ id }) => id === 'pact')?.days ?? 0;
  const rows = await many(client, sql.campaignsOf, { agencyId, personId }, Campaign);
  const campaigns = rows.map(({ id, title, sealed, ...campaign }) => ({
    ...{ id, title, sealed },
    until: sealed ? keepUntil(campaign, days) : campaign.deadline,
  }));
  const last = campaigns.reduce((at, { until }) => Math.max(at, until.getTime()), 0);
  const waits = why === 'asked' || why === 'period';
  if (waits && last > now.getTime())
    throw new Refusal('privacy.keptUntil', 409, { date: new Date(last).toISOString().slice(0, 10) });
  return { name: found.name, campaigns };
}
