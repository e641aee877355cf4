import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { startSession, tieAccount } from '../src/access/index.ts';
import { createCeremony } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { base32, newId } from '../src/platform/ids.ts';
import { to, urls } from '../src/urls.ts';
import { createWorld, readyCampaign, type World } from './campaign-world.ts';
import { OPENED, openForAll, openSigningWorld, SIGNING_DAY, type SigningWorld } from './signing-world.ts';

export type UrlName = keyof typeof urls;

/** One institution of the world with a thing of each kind that stands in addresses. */
export interface Place {
  world: World;
  things: Record<string, string>;
}

export interface MatrixWorld {
  site: SigningWorld;
  own: Place;
  other: Place;
}

/** Two institutions with the same things in them, in different provinces. */
export async function openMatrixWorld(): Promise<MatrixWorld> {
  const site = await openSigningWorld('satu');
  const { pool } = site.db;
  const own = await placed(pool, site.world, '62.71');
  const other = await placed(pool, await createWorld(pool, 'dua', OPENED), '94.01');
  return { site, own, other };
}

async function placed(pool: Pool, world: World, regionCode: string): Promise<Place> {
  const { agencyId } = world;
  await pool.query('update agencies.agency set region_code = $2 where id = $1', [agencyId, regionCode]);
  const campaign = await readyCampaign(pool, world, OPENED);
  await openForAll({ db: { pool } as never, world }, campaign);
  const ceremony = `apel-${agencyId}`;
  const of = { agencyId, id: ceremony, campaignId: campaign, kind: 'apel', title: 'Apel Contoh' } as const;
  const day = { heldOn: '2024-09-18', heldOnStatus: 'stated', heldOnNote: null, startsAt: '07:00' } as const;
  const more = { place: 'Halaman', organiser: 'BKPSDM', minutes: null, isExample: true, by: 'system' };
  await transaction(pool, (client) => createCeremony(client, { ...of, ...day, ...more }, SIGNING_DAY));
  const account = await addAccountRow(pool, `diurus-${agencyId}`);
  const grant = [agencyId, newId(SIGNING_DAY), account, 'auditor', null, 'system', SIGNING_DAY];
  await pool.query('insert into access.role_grant values ($1, $2, $3, $4, $5, $6, $7)', grant);
  const tie = { agencyId, accountId: account, personId: world.people.dinas, by: 'system' };
  await transaction(pool, (client) => tieAccount(client, tie, SIGNING_DAY));
  const approval = newId(SIGNING_DAY);
  await pool.query(
    `insert into access.approval_request values ($1, $2, 'roster.export', '*', 'Uji.', 'account:x', $3, $4)`,
    [agencyId, approval, SIGNING_DAY, new Date(SIGNING_DAY.getTime() + 3_600_000)],
  );
  const theCase = await addCaseRow(pool, agencyId, account);
  const people = { person: world.people.kecamatan, unit: world.units.kecamatan, case: theCase };
  return {
    world,
    things: {
      ...{ agency: agencyId, campaign, ceremony, account, ...people, kind: 'ikrar', format: 'xlsx' },
      ...{ version: '1', region: regionCode.slice(0, 2), file: 'ringkas.json', 'approval.id': approval },
    },
  };
}

/** An address with everything in it filled from a place; what the world has none of is `x`. */
export function addressOf(name: UrlName, things: Record<string, string>): string {
  const names = [...urls[name].matchAll(/:(\w+)/g)].map(([, key]) => key as string);
  const values = Object.fromEntries(
    names.map((key) => [key, things[`${name}.${key}`] ?? things[key] ?? 'x']),
  );
  return to(name as 'ceremony', values as never);
}

/** Whose grants are asked about: of an institution, or of the nation (null) or a province. */
export type Held =
  | { role: string; agencyId: string; unitId: string | null }
  | { role: 'steward' | 'overseer'; regionCode: string | null };

/** The cookie of a new account with this one grant, which may have been ended, or have run out of its time. */
export async function holding(pool: Pool, held: Held, state: 'holds' | 'ended' | 'expired' = 'holds') {
  const accountId = await addAccountRow(pool);
  const id = newId(SIGNING_DAY);
  const until = state === 'expired' ? new Date(SIGNING_DAY.getTime() - 1) : null;
  if ('agencyId' in held) {
    const { agencyId, role, unitId } = held;
    const row = [agencyId, id, accountId, role, unitId, 'system', OPENED, 'Uji.', until];
    await pool.query('insert into access.role_grant values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', row);
    const end = [agencyId, id, 'Uji.', 'system', OPENED];
    if (state === 'ended')
      await pool.query('insert into access.grant_ending values ($1, $2, $3, $4, $5)', end);
  } else {
    const row = [id, accountId, held.role, held.regionCode, 'Uji.', 'system', OPENED, until];
    await pool.query('insert into access.wide_grant values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
    const end = [id, 'Uji.', 'system', OPENED];
    if (state === 'ended')
      await pool.query('insert into access.wide_grant_ending values ($1, $2, $3, $4)', end);
  }
  return async () => ({ cookie: `ikrar_sesi=${await startSession(pool, accountId, SIGNING_DAY)}` });
}

let count = 0;

async function addAccountRow(pool: Pool, username = `akun${++count}`): Promise<string> {
  const id = newId(SIGNING_DAY);
  await pool.query(
    `insert into access.account (id, username, display_name, password_hash, is_example, created_at)
     values ($1, $2, 'Petugas Contoh', '-', false, $3)`,
    [id, username, OPENED],
  );
  return id;
}

/** A case that one account of the institution holds, which is none of those that ask. */
async function addCaseRow(pool: Pool, agencyId: string, accountId: string): Promise<string> {
  const id = base32(createHash('sha256').update(agencyId).digest().subarray(0, 10));
  const [key, day] = [Buffer.alloc(32, 1), '2024-09-18'];
  const rows: [string, unknown[]][] = [
    ['oversight.key', [agencyId, id, accountId, key, key, OPENED]],
    ['oversight.case_file', [agencyId, id, 'report', day, 'browser', 'anonymous', key, key]],
    ['oversight.case_access', [agencyId, id, id, id, key, 'reporter', OPENED]],
    ['oversight.step', [agencyId, id, 0, 'triage', 'received', day, [], {}, null, 'reporter', OPENED]],
  ];
  for (const [table, row] of rows)
    await pool.query(`insert into ${table} values (${row.map((_, i) => `$${i + 1}`).join(', ')})`, row);
  return id;
}
