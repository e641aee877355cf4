import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recogniseVisitors } from '../src/access/index.ts';
import { addPeople, type Person } from '../src/agencies/index.ts';
import { campaignOf, openCampaign } from '../src/campaigns/index.ts';
import { type LogKey, logKey, originOf, publishAll } from '../src/evidence/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { transaction } from '../src/platform/db/index.ts';
import { createApp } from '../src/platform/http/app.tsx';
import type { App } from '../src/platform/http/visit.ts';
import { createPlatform, type Platform } from '../src/platform/platform.ts';
import {
  createSigner,
  type Signer,
  type Submission,
  sign,
  signatoryOf,
  slipsOf,
} from '../src/signing/index.ts';
import { createWorld, readyCampaign, type World } from './campaign-world.ts';
import { asServer, freshDatabase, type TestDatabase } from './database.ts';

export const OPENED = new Date('2024-09-03T00:00:00Z');
export const SIGNING_DAY = new Date('2024-09-18T00:15:00Z');

/** An invented institution, its database and data directory, a clock that the test sets. */
export interface SigningWorld {
  db: TestDatabase;
  platform: Platform;
  app: App;
  signer: Signer;
  key: LogKey;
  world: World;
  /** What the application would have written to its log. */
  faults: string[];
  setClock(at: Date): void;
  /** A new campaign with the invented draft as its pact, open to everybody on the roster. */
  openedCampaign(): Promise<string>;
  publish(): Promise<number>;
  close(): Promise<void>;
}

export async function openSigningWorld(agencyId = 'fakfak'): Promise<SigningWorld> {
  const db = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-signing-'));
  let at = SIGNING_DAY;
  const platform = createPlatform(asServer(db.pool), readConfig({ IKRAR_DATA: dataDir }), () => at);
  const faults: string[] = [];
  const app = createApp(platform.config, (line) => faults.push(line));
  recogniseVisitors(app, platform);
  const world = await createWorld(db.pool, agencyId, OPENED);
  const key = logKey(platform.config, await originOf(db.pool));
  const signer = createSigner(platform, { soon: () => {} });
  return {
    ...{ db, platform, app, signer, key, world, faults },
    setClock: (moment) => {
      at = moment;
    },
    openedCampaign: async () => {
      const campaignId = await readyCampaign(db.pool, world, OPENED);
      await openForAll({ db, world }, campaignId);
      return campaignId;
    },
    publish: () => publishAll(platform, key, 'test'),
    close: async () => {
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function openForAll(
  { db, world }: Pick<SigningWorld, 'db' | 'world'>,
  campaignId: string,
): Promise<number> {
  const categories = ['pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn'] as const;
  const { agencyId } = world;
  const opening = { agencyId, campaignId, categories, unitIds: null, by: 'system' };
  return transaction(db.pool, (client) => openCampaign(client, opening, OPENED));
}

/** More people for the roster, each with a name and a NIP of their own, before a campaign is opened. */
export async function addStaff(
  { db, world }: Pick<SigningWorld, 'db' | 'world'>,
  people: readonly Partial<Person>[],
): Promise<string[]> {
  const rows = people.map((person, i) => ({
    ...{ idKind: 'nip' as const, idNumber: `198503122010011${String(i).padStart(3, '0')}` },
    ...{ name: `Pegawai Contoh ${words(i)}`, category: 'pns' as const, rank: 'III/a', post: 'Analis' },
    ...{ postStatus: 'definitive' as const, unitId: world.units.dinas, email: null, status: 'active' },
    ...{ isExample: true, ...person },
  }));
  return transaction(db.pool, (client) => addPeople(client, world.agencyId, rows, OPENED));
}

const WORDS = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan', 'Nol'];

function words(n: number): string {
  return [...String(n)].map((digit) => WORDS[Number(digit)]).join(' ');
}

/** What the page of this person would send when everything is filled in as it should be. */
export async function goodSubmission(
  { db }: Pick<SigningWorld, 'db'>,
  holder: { agencyId: string; campaignId: string; personId: string },
  change: Partial<Submission> = {},
): Promise<Submission> {
  const { person } = await signatoryOf(db.pool, holder);
  const { pact } = await campaignOf(db.pool, holder.agencyId, holder.campaignId);
  return {
    ...{ method: 'slip', drawing: null, ceremony: null, typedName: person.name },
    ...{ ticked: pact?.points.map((_, i) => i) ?? [], textDigest: pact?.digest ?? '' },
    ...{ key: `kunci-${holder.personId}`, ...change },
  };
}

/** Signs as the page does. */
export async function signAs(
  site: Pick<SigningWorld, 'db' | 'platform' | 'signer' | 'world'>,
  campaignId: string,
  personId: string,
  change: Partial<Submission> = {},
) {
  const holder = { agencyId: site.world.agencyId, campaignId, personId };
  const sent = await goodSubmission(site, holder, change);
  return sign(site.platform, site.signer, await signatoryOf(site.db.pool, holder), sent);
}

/** The cookie of a browser in which the person said how their number, or receipt, ends, after signing somewhere else. */
export async function cookieOfOwner(
  { db, app }: Pick<SigningWorld, 'db' | 'app'>,
  { campaignId, personId }: { campaignId: string; personId: string },
  code: string,
): Promise<string> {
  const asked = `select coalesce(a.id_number, s.receipt) as known from campaigns.audience a
    join signing.signature s using (agency_id, campaign_id, person_id) where campaign_id = $1 and person_id = $2`;
  const { rows } = await db.pool.query(asked, [campaignId, personId]);
  const origin = 'http://localhost';
  const body = new URLSearchParams({ digits: String(rows[0].known).slice(-4) });
  const answer = await app.request(`${origin}/s/${code}/buka`, { method: 'POST', headers: { origin }, body });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] as string;
}

/** The codes of everybody in the campaign, by person. */
export async function codesOf(
  site: Pick<SigningWorld, 'db' | 'platform' | 'world'>,
  campaignId: string,
): Promise<Map<string, string>> {
  const { agencyId } = site.world;
  const slips = await transaction(site.db.pool, (client) =>
    slipsOf(client, site.platform, { agencyId, campaignId, unitIds: null, by: 'system' }),
  );
  return new Map(slips.map((slip) => [slip.personId, slip.code]));
}
