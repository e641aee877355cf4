import type { ClientBase } from 'pg';
import { addAccount, addGrant, claim } from '../../src/access/index.ts';
import { addPeople, addUnit, createAgency, type Person } from '../../src/agencies/index.ts';
import { addText, createCampaign, draftTexts, openCampaign } from '../../src/campaigns/index.ts';
import { createCeremony, type Plan, savePlan } from '../../src/ceremonies/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { migrate, openDatabase, transaction } from '../../src/platform/db/index.ts';
import { createPlatform, type Platform } from '../../src/platform/platform.ts';
import { slipsOf } from '../../src/signing/index.ts';

export const AGENCY = 'misalan';
export const CAMPAIGN = 'misalan-ikrar';
export const CEREMONY = 'misalan-apel';
export const OFFICER = { username: 'petugas', password: 'padi-kapas-rotan-jati' };
export const WITNESS = { name: 'Saksi Contoh', office: 'Anggota', institution: 'Bawaslu Kabupaten Misalan' };
const BY = 'system:play';
const UNITS = ['Sekretariat Daerah Contoh', 'Dinas Pendidikan Contoh', 'Puskesmas Contoh'];

/** One of the yard: everybody is invented. */
export interface Employee {
  id: string;
  name: string;
  lastFour: string;
  /** XXXX-XXXX-XXXX, as on the paper slip. */
  code: string;
  unit: string;
}

/**
 * Plants an institution on an empty data directory, with everybody's slip, ready for the morning of the apel. One that is no
 * example takes reports, which an example does only while nobody owns the installation.
 */
export async function plant(dataDir: string, people: number, { isExample = true } = {}): Promise<Employee[]> {
  const config = readConfig({ IKRAR_DATA: dataDir });
  const quiet = () => {};
  const db = await openDatabase(config, quiet);
  try {
    await migrate(db.pool, quiet);
    const platform = createPlatform(db.pool, config, () => new Date());
    const now = platform.now();
    return await transaction(db.pool, async (client) => {
      const units = await addInstitution(client, now, isExample);
      const ids = await addPeople(client, AGENCY, roster(people, units), now);
      await addCampaign(client, now);
      await addApel(client, ids, now);
      await addOfficer(client, now);
      return employees(client, platform, ids);
    });
  } finally {
    await db.close();
  }
}

async function addInstitution(client: ClientBase, now: Date, isExample: boolean): Promise<string[]> {
  await createAgency(
    client,
    {
      ...{ id: AGENCY, level: 'kabupaten', isExample, regionCode: null, zone: 'Asia/Jakarta' },
      names: [{ name: 'Pemerintah Kabupaten Misalan', validFrom: null, validUntil: null, source: null }],
      ...{ place: 'Misalan', letterhead: ['Pemerintah Kabupaten Misalan', 'Sekretariat Daerah'] },
    },
    now,
  );
  const ids: string[] = [];
  for (const [at, name] of UNITS.entries()) {
    const unit = {
      id: `${AGENCY}-${at}`,
      parentId: null,
      name,
      kind: 'opd' as const,
      regionCode: null,
      code: null,
    };
    ids.push(await addUnit(client, AGENCY, unit, now));
  }
  return ids;
}

const FIRST = ['Arum', 'Bagas', 'Citra', 'Dewa', 'Elang', 'Fajar', 'Gita', 'Hana', 'Indra', 'Jelita'];
const LAST = ['Pratama', 'Lestari', 'Wibisana', 'Kencana', 'Purnama', 'Sagara', 'Mahardika'];

/** The first is the head. Names are told apart by their first letters, as a clerk's search needs them to be. */
function roster(people: number, units: readonly string[]): Omit<Person, 'id'>[] {
  return Array.from({ length: people }, (_, at) => ({
    ...{ idKind: 'nip' as const, idNumber: `198503122010011${String(at + 1).padStart(3, '0')}` },
    name: `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 7]} Contoh`,
    ...{ category: at % 4 === 3 ? ('pppk' as const) : ('pns' as const), rank: at === 0 ? 'IV/d' : 'III/b' },
    ...{ post: at === 0 ? 'Sekretaris Daerah' : 'Analis', postStatus: 'definitive' as const },
    ...{ unitId: units[at % units.length] as string, email: null, status: 'active', isExample: true },
  }));
}

