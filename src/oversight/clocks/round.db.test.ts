import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type MailServer, startMailServer } from '../../../test/mail-server.ts';
import { openPool, transaction } from '../../platform/db/index.ts';
import { workAsApplication } from '../../platform/opened.ts';
import type { Platform } from '../../platform/platform.ts';
import type { What } from '../cases/stages.ts';
import { writeStep } from '../cases/workflow/write-step.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { pauseClocks, resumeClocks } from './pause.ts';
import { clockRound } from './round.ts';
import { setDays } from './set-days.ts';

let site: OversightWorld;
let mail: MailServer;
let platform: Platform;
const lines: string[] = [];
const log = (line: string) => lines.push(line);
const MONDAY = '2026-11-02';
/** Noon of Jayapura. */
const at = (day: string, time = '12:00') => site.setClock(new Date(`${day}T${time}:00+09:00`));
beforeAll(async () => {
  site = await openOversightWorld();
  mail = await startMailServer();
  const mailing = { url: mail.url, from: 'Ikrar <ikrar@contoh.example>' };
  const config = { ...site.platform.config, publicUrl: 'https://ikrar.contoh.example', mail: mailing };
  platform = { ...site.platform, config };
  await site.db.pool.query(
    `insert into access.account_mail (id, account_id, address, entered_by, entered_at)
     values ('surat1', $1, 'pengawas@contoh.example', 'system', $2)`,
    [site.inspector.accountId, new Date('2024-01-01')],
  );
});
afterAll(async () => {
  await mail.close();
  await site.close();
});
beforeEach(async () => {
  await site.db.pool.query('delete from oversight.notice');
  await site.db.pool.query('delete from oversight.fired');
  await site.db.pool.query('delete from oversight.clock_setting');
  await site.db.pool.query("delete from oversight.step where what <> 'received'");
  await site.db.pool.query(
    `insert into oversight.step select agency_id, case_id, 1, 'closed', 'closed', on_date, '{}', '{}', null, 'system', '2020-01-01'
     from oversight.step where n = 0`,
  );
  lines.length = 0;
  mail.mails.length = 0;
  mail.behave('take');
});

/** Everybody is looked at, as it is every ten minutes. */
const round = async (own = platform) => {
  await site.db.pool.query('delete from oversight.clock_turn');
  return clockRound(own, log);
};
const reported = async (arrivedOn = MONDAY) => {
  at(arrivedOn, '09:00');
  return (await site.report({ arrivedOn })).caseId;
};
const fired = async (caseId: string) =>
  (
    await site.db.pool.query<{ key: string }>(
      `select clock || ':' || start_n || ' ' || what || ' ' || for_day as key from oversight.fired
       where case_id = $1 order by for_day, clock, what`,
      [caseId],
    )
  ).rows.map(({ key }) => key);
const wrote = (caseId: string, what: What, onDate: string, data = {}) =>
  transaction(site.db.pool, (client) =>
    writeStep(
      client,
      { agencyId: site.agencyId, caseId, what, onDate, data, by: 'account:a' },
      platform.now(),
    ),
  );
const RECEIPT_SOON = ['receipt:0 due-soon 2026-11-07', 'satgas-verification:0 due-soon 2026-11-07'];

describe('telling what is due', () => {
  it('tells once, on the day, with an event, and nothing before', async () => {
    const caseId = await reported();
    at('2026-11-06');
    expect(await round()).toBe(0);
    at('2026-11-07');
    expect(await round()).toBe(2);
    expect(await round()).toBe(0);
    expect(await fired(caseId)).toEqual(RECEIPT_SOON);
    const events = await site.db.pool.query(
      "select actor, data from oversight.event where case_id = $1 and kind = 'case.clockFired'",
      [caseId],
    );
    expect(events.rows).toHaveLength(2);
    expect(events.rows[0]).toMatchObject({
      actor: 'system',
      data: { what: 'due-soon', forDay: '2026-11-07' },
    });
  });

  it('owes after a week of standstill what it would have told meanwhile', async () => {
    const caseId = await reported();
    at('2026-11-11');
    await wrote(caseId, 'receipt-sent', '2026-11-11');
    at('2026-11-12');
    expect(await round()).toBe(6);
    expect(await fired(caseId)).toEqual([
      ...RECEIPT_SOON,
      'receipt:0 due 2026-11-09',
      'satgas-verification:0 due 2026-11-09',
      'receipt:0 overdue 2026-11-10',
      'satgas-verification:0 overdue 2026-11-10',
    ]);
  });

  it('says nothing of what was done in time', async () => {
    const caseId = await reported();
    at('2026-11-04');
    await wrote(caseId, 'receipt-sent', '2026-11-04');
    await wrote(caseId, 'taken-up', '2026-11-04');
    await wrote(caseId, 'verified', '2026-11-04');
    at('2026-11-17');
    expect(await round()).toBe(0);
    at('2026-11-18');
    await round();
    expect(await fired(caseId)).toEqual(['no-step:3 stalled 2026-11-18']);
  });

  it('proposes the next body by a step of the system, once, and sends nothing there', async () => {
    const caseId = await reported();
    at('2026-11-16');
    await round();
    await round();
    const { rows } = await site.db.pool.query(
      `select n, what, by, data, on_date::text as day from oversight.step where case_id = $1 and what = 'escalated'`,
      [caseId],
    );
    expect(rows.map(({ data }) => data.clock)).toEqual(['receipt', 'satgas-verification']);
    expect(rows[0]).toMatchObject({
      n: 1,
      by: 'system',
      day: '2026-11-16',
      data: { to: 'ppk', dueOn: '2026-11-09' },
    });
    expect(mail.mails.every(({ to }) => to.join() === 'pengawas@contoh.example')).toBe(true);
  });

  it('a closed case owes nothing more', async () => {
    const caseId = await reported();
    await site.db.pool.query(
      `insert into oversight.step values ($1, $2, 1, 'closed', 'closed', '2026-11-03', '{}', '{}', null, 'account:a', '2026-11-03')`,
      [site.agencyId, caseId],
    );
    at('2026-12-20');
    expect(await round()).toBe(0);
  });
});

