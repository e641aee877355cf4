import type { Pool } from 'pg';
import { addAccount, startSession } from '../src/access/index.ts';
import { REGIONS } from '../src/elections/index.ts';
import { transaction } from '../src/platform/db/index.ts';

/**
 * For tests: invented institutions, as counters only. One for each of the first `regions` kabupaten and kota, two central
 * ones, every seventh not opened; each with the given units and 200 people a unit; shares from 0 to 1.
 */
export async function nationWorld(pool: Pool, now: Date, regions: number, units: number): Promise<void> {
  const codes = REGIONS.filter(({ level }) => level !== 'province').map(({ code }) => code);
  const step = Math.max(1, Math.floor(codes.length / regions));
  const chosen = codes.filter((_, at) => at % step === 0).slice(0, regions);
  const run = (sql: string, ...values: unknown[]) => pool.query(sql, values);
  await run(
    `insert into agencies.agency (id, level, region_code, zone, place, letterhead, is_example, created_at)
     select 'i' || n, case when code is null then 'national' else 'kabupaten' end, code, 'Asia/Jakarta', null, '{}', true, $2
     from unnest($1::text[]) with ordinality as c (code, n)`,
    [...chosen, null, null],
    now,
  );
  await run(`insert into agencies.agency_name select id, 'Instansi Contoh ' || substr(id, 2), null, null, null
     from agencies.agency where id like 'i%'`);
  await run(
    `insert into agencies.unit (agency_id, id, parent_id, name, kind, created_at)
     select a.id, a.id || '-u' || n, case when n > 0 then a.id || '-u' || (n - 1) / 10 end, 'Unit Contoh ' || n, 'opd', $2
     from agencies.agency a, generate_series(0, $1::int - 1) n where a.id like 'i%' order by a.id, n`,
    units,
    now,
  );
  const opened = `from agencies.agency a where a.id like 'i%' and substr(a.id, 2)::int % 7 <> 3`;
  await run(
    `insert into campaigns.campaign (agency_id, id, title, election_id, bases, deadline, is_example, created_by, created_at)
     select a.id, c, 'Gerakan Contoh ' || c, case c when 'g1' then 'pemilu-2024' else 'pilkada-2024' end, '{}',
       $1::timestamptz + ((substr(a.id, 2)::int % 5) - 1) * interval '10 days', true, 'system', $1
     from agencies.agency a, unnest('{g1,g2}'::text[]) c where a.id like 'i%'`,
    now,
  );
  await run(
    `insert into campaigns.opening select a.id, c, '{pns}', null, $1::int * 200, 'system',
       $2::timestamptz - interval '100 days' ${opened.replace(' where', ", unnest('{g1,g2}'::text[]) c where")}`,
    units,
    now,
  );
  await run(
    `insert into tally.unit_count
     select a.id, c, a.id || '-u' || n, k, 100, least(100, substr(a.id, 2)::int * 13 % 101 + n % 4), 0, 0, 0, 0
     from agencies.agency a, unnest('{g1,g2}'::text[]) c, unnest('{pns,pppk}'::text[]) k, generate_series(0, $1::int - 1) n
     where a.id like 'i%' and substr(a.id, 2)::int % 7 <> 3`,
    units,
  );
  await run(`insert into tally.total select agency_id, campaign_id, category, sum(audience), sum(signed), 0, 0, 0, 0
     from tally.unit_count where agency_id like 'i%' group by 1, 2, 3`);
  await run(
    `insert into tally.day select agency_id, campaign_id, $1::date - n, signed / 40
     from tally.total, generate_series(1, 40) n where agency_id like 'i%' and category = 'pns'`,
    now,
  );
}

let count = 0;

/** The cookie of somebody whose grant is the nation, or a province. */
export async function overseerCookie(
  pool: Pool,
  now: Date,
  role: 'steward' | 'overseer',
  region: string | null,
): Promise<string> {
  const username = `negeri${++count}`;
  const account = { username, name: 'Pengawas Contoh', password: 'kata-sandi-contoh', isExample: false };
  const id = await transaction(pool, (client) => addAccount(client, account, now));
  await pool.query(
    `insert into access.wide_grant (id, account_id, role, region_code, reason, granted_by, granted_at)
     values ($1, $2, $3, $4, 'contoh', 'system', $5)`,
    [`w-${username}`, id, role, region, now],
  );
  return startSession(pool, id, now);
}