async function addCampaign(client: ClientBase, now: Date): Promise<void> {
  const at = { agencyId: AGENCY, campaignId: CAMPAIGN };
  await createCampaign(
    client,
    {
      ...{ agencyId: AGENCY, id: CAMPAIGN, title: 'Ikrar Netralitas Kabupaten Misalan' },
      ...{ electionId: 'pilkada-2024', circularNumber: '800/1/SE', circularDate: '2024-09-02' },
      ...{ circularIssuer: 'Sekretaris Daerah', circularText: null, place: 'Misalan' },
      bases: ['Undang-Undang Nomor 20 Tahun 2023', 'Peraturan Pemerintah Nomor 94 Tahun 2021'],
      ...{ deadline: new Date(now.getTime() + 3 * 86_400_000), isExample: true, by: BY },
    },
    now,
  );
  const texts = draftTexts('pilkada', 'asn-non-asn');
  for (const kind of ['pledge', 'pact'] as const)
    await addText(client, { ...at, kind, text: texts[kind], draft: true, source: 'Draf', by: BY }, now);
  const categories = ['pns', 'pppk'] as const;
  await openCampaign(client, { ...at, categories, unitIds: null, by: BY }, now);
}

const RUN_SHEET = [
  ['opening', 'Pembukaan'],
  ['reading', 'Pembacaan ikrar'],
  ['head-signs', 'Pimpinan menandatangani'],
  ['all-sign', 'Semua menandatangani'],
  ['closing', 'Penutup'],
] as const;

async function addApel(client: ClientBase, ids: readonly string[], now: Date): Promise<void> {
  const heldOn = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  await createCeremony(
    client,
    {
      ...{ agencyId: AGENCY, id: CEREMONY, campaignId: CAMPAIGN, kind: 'apel' },
      ...{ title: 'Apel Ikrar Netralitas', heldOn, heldOnStatus: 'stated', heldOnNote: null, startsAt: null },
      ...{ place: 'Halaman kantor bupati', organiser: 'BKPSDM Kabupaten Misalan', minutes: null },
      ...{ isExample: true, by: BY },
    },
    now,
  );
  const officer = (id: string, role: Plan['officers'][number]['role'], office: string) => ({
    ...{ id, role, name: `${office} Contoh`, office, employer: null },
  });
  const plan: Plan = {
    sites: [
      {
        ...{ id: 'halaman', name: 'Halaman kantor', place: 'Jalan Contoh 1', mode: 'onsite' },
        ...{ startsAt: null, unitIds: null },
      },
    ],
    runSheet: RUN_SHEET.map(([step, title]) => ({ step, title, minutes: 5, who: '' })),
    officers: [
      officer('1', 'reader', 'Pembaca'),
      officer('2', 'pembina', 'Pembina'),
      officer('3', 'clerk', 'Petugas'),
    ],
    witnesses: [{ id: '1', ...WITNESS }],
    order: { headFirst: true, persons: ids.slice(0, 1) },
    fallback: 'Aula kantor bupati; tanda tangan di tablet bila listrik padam.',
  };
  await savePlan(client, { agencyId: AGENCY, ceremonyId: CEREMONY, version: 0, plan, by: BY }, now);
}

async function addOfficer(client: ClientBase, now: Date): Promise<void> {
  const account = { ...OFFICER, name: 'Contoh Petugas BKPSDM', isExample: false };
  const accountId = await addAccount(client, account, now);
  await addGrant(client, { agencyId: AGENCY, accountId, role: 'officer', unitId: null, by: BY }, now);
  await claim(client, now);
}

async function employees(
  client: ClientBase,
  platform: Platform,
  ids: readonly string[],
): Promise<Employee[]> {
  const slips = await slipsOf(client, platform, {
    ...{ agencyId: AGENCY, campaignId: CAMPAIGN, unitIds: null, by: BY },
  });
  const byId = new Map(slips.map((slip) => [slip.personId, slip]));
  return ids.map((id) => {
    const slip = byId.get(id);
    if (!slip) throw new Error(`no slip for ${id}`);
    const { name, code, unitName: unit, idNumber } = slip;
    return { id, name, code, unit, lastFour: idNumber?.slice(-4) ?? '' };
  });
}