describe('several workers, stops and clocks', () => {
  it('two at once tell each moment once', async () => {
    const ids = [await reported(), await reported(), await reported()];
    at('2026-11-16');
    await site.db.pool.query('delete from oversight.clock_turn');
    const told = await Promise.all([
      clockRound(platform, log),
      site.db.pool.query('delete from oversight.clock_turn').then(() => round()),
      sleep(5).then(() => round()),
    ]);
    await round();
    expect(told.reduce((sum, n) => sum + n, 0)).toBe(ids.length * 8);
    for (const id of ids) expect(new Set(await fired(id)).size).toBe(8);
    const { rows } = await site.db.pool.query(
      "select count(*)::int as n from oversight.event where kind = 'case.clockFired' and case_id = any($1)",
      [ids],
    );
    expect(rows[0].n).toBe(ids.length * 8);
  });

  it('one that is cut off in between leaves each case whole or untouched', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => reported()));
    at('2026-11-10');
    const pool = await openPool(site.db.url, () => {});
    await workAsApplication(site.db.pool, pool, () => {});
    await site.db.pool.query('delete from oversight.clock_turn');
    const cut = clockRound({ ...platform, pool }, log).catch(() => 0);
    for (;;) {
      const { rows } = await site.db.pool.query('select count(*)::int as n from oversight.fired');
      if (rows[0].n > 0) break;
    }
    await site.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and query ~ 'oversight' and state <> 'idle'`,
    );
    await pool.end();
    await cut;
    for (const id of ids) expect([0, 6]).toContain((await fired(id)).length);
    await round();
    for (const id of ids) expect(await fired(id)).toHaveLength(6);
    const { rows } = await site.db.pool.query(
      "select count(*)::int as n from oversight.event where kind = 'case.clockFired' and case_id = any($1)",
      [ids],
    );
    expect(rows[0].n).toBe(ids.length * 6);
  });

  it('a turn taken under a clock that is set back later keeps nobody waiting', async () => {
    const caseId = await reported();
    at('2026-11-10');
    await clockRound(platform, log);
    at('2026-11-09');
    await site.db.pool.query('delete from oversight.fired');
    expect(await clockRound(platform, log)).toBe(4);
    expect(await fired(caseId)).toHaveLength(4);
    at('2026-11-10');
    await clockRound(platform, log);
    expect(await fired(caseId)).toHaveLength(6);
  });
});

describe('mails', () => {
  it('one a day to each who sees the case, in the morning, with no word of it', async () => {
    const [caseId] = [await reported(), await reported()];
    at('2026-11-07', '00:10');
    await round();
    expect(mail.mails).toHaveLength(0);
    at('2026-11-07', '07:00');
    await round();
    await round();
    expect(mail.mails.map(({ to }) => to)).toEqual([['pengawas@contoh.example']]);
    const { source } = mail.mails[0] as { source: string };
    const text = bodyOf({ source });
    expect(text).toContain('https://ikrar.contoh.example/kerja');
    for (const word of [
      caseId,
      caseId.slice(0, 4).toUpperCase(),
      'Contoh Selatan',
      site.inspector.name,
      site.agencyId,
    ])
      expect(source).not.toContain(word);
  });

  it('are tried again under the same Message-ID', async () => {
    await reported();
    at('2026-11-07');
    mail.behave('greylist');
    await round();
    expect(mail.mails).toHaveLength(0);
    mail.behave('take');
    at('2026-11-07', '12:04');
    await round();
    expect(mail.mails).toHaveLength(0);
    const { rows } = await site.db.pool.query('select token from oversight.notice where account_id = $1', [
      site.inspector.accountId,
    ]);
    at('2026-11-07', '12:06');
    await round();
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.source).toContain(`<ikrar-due-${rows[0].token}@contoh.example>`);
  });

  it('not to who is recused, and none where no mail is set', async () => {
    const caseId = await reported();
    await site.db.pool.query(
      "insert into oversight.recusal values ($1, $2, $3, 'own-word', 'account:a', now())",
      [site.agencyId, caseId, site.inspector.accountId],
    );
    at('2026-11-07');
    await round();
    expect(mail.mails).toHaveLength(0);
    await site.db.pool.query('delete from oversight.notice');
    await reported();
    at('2026-11-09');
    await round(site.platform);
    const { rows } = await site.db.pool.query('select 1 from oversight.notice');
    expect(rows).toHaveLength(0);
  });
});

describe('pauses and own lengths', () => {
  const pauseAt = (caseId: string, change = {}) =>
    transaction(site.db.pool, (client) =>
      pauseClocks(
        client,
        {
          ...{ agencyId: site.agencyId, caseId, of: ['satgas-verification:0'], kind: 'other-body' },
          ...{
            from: platform.now().toISOString().slice(0, 10),
            until: '',
            note: null,
            by: 'account:a',
            ...change,
          },
        },
        platform.now(),
        platform.now().toISOString().slice(0, 10),
      ),
    );
  const resumeAt = (caseId: string, paused: number) =>
    transaction(site.db.pool, (client) =>
      resumeClocks(
        client,
        { agencyId: site.agencyId, caseId, paused, by: 'account:a' },
        platform.now(),
        platform.now().toISOString().slice(0, 10),
      ),
    );

  it('are steps; nothing is told meanwhile, and the day moves by as much', async () => {
    const caseId = await reported();
    at('2026-11-05');
    const paused = await pauseAt(caseId);
    at('2026-11-12');
    await round();
    expect((await fired(caseId)).filter((key) => key.startsWith('satgas'))).toEqual([]);
    await resumeAt(caseId, paused);
    await expect(resumeAt(caseId, paused)).rejects.toMatchObject({ code: 'dueDays.notPaused' });
    at('2026-11-17');
    await round();
    expect((await fired(caseId)).filter((key) => key.startsWith('satgas'))).toEqual([
      'satgas-verification:0 due-soon 2026-11-14',
      'satgas-verification:0 due 2026-11-16',
      'satgas-verification:0 overdue 2026-11-17',
    ]);
  });

  it('never for what was missed, nor without a reason, nor before its clock', async () => {
    const caseId = await reported();
    at('2026-11-05');
    await expect(pauseAt(caseId, { kind: '' })).rejects.toMatchObject({ code: 'dueDays.pauseKind' });
    await expect(pauseAt(caseId, { of: [] })).rejects.toMatchObject({ code: 'dueDays.pauseNone' });
    await expect(pauseAt(caseId, { from: '2026-11-01' })).rejects.toMatchObject({ code: 'dueDays.pauseDay' });
    await expect(pauseAt(caseId, { from: '2026-11-06' })).rejects.toMatchObject({ code: 'dueDays.pauseDay' });
    await expect(pauseAt(caseId, { until: '2026-11-05' })).rejects.toMatchObject({
      code: 'dueDays.pauseUntil',
    });
    at('2026-11-10');
    await expect(pauseAt(caseId, { from: '2026-11-08' })).rejects.toMatchObject({
      code: 'dueDays.pauseMissed',
    });
  });

  it('an own length counts for what begins on its day or later', async () => {
    const before = await reported();
    const set = (days: number) =>
      transaction(site.db.pool, (client) =>
        setDays(
          client,
          {
            ...{ agencyId: site.agencyId, name: 'receipt', days, reason: 'Contoh', by: 'account:a' },
            fromDay: '2026-11-03',
          },
          platform.now(),
        ),
      );
    await set(3);
    await set(4);
    const after = await reported('2026-11-03');
    at('2026-11-07');
    await round();
    expect((await fired(after)).filter((key) => key.startsWith('receipt'))).toEqual([
      'receipt:0 due-soon 2026-11-05',
      'receipt:0 due 2026-11-07',
    ]);
    expect((await fired(before)).filter((key) => key.startsWith('receipt'))).toEqual([RECEIPT_SOON[0]]);
  });
});
