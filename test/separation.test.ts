import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { firstStart } from '../src/examples/index.ts';
import { readConfig } from '../src/platform/config.ts';
import {
  backup,
  forAgency,
  forAll,
  migrate,
  openPool,
  outOfReach,
  restore,
} from '../src/platform/db/index.ts';
import { workAsApplication } from '../src/platform/opened.ts';
import { createPlatform } from '../src/platform/platform.ts';
import { asServer, freshDatabase, type TestDatabase } from './database.ts';
import { urlOf } from './global-setup.ts';

interface Table {
  name: string;
  bound: boolean;
  forced: boolean;
  key: string[];
}

let db: TestDatabase;
let server: pg.Pool;
let tables: Table[];
let agencies: string[];
const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-separation-'));

beforeAll(async () => {
  db = await freshDatabase();
  server = asServer(db.pool);
  const config = readConfig({ IKRAR_DATA: dataDir });
  await firstStart(
    createPlatform(server, config, () => new Date()),
    () => {},
  );
  tables = (await db.pool.query(ofAgencies)).rows;
  agencies = (await db.pool.query('select id from agencies.agency order by id')).rows.map(({ id }) => id);
}, 180_000);
afterAll(async () => {
  await db.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const ofAgencies = `
  select c.oid::regclass::text as name, c.relrowsecurity as bound, c.relforcerowsecurity as forced,
    (select array_agg(a.attname::text order by k.ord) from pg_index i
     cross join unnest(i.indkey) with ordinality as k (att, ord)
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att
     where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$' and exists (select from pg_attribute a
    where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped)
  order by 1`;

/** One register of law for all, small: such a table stands whole on every machine. */
const REGISTER = 'law.correction';
/** Published for everybody: names of institutions, logs of salted commitments, the register. */
const READ_BY_ALL = [
  'agencies.agency_name',
  REGISTER,
  ...['log', 'log_entry', 'tile', 'checkpoint', 'cosignature', 'head_place', 'timestamp', 'certificate'].map(
    (name) => `evidence.${name}`,
  ),
];
const count = async (pool: pg.Pool, where: string) =>
  Number((await pool.query(`select count(*) as n from ${where}`)).rows[0].n);

describe('what the catalogue says', () => {
  it('binds every table of institutions, its owner too', () => {
    expect(tables.length).toBeGreaterThan(80);
    expect(tables.filter(({ bound, forced }) => !bound || !forced)).toEqual([]);
  });

  it('lets the server neither own a table nor pass by the policies', async () => {
    const { rows } = await server.query(
      `select current_user as who, rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ who: 'ikrar_wide', rolsuper: false, rolbypassrls: false, owned: 0 }]);
    const inside = await forAgency('x', () => server.query('select current_user as who'));
    expect(inside.rows).toEqual([{ who: 'ikrar_app' }]);
  });

  it('has every view ask as whoever asks it, and no function that asks as its owner', async () => {
    const views = await db.pool.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('v', 'm') and n.nspname !~ '^pg_|^information_schema$'
         and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
    );
    expect(views.rows).toEqual([]);
    const functions = await db.pool.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname !~ '^pg_|^information_schema$'`,
    );
    expect(functions.rows).toEqual([]);
  });

  // So that the same schema runs on a database that spreads institutions over machines.
  it('has the institution first in every key of such a table, in every unique index, and in references between them', async () => {
    const keyed = tables.filter(({ name }) => name !== REGISTER);
    expect(keyed.filter(({ key }) => key?.[0] !== 'agency_id')).toEqual([]);
    const { rows } = await db.pool.query(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       where i.indisunique and c.oid <> '${REGISTER}'::regclass and n.nspname !~ '^pg_|^information_schema$'
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id')
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'agency_id'
           and a.attnum = any(i.indkey))`,
    );
    expect(rows).toEqual([]);
    const references = await db.pool.query(
      `select k.conname as name from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'agency_id'
       join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'agency_id'
       where k.contype = 'f' and k.conrelid <> '${REGISTER}'::regclass and not (a.attnum = any(k.conkey) and b.attnum = any(k.confkey))`,
    );
    expect(references.rows).toEqual([]);
  });

  it('has no triggers of ours, no inheritance, no exclusion or deferred constraints, no sequences', async () => {
    const ours = `n.nspname !~ '^pg_|^information_schema$'`;
    const { rows } = await db.pool.query(
      `select 'trigger ' || tgname as what from pg_trigger where not tgisinternal
       union all select 'inherits ' || inhrelid::regclass from pg_inherits
       union all select 'constraint ' || conname from pg_constraint where contype = 'x' or condeferrable
       union all select 'rule ' || r.rulename from pg_rewrite r join pg_class c on c.oid = r.ev_class
         join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours}
       union all select 'sequence ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'S' and ${ours}`,
    );
    expect(rows).toEqual([]);
  });
});

