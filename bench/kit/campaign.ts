import { addPeople, addUnit, createAgency, type Person } from '../../src/agencies/index.ts';
import { openScreen } from '../../src/assembly/screen/open-screen.ts';
import { codeOf } from '../../src/assembly/screen/screen.ts';
import { addText, campaignOf, createCampaign, draftTexts, openCampaign } from '../../src/campaigns/index.ts';
import { createCeremony } from '../../src/ceremonies/index.ts';
import { transaction } from '../../src/platform/db/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { slipsOf } from '../../src/signing/index.ts';
import { to } from '../../src/urls.ts';
import type { Site } from './database.ts';
import { nameOf } from './roster.ts';

/** An open campaign of an invented institution, with everybody's slip. */
export interface OpenCampaign {
  agencyId: string;
  campaignId: string;
  /** Digest of the pact, and how many points must be ticked. */
  digest: string;
  points: number;
  slips: { code: string; name: string }[];
}

const PER_UNIT = 1000;
const BY = 'system:bench';

/** Made by the slices' own functions, as an officer's clicks would. The database then has its statistics. */
export async function openCampaignOf(site: Site, agencyId: string, people: number): Promise<OpenCampaign> {
  const { platform } = site;
  const { pool } = platform;
  const campaignId = `${agencyId}-ikrar`;
  const units = await transaction(pool, async (client) => {
    const made = await addRoster(platform, client, agencyId, people);
    await addCampaign(platform, client, agencyId, campaignId);
    return made;
  });
  await site.settle();
  const slips: OpenCampaign['slips'] = [];
  for (let from = 0; from < units.length; from += 10) {
    const sheet = { agencyId, campaignId, unitIds: units.slice(from, from + 10), by: BY };
    const some = await transaction(pool, (client) => slipsOf(client, platform, sheet));
    for (const { code, name } of some) slips.push({ code, name });
  }
  await site.settle();
  const { pact } = await campaignOf(pool, agencyId, campaignId);
  if (!pact) throw new Error('the campaign has no pact');
  return { agencyId, campaignId, digest: pact.digest, points: pact.points.length, slips };
}

type Client = Parameters<typeof createCampaign>[0];

/** @returns the ids of the units */
export async function addRoster(
  platform: Platform,
  client: Client,
  agencyId: string,
  people: number,
): Promise<string[]> {
  const now = platform.now();
  const name = { name: `Kabupaten ${agencyId}`, validFrom: null, validUntil: null, source: null };
  const place = { regionCode: null, zone: 'Asia/Jakarta', place: 'Contoh' } as const;
  const letterhead = ['Pemerintah Kabupaten Contoh', 'Sekretariat Daerah'];
  const agency = {
    id: agencyId,
    level: 'kabupaten',
    isExample: true,
    names: [name],
    ...place,
    letterhead,
  } as const;
  await createAgency(client, agency, now);
  const units: string[] = [];
  for (let from = 0; from < people; from += PER_UNIT) {
    const row = {
      id: `${agencyId}-${units.length}`,
      parentId: null,
      name: `Dinas Contoh ${units.length + 1}`,
    };
    const unitId = await addUnit(
      client,
      agencyId,
      { ...row, kind: 'opd', regionCode: null, code: null },
      now,
    );
    const size = Math.min(PER_UNIT, people - from);
    const staff = Array.from({ length: size }, (_, at) => employee(from + at, unitId));
    await addPeople(client, agencyId, staff, now);
    units.push(unitId);
  }
  return units;
}

export async function addCampaign(
  platform: Platform,
  client: Client,
  agencyId: string,
  campaignId: string,
): Promise<void> {
  const now = platform.now();
  const circular = {
    circularNumber: '800/1/SE/2024',
    circularDate: '2024-09-02',
    circularIssuer: 'Sekretaris Daerah',
  };
  const campaign = {
    agencyId,
    id: campaignId,
    title: 'Ikrar Netralitas Contoh',
    electionId: 'pilkada-2024',
    ...circular,
  };
  const deadline = new Date(now.getTime() + 86_400_000);
  const bases = ['Peraturan Pemerintah Nomor 94 Tahun 2021'];
  const rest = { circularText: null, bases, deadline, place: 'Contoh', isExample: true, by: BY };
  await createCampaign(client, { ...campaign, ...rest }, now);
  const texts = draftTexts('pilkada', 'asn-non-asn');
  for (const kind of ['pledge', 'pact'] as const) {
    const text = { kind, text: texts[kind], draft: true, source: 'Draf', by: BY };
    await addText(client, { agencyId, campaignId, ...text }, now);
  }
  await openCampaign(client, { agencyId, campaignId, categories: ['pns'], unitIds: null, by: BY }, now);
}

function employee(at: number, unitId: string): Omit<Person, 'id'> {
  return {
    ...{ idKind: 'local', idNumber: `C-${at}`, name: nameOf(at), category: 'pns', rank: 'III/c' },
    ...{ post: 'Analis Kebijakan Ahli Muda', postStatus: 'definitive', unitId, email: null },
    ...{ status: 'active', isExample: true },
  };
}

/** A reading screen of an apel of this campaign, without a run sheet. @returns its path */
export async function openScreenOf({ platform }: Site, campaign: OpenCampaign): Promise<string> {
  const { agencyId, campaignId } = campaign;
  const now = platform.now();
  return transaction(platform.pool, async (client) => {
    const ceremony = {
      agencyId,
      campaignId,
      kind: 'apel',
      title: 'Apel Ikrar Netralitas Contoh',
      by: BY,
    } as const;
    const day = {
      heldOn: '2026-11-23',
      heldOnStatus: 'stated',
      heldOnNote: null,
      startsAt: '07:00',
    } as const;
    const rest = { place: 'Halaman kantor', organiser: 'BKPSDM Contoh', minutes: null, isExample: true };
    const ceremonyId = await createCeremony(client, { ...ceremony, ...day, ...rest }, now);
    const id = await openScreen(client, platform, { agencyId, ceremonyId, site: null, hours: 1, by: BY });
    return to('screen', { screen: codeOf(platform, { agencyId, id }, 'screen') });
  });
}
