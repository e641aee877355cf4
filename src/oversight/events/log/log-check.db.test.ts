import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultyPool } from '../../../../test/faulty-pool.ts';
import { publishAnew, tampered } from '../../../../test/tampering.ts';
import { type LogKey, logKey, originOf, publishAll } from '../../../evidence/index.ts';
import { checkEach } from '../../../evidence/log/check-installation.ts';
import type { DifferenceCode } from '../../../evidence/log/difference.ts';
import { transaction } from '../../../platform/db/index.ts';
import { checkSignatures } from '../../../signing/index.ts';
import { deleteCase } from '../../keeping/delete-case.ts';
import { type OversightWorld, openOversightWorld } from '../../test-world.ts';
import { recorded } from '../record.ts';
import { sizeFor, writeBatch } from './batch.ts';
import { OVERSIGHT_LOGS } from './contents.ts';
import { logCases } from './round.ts';

const DAY = 86_400_000;
let site: OversightWorld;
let key: LogKey;
let caseId: string;
let goneId: string;
let at: Date;
beforeAll(async () => {
  site = await openOversightWorld();
  key = logKey(site.platform.config, await originOf(site.db.pool));
  at = site.platform.now();
  caseId = (await site.report({ files: [{ name: 'a', type: 'image/png', bytes: new Uint8Array(9) }] }))
    .caseId;
  goneId = (await site.report()).caseId;
  await step(caseId, 9, 'triage');
  await step(goneId, 9, 'closed');
  await nextDay();
  await look(caseId);
  await nextDay();
  await transaction(site.platform.pool, (client) =>
    deleteCase(
      client,
      { agencyId: site.agencyId, caseId: goneId, rule: 'period', closedOn: '2024-09-18' },
      at,
    ),
  );
  await look(caseId);
  await nextDay();
}, 60_000);
afterAll(() => site.close());

/** What the night does: the batch is written and published, and it is the next day. */
async function nextDay(): Promise<void> {
  at = new Date(at.getTime() + DAY);
  site.setClock(at);
  expect(await logCases(site.platform)).toBe(1);
  await publishAll(site.platform, key, 'uji');
}

function look(id: string): Promise<string> {
  const actor = `account:${site.inspector.accountId}`;
  const event = { agencyId: site.agencyId, caseId: id, at, actor, kind: 'case.opened' };
  return transaction(site.platform.pool, (client) => recorded(client, event));
}

function step(id: string, n: number, stage: string) {
  return site.db.pool.query(
    `insert into oversight.step values ($1, $2, $3, $4, 'received', $5::timestamptz::date, '{}', '{}', 'catatan', 'account:x', $5::timestamptz)`,
    [site.agencyId, id, n, stage, at],
  );
}

const all = (client: Parameters<typeof checkEach>[0]['client']) =>
  checkEach({ client, key, signatures: checkSignatures, others: OVERSIGHT_LOGS }, null, () => {});
const rowsOf = async (sql: string, values: unknown[] = []) => (await site.db.pool.query(sql, values)).rows;

