import type { Pool } from 'pg';
import { transaction } from '../src/platform/db/index.ts';
import { repair } from '../src/tally/index.ts';

/** For tests: after every fact. */
export const NOW = new Date('2024-09-18T00:15:00Z');

/**
 * For tests: an invented institution with units AGENCY-u1 (above u3) and u2 below AGENCY-u0, an open campaign g1
 * and an apel a1. By the last digit of the person's number: 0 and 5 signed (0 symbolic too), 1 declined,
 * 2 exempted, 3 symbolic only, 4 and 8 attended only (8 read), the others not yet.
 */
export async function exampleCampaign(pool: Pool, agency: string, people: number) {
  const run = (sql: string, ...more: unknown[]) => pool.query(sql, [agency, ...more]);
  await run(
    `insert into agencies.agency values ($1, 'kabupaten', '99.01', 'Asia/Jakarta', 'Kota Contoh', '{PEMERINTAH CONTOH}', true, now())`,
  );
  await run(
    `insert into agencies.agency_name values ($1, 'Pemerintah Kabupaten Contoh ' || $1, null, null, null)`,
  );
  await run(
    `insert into agencies.unit (agency_id, id, parent_id, name, kind, created_at)
     values ($1, $1 || '-u0', null, 'Pemkab', 'kabupaten', now()), ($1, $1 || '-u1', $1 || '-u0', 'Dinas Satu', 'opd', now()),
       ($1, $1 || '-u2', $1 || '-u0', 'Kecamatan Dua', 'kecamatan', now()), ($1, $1 || '-u3', $1 || '-u1', 'UPT Tiga', 'upt', now())`,
  );
  await run(
    `insert into campaigns.campaign (agency_id, id, title, election_id, bases, deadline, is_example, created_by, created_at)
     values ($1, 'g1', 'Gerakan Ikrar Contoh', 'pilkada-2024', '{}', '2024-09-30T09:00:00Z', true, 'system', now())`,
  );
  await run(
    `insert into campaigns.opening values ($1, 'g1', '{pns,pppk}', null, $2, 'system', '2024-08-30')`,
    people,
  );
  await run(
    `insert into campaigns.audience
     select $1, 'g1', 'p' || n, $1 || '-u' || (1 + n % 3), 'Unit lama ' || (1 + n % 3), 'Pemkab', 'nip',
       '19850312201001' || lpad(n::text, 4, '0'), 'Pegawai Contoh ' || n, case when n % 4 = 0 then 'pppk' else 'pns' end,
       'III/a', 'Pelaksana', 'definitive'
     from generate_series(0, $2::int - 1) n`,
    people,
  );
  await run(
    `insert into ceremonies.ceremony values ($1, 'a1', 'g1', 'apel', 'Apel Ikrar Contoh', '2024-09-11', 'stated', null,
       '07:00', 'Halaman kantor', 'Pemkab', null, true, 'system', now())`,
  );
  await exampleFacts(run, people);
  const of = { agencyId: agency, campaignId: 'g1', by: 'system' };
  await transaction(pool, (client) => repair(client, of, NOW));
}

async function exampleFacts(run: (sql: string, ...more: unknown[]) => Promise<unknown>, people: number) {
  const at = '2024-09-11T01:00:00Z';
  const fact = (name: string, digits: number[]) =>
    run(
      `insert into ceremonies.attendance select $1, 'a1', 'p' || n, $2, 'system', $5
       from generate_series(0, $3::int - 1) n where n % 10 = any($4::int[])`,
      ...[name, people, digits, at],
    );
  await run(
    `insert into ceremonies.presence
       (agency_id, ceremony_id, person_id, seq, standing, how, recorded_by, recorded_at)
     select $1, 'a1', 'p' || n, 1, 'present', 'list', 'system', $3::timestamptz
     from generate_series(0, $2::int - 1) n where n % 10 in (3, 4)`,
    people,
    at,
  );
  await fact('read', [8]);
  await fact('symbolic', [0, 3]);
  await run(
    `insert into campaigns.declining select $1, 'g1', 'p' || n, 'menolak', 'system', $3::timestamptz
     from generate_series(0, $2::int - 1) n where n % 10 = 1`,
    people,
    at,
  );
  await run(
    `insert into campaigns.exemption select $1, 'g1', 'p' || n, 'tugas belajar', 'system', $3::timestamptz
     from generate_series(0, $2::int - 1) n where n % 10 = 2`,
    people,
    at,
  );
  await run(
    `insert into evidence.record select $1, 'g1', n, 'R' || n, 'p' || n, '', '', ''
     from generate_series(0, $2::int - 1) n where n % 5 = 0`,
    people,
  );
  await run(
    `insert into signing.signature select $1, 'g1', 'p' || n, 'R' || n, 'k' || n, 'link', $3::timestamptz
     from generate_series(0, $2::int - 1) n where n % 5 = 0`,
    people,
    at,
  );
}
