import { type Agency, unitsOf } from '../../agencies/index.ts';
import { type Campaign, campaignOf } from '../../campaigns/index.ts';
import {
  type CeremonyHead,
  ceremonyHead,
  type ExpectedPerson,
  expectedByUnit,
  expectedPeople,
  type Plan,
  planOf,
  type Site,
  unitsAt,
} from '../../ceremonies/index.ts';
import type { Client } from '../../platform/db/index.ts';

/** A site with whom it is for. */
export interface PaperSite extends Site {
  /** Names of the units that the plan lists; null: everybody who is expected nowhere else. */
  units: string[] | null;
  people: number;
}

/** What the papers of one ceremony say; nothing is known beyond it. */
export interface PaperFacts {
  agency: Agency;
  campaign: Campaign;
  head: CeremonyHead;
  plan: Plan;
  /** 0: nothing is planned yet. */
  version: number;
  sites: PaperSite[];
  /** How many people are expected in all; 0 before the campaign opened. */
  people: number;
  /** When the first step begins, 'HH:MM'. */
  start: string | null;
  /** Who signs first, one by one; null where the reader may not see names. */
  order: ExpectedPerson[] | null;
}

/** @throws Refusal ceremonies.unknown (404) */
export async function paperFacts(
  client: Client,
  agency: Agency,
  ceremonyId: string,
  withNames: boolean,
): Promise<PaperFacts> {
  const head = await ceremonyHead(client, agency.id, ceremonyId);
  const { plan, version } = await planOf(client, agency.id, ceremonyId);
  const units = await unitsOf(client, agency.id);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const expected = await expectedByUnit(client, agency.id, ceremonyId);
  const peopleOf = (ids: Iterable<string>) => [...ids].reduce((sum, id) => sum + (expected.get(id) ?? 0), 0);
  return {
    agency,
    campaign: await campaignOf(client, agency.id, head.campaignId),
    head,
    plan,
    version,
    sites: plan.sites.map((site) => ({
      ...site,
      units: site.unitIds?.map((id) => names.get(id) ?? id) ?? null,
      people: peopleOf(unitsAt(units, plan.sites, site.id)),
    })),
    people: peopleOf(expected.keys()),
    start: head.startsAt ?? plan.sites.find(({ startsAt }) => startsAt)?.startsAt ?? null,
    order: withNames ? await ordered(client, head, plan.order.persons) : null,
  };
}

async function ordered(
  client: Client,
  { agencyId, id }: CeremonyHead,
  personIds: readonly string[],
): Promise<ExpectedPerson[]> {
  if (personIds.length === 0) return [];
  const people = await expectedPeople(client, agencyId, id, { personIds });
  const byId = new Map(people.map((person) => [person.personId, person]));
  return personIds.flatMap((personId) => byId.get(personId) ?? []);
}