describe('the log of oversight', () => {
  it('is clean, with a tree head a day, and says what was erased under which deletion', async () => {
    const reports = await tampered(site.db.pool, async () => {}, all);
    expect(reports.map(({ difference }) => difference)).toEqual([null, null]);
    const [log] = reports;
    expect(log).toMatchObject({ campaignId: 'pengawasan', heads: 3 });
    const [deletion] = await rowsOf(`select id, data from oversight.event where kind = 'case.deleted'`);
    expect(log?.erased).toEqual({ [deletion.id]: deletion.data.entries });
    expect(deletion.data.entries).toBeGreaterThan(5);
  });

  it('holds every row of every case, each once', async () => {
    const events = await rowsOf('select count(*)::int as n from oversight.event');
    const logged =
      await rowsOf(`select count(*)::int as n, count(distinct id)::int as ids from oversight.logged
      where what = 'event' and erased_by is null`);
    expect(logged).toEqual([{ n: events[0].n, ids: events[0].n }]);
    const kinds = await rowsOf(
      `select distinct what from oversight.logged where erased_by is null order by 1`,
    );
    expect(kinds.map(({ what }) => what)).toEqual([
      ...['access', 'case', 'channel', 'deletion', 'event', 'file', 'filler', 'key', 'mailbox', 'message'],
      ...['recipient', 'step'],
    ]);
  });

  it('grows by a class of size, on days on which nothing happened too', async () => {
    await nextDay();
    await nextDay();
    const batches = await rowsOf('select rows, entries from oversight.log_batch order by day');
    expect(batches).toHaveLength(5);
    expect(batches.at(-1)).toEqual({ rows: 0, entries: 16 });
    for (const { rows, entries } of batches) expect(entries).toBe(sizeFor(rows));
    expect([0, 1, 16, 17, 32, 33, 1000].map(sizeFor)).toEqual([16, 16, 16, 32, 32, 64, 1024]);
  });

  it('tells the world nothing: entries differ in random bytes alone', async () => {
    const entries = await rowsOf(`select encode(entry, 'hex') as hex from evidence.log_entry
      where campaign_id = 'pengawasan'`);
    expect(new Set(entries.map(({ hex }) => hex)).size).toBe(entries.length);
    expect(new Set(entries.map(({ hex }) => `${hex.length} ${hex.slice(0, 14)}`))).toEqual(
      new Set(['78 696b7261720104']),
    );
  });

  it('is written once by two workers at the same time, and after a restart', async () => {
    const { agencyId, platform } = site;
    await look(caseId);
    const before = await rowsOf('select count(*)::int as n from oversight.logged');
    const written = await Promise.all([1, 2, 3].map(() => writeBatch(platform, agencyId, '2030-01-01', at)));
    expect(written.filter((one) => one !== null)).toEqual([{ rows: 1, entries: 16 }]);
    expect(await writeBatch(platform, agencyId, '2030-01-01', at)).toBeNull();
    const after = await rowsOf('select count(*)::int as n from oversight.logged');
    expect(after[0].n - before[0].n).toBe(16);
  });

  it('loses and doubles nothing, wherever its writer fails or dies', async () => {
    let day = 0;
    await look(caseId);
    const whole = faultyPool(site.db.pool, site.db.pool, 'refused', 0);
    await writeBatch({ pool: whole.pool }, site.agencyId, '2030-01-02', at);
    for (const fault of ['refused', 'died'] as const)
      for (let number = 1; number <= whole.calls(); number += 1) {
        const id = await look(caseId);
        const of = `20${31 + Math.floor(day / 28)}-01-${String((day % 28) + 1).padStart(2, '0')}`;
        day += 1;
        const faulty = faultyPool(site.db.pool, site.db.pool, fault, number);
        await writeBatch({ pool: faulty.pool }, site.agencyId, of, at).catch(() => null);
        await writeBatch(site.platform, site.agencyId, of, at);
        const logged = await rowsOf(`select from oversight.logged where what = 'event' and id = $1`, [id]);
        const batches = await rowsOf('select from oversight.log_batch where day = $1', [of]);
        expect([fault, number, logged.length, batches.length]).toEqual([fault, number, 1, 1]);
      }
    expect(day).toBeGreaterThan(16);
    const reports = await tampered(site.db.pool, async () => {}, all);
    expect(reports.map(({ difference }) => difference)).toEqual([null, null]);
  });
});

type Tamper = (client: pg.ClientBase) => Promise<unknown>;
const run =
  (...statements: string[]): Tamper =>
  async (client) => {
    for (const statement of statements) {
      const sql = statement.replaceAll('$case', `case_id = '${caseId}'`).replaceAll('$id', caseId);
      expect((await client.query(sql)).rowCount, statement).toBeGreaterThan(0);
    }
  };

