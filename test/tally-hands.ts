import type { ClientBase, Pool } from 'pg';
import { decline, exempt } from '../src/campaigns/index.ts';
import { type Mark, recordAttendance, recordPresence, STANDINGS } from '../src/ceremonies/index.ts';
import { transaction } from '../src/platform/db/index.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { tallyOpening, tallySigned } from '../src/tally/index.ts';

/** An open campaign with ceremonies, of people p0, p1, … in units of a hundred. */
export interface Ground {
  agencyId: string;
  campaignId: string;
  people: number;
  ceremonies: readonly string[];
}

const DAY = Date.parse('2024-09-18T00:15:00Z');
const BY = 'system';

export async function layGround(pool: Pool, agencyId: string, people: number): Promise<Ground> {
  const ground = { agencyId, campaignId: 'g1', people, ceremonies: ['a1', 'a2', 'a3'] };
  await transaction(pool, async (client) => {
    const run = (sql: string, ...more: unknown[]) => client.query(sql, [agencyId, ...more]);
    await run(
      `insert into agencies.agency values ($1, 'kabupaten', null, 'Asia/Makassar', 'Kota Contoh', '{PEMERINTAH CONTOH}', true, now())`,
    );
    await run(`insert into agencies.agency_name values ($1, 'Kabupaten Contoh ' || $1, null, null, null)`);
    await run(
      `insert into campaigns.campaign (agency_id, id, title, election_id, bases, deadline, is_example, created_by, created_at)
       values ($1, 'g1', 'Gerakan Contoh', 'pilkada-2024', '{}', '2024-09-30T09:00:00Z', true, 'system', now())`,
    );
    await run(
      `insert into campaigns.opening values ($1, 'g1', '{pns,pppk}', null, $2, 'system', now())`,
      people,
    );
    await run(
      `insert into campaigns.audience select $1, 'g1', 'p' || n, 'u' || n / 100, 'Unit Contoh ' || n / 100, 'Pemkab', 'local',
         null, 'Pegawai Contoh ' || n, case when n % 4 = 0 then 'pppk' else 'pns' end, null, null, 'definitive'
       from generate_series(0, $2::int - 1) n`,
      people,
    );
    await run(
      `insert into ceremonies.ceremony select $1, id, 'g1', 'apel', 'Apel Contoh', null, 'unknown', null, null, null, 'Pemkab',
         null, true, 'system', now() from unnest($2::text[]) id`,
      ground.ceremonies,
    );
    await tallyOpening(client, agencyId, 'g1');
  });
  await pool.query('analyze');
  return ground;
}

/** Draws from 0 (with) to `below` (without). */
export type Draw = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One transaction of somebody at work, by the functions that pages call. @returns how many facts it changed */
export async function changeAtRandom(pool: Pool, ground: Ground, draw: Draw, most = 60): Promise<number> {
  const act = ACTS[draw(ACTS.length)] as Act;
  const at = new Date(DAY + draw(5 * 86_400) * 1000);
  try {
    return await transaction(pool, (client) => act(client, ground, draw, at, most));
  } catch (error) {
    // Exempted or declined before.
    if (error instanceof Refusal) return 0;
    throw error;
  }
}

type Act = (client: ClientBase, ground: Ground, draw: Draw, at: Date, most: number) => Promise<number>;

const someone = (ground: Ground, draw: Draw) => `p${draw(ground.people)}`;

function some(ground: Ground, draw: Draw, most: number): string[] {
  return [...new Set(Array.from({ length: 1 + draw(most) }, () => someone(ground, draw)))];
}

function ceremony({ ceremonies }: Ground, draw: Draw): string {
  return ceremonies[draw(ceremonies.length)] as string;
}

const present: Act = (client, ground, draw, at, most) => {
  const marks = some(ground, draw, most).map((personId): Mark => {
    const standing = STANDINGS[draw(STANDINGS.length)] as Mark['standing'];
    return { personId, standing, reason: 'Contoh.', how: 'list', site: null, deviceAt: null };
  });
  const { agencyId } = ground;
  return recordPresence(client, { agencyId, ceremonyId: ceremony(ground, draw), marks, by: BY }, at);
};

const attending: Act = (client, ground, draw, at, most) => {
  const fact = (['symbolic', 'read', 'witnessed'] as const)[draw(3)] as 'read';
  const personIds = some(ground, draw, Math.ceil(most / 10));
  const row = { agencyId: ground.agencyId, ceremonyId: ceremony(ground, draw), personIds, fact, by: BY };
  return recordAttendance(client, row, at);
};

/** As the list of a ceremony is saved: two changes of the same people in one transaction. */
const both: Act = async (client, ground, draw, at, most) =>
  (await present(client, ground, draw, at, most)) + (await attending(client, ground, draw, at, most));

const deciding: Act = async (client, ground, draw, at) => {
  const { agencyId, campaignId } = ground;
  const about = { agencyId, campaignId, personId: someone(ground, draw), by: BY };
  if (draw(2) === 0) await exempt(client, { ...about, reason: 'Cuti contoh.' }, at);
  else await decline(client, { ...about, note: 'Menolak, contoh.' }, at);
  return 1;
};

/** The rows of a signature without what is sealed in them, in the order in which signers write them. */
const signing: Act = async (client, ground, draw, at, most) => {
  const { agencyId, campaignId } = ground;
  const persons = some(ground, draw, Math.ceil(most / 4)).sort();
  const { rows } = await client.query<{ person_id: string }>(
    `insert into signing.signature select $1, $2, p, 'R-' || p, 'k-' || p, 'slip', $4
     from unnest($3::text[]) p order by p on conflict do nothing returning person_id`,
    [agencyId, campaignId, persons, at],
  );
  const fresh = rows.map((row) => row.person_id);
  await tallySigned(
    client,
    ground,
    fresh.map((personId) => ({ personId, at })),
  );
  await client.query(
    `insert into evidence.record select $1, $2, substring(p from 2)::bigint, 'R-' || p, p, '', '', ''
     from unnest($3::text[]) p`,
    [agencyId, campaignId, fresh],
  );
  return fresh.length;
};

const ACTS: readonly Act[] = [present, present, present, attending, both, deciding, signing];