describe('from inside', () => {
  it('shows an institution its own rows in every table, and not one of another', async () => {
    let seen = 0;
    for (const agencyId of agencies)
      for (const { name } of tables) {
        const others = await forAgency(agencyId, () =>
          count(server, `${name} where agency_id <> '${agencyId}'`),
        );
        if (!READ_BY_ALL.includes(name)) expect([name, others]).toEqual([name, 0]);
        const own = await forAgency(agencyId, () => count(server, name));
        const real = await count(db.pool, `${name} where agency_id = '${agencyId}'`);
        if (!READ_BY_ALL.includes(name)) expect([name, own]).toEqual([name, real]);
        seen += own;
      }
    expect(seen).toBeGreaterThan(1000);
  });

  it('shows nobody anything before it is known for whom', async () => {
    for (const { name } of tables.filter((table) => !READ_BY_ALL.includes(table.name)))
      expect([name, await outOfReach(() => count(server, name))]).toEqual([name, 0]);
  });

  it('shows all where the house itself works', async () => {
    const people = await count(db.pool, 'agencies.person');
    expect(people).toBeGreaterThan(100);
    expect(await forAll(() => count(server, 'agencies.person'))).toBe(people);
  });

  it('takes no row for another institution, and changes none', async () => {
    const [mine, other] = agencies as [string, string];
    for (const { name } of tables) {
      const { rows } = await db.pool.query(`select * from ${name} where agency_id = $1 limit 1`, [other]);
      const columns = Object.keys(rows[0] ?? {});
      if (columns.length === 0) continue;
      const list = columns.map((column) => `"${column}"`).join(', ');
      const copy = `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`;
      const forged = forAgency(mine, () => server.query(copy, [JSON.stringify(jsonOf(rows[0]))]));
      await expect(forged, name).rejects.toMatchObject({ code: '42501' });
      const touched = forAgency(mine, () =>
        server.query(`update ${name} set agency_id = agency_id where agency_id = $1`, [other]),
      );
      const outcome = await touched.then(
        ({ rowCount }) => rowCount,
        (error: { code: string }) => error.code,
      );
      expect([name, outcome === 0 || outcome === '42501']).toEqual([name, true]);
    }
  });

  it('does not hold beyond a transaction, whatever came before on the connection', async () => {
    const [mine, other] = agencies as [string, string];
    const client = await server.connect();
    try {
      await client.query(`begin; set local ikrar.agency = '${mine}'; commit`);
      await client.query('begin; set local role ikrar_wide; rollback');
      expect((await client.query('select count(*)::int as n from agencies.person')).rows).toEqual([{ n: 0 }]);
    } finally {
      client.release();
    }
    const seen = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 ? mine : other)).map((agencyId) =>
        forAgency(agencyId, async () => {
          const { rows } = await server.query('select distinct agency_id as id from campaigns.audience');
          return rows.every(({ id }) => id === agencyId);
        }),
      ),
    );
    expect(seen).toEqual(seen.map(() => true));
  });

  it('is not talked over by an address with a quote in it', async () => {
    const sly = `x'; set local role ikrar_wide; --`;
    expect(await forAgency(sly, () => count(server, 'agencies.person'))).toBe(0);
  });
});

/** A row as jsonb_populate_record reads it: bytes in hexadecimal. */
function jsonOf(row: Record<string, unknown>): Record<string, unknown> {
  const plain = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}

describe('with an ordinary owner, who may make roles and is no superuser', () => {
  it('separates, and a backup by that owner is whole', async () => {
    const ordinary = `ikrar_owner_${process.pid}`;
    const there = inject('testServer') as { url: string };
    const admin = await openPool(there.url, () => {});
    const named = (name: string) => {
      const url = new URL(urlOf(there.url, name));
      url.searchParams.set('options', `-c role=${ordinary}`);
      return url.href;
    };
    await admin.query(`create role ${ordinary} createrole`);
    // The roles are the server's, made by whoever came first; an administrator hands them on.
    await admin.query(`grant ikrar_app, ikrar_wide to ${ordinary} with admin option`);
    const names = [`${ordinary}_a`, `${ordinary}_b`] as const;
    for (const name of names) await admin.query(`create database ${name} owner ${ordinary}`);
    const [from, into] = [
      await openPool(named(names[0]), () => {}),
      await openPool(named(names[1]), () => {}),
    ];
    const application = await openPool(named(names[0]), () => {});
    const folder = mkdtempSync(join(tmpdir(), 'ikrar-ordinary-'));
    try {
      await migrate(from);
      await from.query(
        `insert into platform.event values ('a', '1', now(), 'x', 'y', 'z', '{}'), ('b', '1', now(), 'x', 'y', 'z', '{}')`,
      );
      await workAsApplication(from, application, () => {});
      expect(await forAgency('a', () => count(application, 'platform.event'))).toBe(1);
      expect(await count(from, 'platform.event')).toBe(2);
      await backup(from, join(folder, 'data'), join(folder, 'backup.tar'), new Date());
      await restore(into, join(folder, 'other'), join(folder, 'backup.tar'), () => {});
      expect(await count(into, 'platform.event')).toBe(2);
      const { rows } = await into.query(ofAgencies);
      expect((rows as Table[]).filter(({ forced }) => !forced)).toEqual([]);
    } finally {
      for (const pool of [application, from, into]) await pool.end();
      for (const name of names) await admin.query(`drop database ${name} with (force)`);
      await admin.query(`drop owned by ${ordinary}; drop role ${ordinary}`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
