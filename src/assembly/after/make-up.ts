import type { ClientBase } from 'pg';
import type { CeremonyHead, CeremonyValues } from '../../ceremonies/index.ts';
import { createSmallCeremony } from '../../ceremonies/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Missing, missingOf, type Reason } from './standing.ts';

export interface MakeUp {
  parent: CeremonyHead;
  /** Of the form, so that one form sent twice makes its sessions once. 16 small letters and digits. */
  key: string;
  units: readonly string[];
  reasons: readonly Reason[];
  /** One session a unit, or one for all. */
  perUnit: boolean;
  /** Day, time and place of each of them; the titles are made here. */
  values: CeremonyValues;
  by: string;
}

/**
 * Make-up sessions for those of the chosen units who are missing for one of the chosen reasons, invited by name.
 * @returns how many sessions there are
 * @throws Refusal after.nobody where nobody is left to invite
 */
export async function createMakeUps(
  client: ClientBase,
  makeUp: MakeUp,
  now: Date,
  today: string,
): Promise<number> {
  const { parent, units, reasons } = makeUp;
  const at = { agencyId: parent.agencyId, ceremonyId: parent.id, unitIds: units };
  const people = (await missingOf(client, at, today)).filter(({ reason }) => reasons.includes(reason));
  if (people.length === 0) throw new Refusal('after.nobody');
  const groups = makeUp.perUnit ? [...Map.groupBy(people, ({ unitId }) => unitId).values()] : [people];
  for (const [n, group] of groups.entries()) await createSession(client, makeUp, group, n, now);
  return groups.length;
}

async function createSession(
  client: ClientBase,
  { parent, key, perUnit, values, by }: MakeUp,
  group: readonly Missing[],
  n: number,
  now: Date,
): Promise<void> {
  const { agencyId, campaignId, isExample } = parent;
  const title = perUnit ? `Susulan ${group[0]?.unitName}: ${parent.title}` : `Susulan: ${parent.title}`;
  await createSmallCeremony(
    client,
    {
      ...values,
      ...{ agencyId, campaignId, isExample, by, id: `${key}-${n + 1}`, parentId: parent.id },
      ...{ kind: 'susulan', title: title.slice(0, 300) },
      unitIds: [...new Set(group.map(({ unitId }) => unitId))],
      personIds: group.map(({ personId }) => personId),
    },
    now,
  );
}
