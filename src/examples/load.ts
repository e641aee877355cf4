import type { ClientBase } from 'pg';
import { addPeople, addUnit, createAgency, peopleOf } from '../agencies/index.ts';
import { addText, createCampaign, draftTexts, openCampaign } from '../campaigns/index.ts';
import {
  addOfficer,
  addParticipation,
  addSource,
  createCeremony,
  recordAttendance,
  recordPresence,
} from '../ceremonies/index.ts';
import { transaction } from '../platform/db/index.ts';
import { instantOf } from '../platform/format.ts';
import type { Platform } from '../platform/platform.ts';
import type { Example } from './data/types.ts';
import { peopleOfUnit } from './people.ts';

const BY = 'system:contoh';
const DAY = 24 * 60 * 60 * 1000;

/** Loads one example in one transaction. */
export async function loadExample(platform: Platform, example: Example): Promise<void> {
  const { agency, ceremony } = example;
  const now = platform.now();
  const day = ceremony.heldOn ? instantOf(ceremony.heldOn, '07:30', agency.zone) : now;
  const opened = ceremony.heldOn ? new Date(day.getTime() - 3 * DAY) : now;
  await transaction(platform.pool, async (client) => {
    await createAgency(client, { ...agency, isExample: true }, opened);
    await addRoster(client, example, opened);
    await addCampaign(client, example, opened, now);
    await addCeremony(client, example, day);
  });
}

async function addRoster(client: ClientBase, { agency, rootKind, units }: Example, now: Date): Promise<void> {
  const name = agency.names[0]?.name ?? agency.id;
  const top = {
    id: agency.id,
    parentId: null,
    name,
    kind: rootKind,
    regionCode: agency.regionCode,
    code: null,
  };
  await addUnit(client, agency.id, { ...top, employer: null }, now);
  let from = agency.id.length * 100;
  for (const [i, unit] of units.entries()) {
    const unitId = `${agency.id}-${i + 1}`;
    const { kind, regionCode = null, employer = null } = unit;
    const row = { id: unitId, parentId: agency.id, name: unit.name, kind, regionCode, code: null, employer };
    await addUnit(client, agency.id, row, now);
    const people = peopleOfUnit(unit, unitId, from);
    await addPeople(client, agency.id, people, now);
    from += people.length;
  }
}

async function addCampaign(
  client: ClientBase,
  { agency, campaign }: Example,
  opened: Date,
  now: Date,
): Promise<void> {
  const agencyId = agency.id;
  const { id, title, electionId, circular, bases } = campaign;
  const deadline = campaign.deadline ? new Date(campaign.deadline) : new Date(now.getTime() + 60 * DAY);
  await createCampaign(
    client,
    {
      agencyId,
      id,
      title,
      electionId,
      circularNumber: circular?.number ?? null,
      circularDate: circular?.date ?? null,
      circularIssuer: circular?.issuer ?? null,
      circularText: null,
      bases: [...bases],
      deadline,
      place: agency.place,
      isExample: true,
      by: BY,
    },
    opened,
  );
  const texts = draftTexts(...campaign.text);
  const source = 'Rancangan Ikrar, bukan teks resmi';
  for (const kind of ['pledge', 'pact'] as const)
    await addText(
      client,
      { agencyId, campaignId: id, kind, text: texts[kind], draft: true, source, by: BY },
      opened,
    );
  const categories = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'] as const;
  await openCampaign(client, { agencyId, campaignId: id, categories, unitIds: null, by: BY }, opened);
}

async function addCeremony(client: ClientBase, example: Example, day: Date): Promise<void> {
  const { agency, campaign, ceremony, source, did } = example;
  const agencyId = agency.id;
  const ceremonyId = ceremony.id;
  const { title, heldOn, heldOnStatus, heldOnNote, place, organiser } = ceremony;
  const held = { title, heldOn, heldOnStatus, heldOnNote, place, organiser, startsAt: null, minutes: null };
  await createCeremony(
    client,
    { agencyId, id: ceremonyId, campaignId: campaign.id, kind: 'apel', ...held, isExample: true, by: BY },
    day,
  );
  for (const officer of ceremony.officers)
    await addOfficer(client, { agencyId, ceremonyId, ...officer, by: BY }, day);
  for (const row of ceremony.participations)
    await addParticipation(client, { agencyId, ceremonyId, ...row, source: source.publisher, by: BY }, day);
  await addSource(client, { agencyId, ceremonyId, ...source, by: BY }, day);
  const { people } = await peopleOf(client, agencyId, { limit: 1000, offset: 0 });
  const all = people.map((person) => person.id);
  const there = { standing: 'present', reason: null, how: 'list', site: null, deviceAt: null } as const;
  const marks = all.map((personId) => ({ personId, ...there }));
  await recordPresence(client, { agencyId, ceremonyId, marks, by: BY }, day);
  if (did.read)
    await recordAttendance(client, { agencyId, ceremonyId, personIds: all, fact: 'read', by: BY }, day);
  const symbolic = people
    .filter((person) => did.symbolic.includes(person.post ?? ''))
    .map((person) => person.id);
  if (symbolic.length > 0)
    await recordAttendance(
      client,
      { agencyId, ceremonyId, personIds: symbolic, fact: 'symbolic', by: BY },
      day,
    );
}
