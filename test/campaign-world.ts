import type { ClientBase, Pool } from 'pg';
import { addPeople, addUnit, createAgency, type Person } from '../src/agencies/index.ts';
import { addText, createCampaign, draftTexts, type NewCampaign } from '../src/campaigns/index.ts';
import { transaction } from '../src/platform/db/index.ts';

/** An invented institution: two offices, one with a section below it; five people. */
export interface World {
  agencyId: string;
  units: { dinas: string; seksi: string; kecamatan: string };
  people: { dinas: string; seksi: string; kecamatan: string; contract: string; retired: string };
}

export async function createWorld(pool: Pool, agencyId: string, now: Date): Promise<World> {
  return transaction(pool, async (client) => {
    const name = {
      validFrom: null,
      validUntil: null,
      source: null,
      name: `Pemerintah Kabupaten ${agencyId}`,
    };
    const place = {
      regionCode: null,
      zone: 'Asia/Jayapura',
      place: 'Fakfak',
      letterhead: [name.name],
    } as const;
    const agency = { id: agencyId, level: 'kabupaten', isExample: true, names: [name], ...place } as const;
    await createAgency(client, { ...agency, letterhead: [...agency.letterhead] }, now);
    const unit = (id: string, parentId: string | null, unitName: string) =>
      addUnit(
        client,
        agencyId,
        { id: `${agencyId}-${id}`, parentId, name: unitName, kind: 'opd', regionCode: null, code: null },
        now,
      );
    const dinas = await unit('dinas', null, 'Dinas Contoh');
    const seksi = await unit('seksi', dinas, 'Seksi Contoh');
    const kecamatan = await unit('kecamatan', null, 'Kecamatan Contoh');
    const ids = await addPeople(client, agencyId, roster({ dinas, seksi, kecamatan }), now);
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    return {
      agencyId,
      units: { dinas, seksi, kecamatan },
      people: { dinas: a, seksi: b, kecamatan: c, contract: d, retired: e },
    };
  });
}

function roster(units: World['units']): Omit<Person, 'id'>[] {
  const person = (name: string, unitId: string, change: Partial<Person> = {}): Omit<Person, 'id'> => ({
    ...{ idKind: 'local', idNumber: null, name, category: 'pns', rank: 'III/a', post: 'Pranata' },
    ...{ postStatus: 'definitive', unitId, email: null, status: 'active', isExample: true },
    ...change,
  });
  return [
    person("Ma'ruf Contoh", units.dinas),
    person('Siti Contoh', units.seksi),
    person('Yosefina Contoh', units.kecamatan),
    person('Jum’at Contoh', units.kecamatan, { category: 'non-asn', rank: null }),
    person('Sudah Pensiun', units.dinas, { status: 'retired' }),
  ];
}

/** A campaign as the officer would make it; change what a test is about. */
export function campaignValues(world: World, change: Partial<NewCampaign> = {}): NewCampaign {
  return {
    agencyId: world.agencyId,
    title: 'Ikrar Netralitas Contoh',
    electionId: 'pilkada-2024',
    circularNumber: '800/1/SE/2024',
    circularDate: '2024-09-02',
    circularIssuer: 'Sekretaris Daerah',
    circularText: null,
    bases: ['Peraturan Pemerintah Nomor 94 Tahun 2021'],
    deadline: new Date('2024-09-30T14:59:00Z'),
    place: 'Fakfak',
    isExample: true,
    by: 'system',
    ...change,
  };
}

/** A campaign with a pact, ready to be opened. */
export async function readyCampaign(pool: Pool, world: World, now: Date): Promise<string> {
  const { pact } = draftTexts('pilkada', 'asn-non-asn');
  return transaction(pool, async (client: ClientBase) => {
    const campaignId = await createCampaign(client, campaignValues(world), now);
    const text = { kind: 'pact', text: pact, draft: true, source: 'Draf', by: 'system' } as const;
    await addText(client, { agencyId: world.agencyId, campaignId, ...text }, now);
    return campaignId;
  });
}