/** With all rights of the owner of the database. */
const TAMPERINGS: [string, Tamper, DifferenceCode][] = [
  [
    'removes an event',
    run(`delete from oversight.event where $case and kind = 'case.opened'`),
    'event-missing',
  ],
  [
    'gives an event another actor',
    run(`update oversight.event set actor = 'account:y' where $case`),
    'event-changed',
  ],
  [
    'changes when it was',
    run(`update oversight.event set at = at + interval '1 hour' where $case`),
    'event-changed',
  ],
  ['removes a step', run('delete from oversight.step where $case'), 'event-missing'],
  ['changes a step', run(`update oversight.step set stage = 'closed' where $case`), 'event-changed'],
  [
    'changes the sealed note of a step',
    run(`update oversight.step set note = 'lain' where $case`),
    'event-changed',
  ],
  ['removes an access', run('delete from oversight.case_access where $case'), 'event-missing'],
  [
    'changes who gave an access',
    run(`update oversight.case_access set given_by = 'key:z' where $case`),
    'event-changed',
  ],
  ['exchanges a message', run(`update oversight.message set sealed = 'lain' where $case`), 'event-changed'],
  ['removes a message', run('delete from oversight.message where $case'), 'event-missing'],
  ['exchanges a file', run(`update oversight.file_part set sealed = 'lain' where $case`), 'event-changed'],
  ['removes part of a file', run('delete from oversight.file_part where $case'), 'event-changed'],
  ['exchanges a public key', run(`update oversight.key set seal_public = sha256('x')`), 'event-changed'],
  [
    'exchanges the key of a case',
    run(`update oversight.case_file set team_public = sha256('x') where id = '$id'`),
    'event-changed',
  ],
  ['shortens how long is kept', run('update oversight.channel set keep_days = 30'), 'event-changed'],
  ['takes somebody off the list', run('delete from oversight.recipient where serial = 3'), 'event-missing'],
  [
    'adds an access of their own',
    run(`insert into oversight.case_access
      select agency_id, case_id, key_id, 'aaaaaaaaaaaaaaaa', sealed, 'key:' || key_id, at + interval '9 hours'
      from oversight.case_access where $case limit 1`),
    'access-unexplained',
  ],
  [
    'hides an event behind a deletion that was',
    run(
      `update oversight.logged set erased_by = (select id from oversight.event where kind = 'case.deleted'), id = '', salt = ''
        where what = 'event' and id = (select id from oversight.event where kind = 'case.opened' limit 1)`,
      `delete from oversight.event where id in (select id from oversight.event where kind = 'case.opened' limit 1)`,
    ),
    'deletion-unproven',
  ],
  [
    'hides one behind a deletion that never was',
    run(
      `update oversight.logged set erased_by = 'bbbbbbbbbbbbbbbb', id = '', salt = '' where what = 'step' and id = '$id/9'`,
    ),
    'deletion-unproven',
  ],
  [
    'removes the deletion itself',
    run(`delete from oversight.event where kind = 'case.deleted'`),
    'event-missing',
  ],
  [
    'removes what an entry stands for',
    run(`delete from oversight.logged where what = 'step'`),
    'event-unlisted',
  ],
  [
    'gives a row another salt',
    run(`update oversight.logged set salt = sha256('x') where what = 'step' and erased_by is null`),
    'event-changed',
  ],
  [
    'lists what no entry holds',
    run(`insert into oversight.logged values ('fakfak', 99999, 'event', 'x', '2024-09-18', sha256('x'))`),
    'beyond-end',
  ],
  [
    'cuts the end off the log',
    run(`delete from evidence.log_entry where campaign_id = 'pengawasan' and idx > 40`),
    'entry-missing',
  ],
  [
    'replaces an entry',
    run(`update evidence.log_entry set entry = 'ikrar' where campaign_id = 'pengawasan'
        and idx = (select min(idx) from oversight.logged where erased_by is null)`),
    'entry-changed',
  ],
];

describe('somebody with all rights over the database', () => {
  it.each(TAMPERINGS)('%s', async (_how, tamper, code) => {
    const [first] = (await tampered(site.db.pool, tamper, all)).flatMap(({ difference }) => difference ?? []);
    expect(first?.code).toBe(code);
  });

  it('adds an event and dates it back', async () => {
    const later = new Date(at.getTime() + DAY);
    const addLate = () =>
      site.db.pool.query(
        `insert into oversight.event values ($1, 'cccccccccccccccc', $2, $3, 'account:z', 'case.opened', '{}')`,
        [site.agencyId, caseId, new Date(at.getTime() - 4 * DAY)],
      );
    await addLate();
    await writeBatch(site.platform, site.agencyId, '2030-01-03', later);
    const [first] = (await tampered(site.db.pool, async () => {}, all)).flatMap(
      ({ difference }) => difference ?? [],
    );
    expect(first).toMatchObject({ code: 'event-back-dated', place: { row: 'event cccccccccccccccc' } });
  });

  it('who has the log key too is found by whoever kept a tree head', async () => {
    const rewrite: Tamper = async (client) => {
      const { rows } = await client.query(
        `select published_at from evidence.checkpoint where campaign_id = 'pengawasan'`,
      );
      await client.query(
        `update evidence.log_entry set entry = entry || '' where campaign_id = 'pengawasan'`,
      );
      await client.query(
        `update evidence.log_entry set entry = (select entry from evidence.log_entry where campaign_id = 'pengawasan' and idx = 9)
         where campaign_id = 'pengawasan' and idx = 3`,
      );
      await publishAnew(client, key, 'pengawasan', [32], [rows[0].published_at]);
    };
    const codes = (await tampered(site.db.pool, rewrite, all)).map(({ difference }) => difference?.code);
    expect(codes.at(-1)).toMatch(/^head-/);
  });
});
