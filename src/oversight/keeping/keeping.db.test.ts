import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLogs, logKey, originOf } from '../../evidence/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { checkSignatures } from '../../signing/index.ts';
import { OVERSIGHT_LOGS } from '../events/log/contents.ts';
import { logCases } from '../events/log/round.ts';
import { sealTo, utf8 } from '../seal/index.ts';
import { type OversightWorld, openOversightWorld } from '../test-world.ts';
import { askDeletion, decideDeletion, endHold, hold, holdsOf, requestsOf, standingOf } from './keep.ts';
import { deleteDue } from './round.ts';

const DAY = 86_400_000;
let site: OversightWorld;
let at: Date;
beforeAll(async () => {
  site = await openOversightWorld();
  at = site.platform.now();
}, 60_000);
afterAll(() => site.close());

/** The night after so many days: the batch is written, then what is due is deleted. */
async function night(days: number): Promise<number> {
  at = new Date(at.getTime() + days * DAY);
  site.setClock(at);
  await logCases(site.platform);
  return deleteDue(site.platform);
}

const rows = async (sql: string, values: unknown[] = []) => (await site.db.pool.query(sql, values)).rows;
const today = () => at.toISOString().slice(0, 10);
const by = (who: { accountId: string }) => `account:${who.accountId}`;
const inOne = <T>(work: Parameters<typeof transaction<T>>[1]) => transaction(site.platform.pool, work);

async function closedCase(): Promise<string> {
  const { caseId } = await site.report({
    files: [{ name: 'x', type: 'image/png', bytes: new Uint8Array(4) }],
  });
  const note = await sealTo(new Uint8Array(32).fill(9), utf8('catatan'), {
    ...{ agency: site.agencyId, case: caseId, purpose: 'note', from: by(site.inspector), to: 'team' },
  });
  await site.db.pool.query(
    `insert into oversight.step values ($1, $2, 8, 'study', 'classified', $3::timestamptz::date, '{}',
       '{"level": "severe", "case": "rahasia", "actOn": "2024-09-01"}', $4, $5, $3::timestamptz),
     ($1, $2, 9, 'closed', 'closed', $3::timestamptz::date, '{}', '{"reason": "not-provable"}', null, $5, $3::timestamptz)`,
    [site.agencyId, caseId, at, note, by(site.inspector)],
  );
  await site.db.pool.query(`insert into oversight.recusal values ($1, $2, $3, 'superior', $4, $5)`, [
    ...[site.agencyId, caseId, site.leader.accountId, by(site.inspector), at],
  ]);
  return caseId;
}

/** Tables of a case in which something of it stands. */
async function tablesOf(caseId: string): Promise<string[]> {
  const tables = await rows(`select table_name as name from information_schema.columns
    where table_schema = 'oversight' and column_name = 'case_id' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [{ n }] = await rows(`select count(*)::int as n from oversight.${name} where case_id = $1`, [
      caseId,
    ]);
    if (n > 0) found.push(name);
  }
  return found;
}

describe('a case', () => {
  it('is deleted when its period is over, and leaves bare steps and a proof', async () => {
    const caseId = await closedCase();
    const open = (await site.report()).caseId;
    expect(await night(1)).toBe(0);
    const place = { agencyId: site.agencyId, caseId };
    expect(await standingOf(site.platform.pool, place, today())).toMatchObject({
      keepDays: 730,
      held: false,
    });
    const [{ lookup_hash: hash }] = await rows(
      'select lookup_hash from oversight.mailbox where case_id = $1',
      [caseId],
    );
    expect(await night(728)).toBe(0);
    expect(await night(2)).toBe(1);
    expect(await tablesOf(caseId)).toEqual(['deletion', 'event', 'step']);
    expect(await tablesOf(open)).toContain('message');
    const steps = await rows(
      'select what, data, note, by from oversight.step where case_id = $1 and n > 7 order by n',
      [caseId],
    );
    expect(steps).toEqual([
      { what: 'classified', data: { level: 'severe' }, note: null, by: '' },
      { what: 'closed', data: { reason: 'not-provable' }, note: null, by: '' },
    ]);
    const events = await rows('select kind, actor, data from oversight.event where case_id = $1', [caseId]);
    expect(events).toMatchObject([{ kind: 'case.deleted', actor: 'system', data: { rule: 'period' } }]);
    expect(events[0].data.rows).toMatchObject({ message: 1, file: 1, mailbox: 1, recusal: 1, access: 2 });
    // What the code led to is gone: it is told like one that never was.
    expect(await rows('select from oversight.mailbox where lookup_hash = $1', [hash])).toEqual([]);
  });

  it('leaves nothing in any column by which somebody could be found', async () => {
    const caseId = await closedCase();
    await night(1);
    const [{ key_id: keyId, id: accessId }] = await rows(
      'select key_id, id from oversight.case_access where case_id = $1',
      [caseId],
    );
    await night(731);
    const logged = await rows(`select id from oversight.logged where id like $1 or id like '%' || $2`, [
      `%${caseId}%`,
      accessId,
    ]);
    const kept = logged.map(({ id }) => id.replace(caseId, 'CASE'));
    expect(kept.filter((id) => id.includes(keyId) || id.includes(site.leader.accountId))).toEqual([]);
    expect(new Set(kept.map((id) => id.split('/')[0]))).toEqual(new Set(['CASE']));
  });

  it('stays while it is held, and longer where the channel was set to less after it came', async () => {
    const caseId = await closedCase();
    const place = { agencyId: site.agencyId, caseId };
    const doing = { ...place, by: by(site.inspector), today: today() };
    await inOne((client) => hold(client, { ...doing, why: 'court', until: '' }, at));
    await site.db.pool.query(
      `insert into oversight.channel values ($1, 'zzzzzzzzzzzzzzzz', 'open', 30, 'account:x', $2)`,
      [site.agencyId, at],
    );
    await night(40);
    expect((await standingOf(site.platform.pool, place, today()))?.keepDays).toBe(730);
    await night(720);
    expect(await tablesOf(caseId)).toContain('message');
    const [held] = await holdsOf(site.platform.pool, place, today());
    await inOne((client) => endHold(client, { ...doing, id: held?.id ?? '' }, at));
    expect(await night(1)).toBe(1);
    expect(await tablesOf(caseId)).toEqual(['deletion', 'event', 'step']);
  });

  it('goes before its time when two people of it say so, each another human', async () => {
    const caseId = await closedCase();
    await night(10);
    const place = { agencyId: site.agencyId, caseId };
    const one = { ...place, by: by(site.inspector), today: today() };
    const two = { ...one, by: by(site.second) };
    await inOne((client) => askDeletion(client, { ...one, why: 'asked' }, at));
    await expect(inOne((client) => askDeletion(client, { ...two, why: 'asked' }, at))).rejects.toMatchObject({
      code: 'keeping.asked',
    });
    const [request] = await requestsOf(site.platform.pool, place);
    const id = request?.id ?? '';
    const approve = (doing: typeof one) =>
      inOne((client) => decideDeletion(client, { ...doing, id, decision: 'approved' }, at));
    await expect(approve(one)).rejects.toMatchObject({ code: 'keeping.twoPeople' });
    await approve(two);
    await expect(approve(two)).rejects.toMatchObject({ code: 'keeping.requestUnknown' });
    expect(await deleteDue(site.platform)).toBe(0);
    expect(await night(1)).toBe(1);
    expect(await tablesOf(caseId)).toEqual([
      'deletion',
      'deletion_decision',
      'deletion_request',
      'event',
      'step',
    ]);
    expect(await rows('select by from oversight.deletion_request where case_id = $1', [caseId])).toEqual([
      { by: '' },
    ]);
  });

  it('that is open goes by order of a court alone, and not while it is held', async () => {
    const { caseId } = await site.report();
    const doing = { agencyId: site.agencyId, caseId, by: by(site.inspector), today: today() };
    const ask = (why: string) => inOne((client) => askDeletion(client, { ...doing, why }, at));
    await expect(ask('mistake')).rejects.toMatchObject({ code: 'keeping.open' });
    await inOne((client) => hold(client, { ...doing, why: 'audit', until: '' }, at));
    await expect(ask('court')).rejects.toMatchObject({ code: 'keeping.held' });
    const late = inOne((client) => hold(client, { ...doing, why: 'audit', until: today() }, at));
    await expect(late).rejects.toMatchObject({ code: 'keeping.holdUntil' });
  });

  it('is deleted once by two workers at the same time', async () => {
    const caseId = await closedCase();
    at = new Date(at.getTime() + DAY);
    site.setClock(at);
    await logCases(site.platform);
    at = new Date(at.getTime() + 800 * DAY);
    site.setClock(at);
    const both = await Promise.all([deleteDue(site.platform), deleteDue(site.platform)]);
    expect(both.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(1);
    const events = await rows(`select from oversight.event where case_id = $1 and kind = 'case.deleted'`, [
      caseId,
    ]);
    expect(events).toHaveLength(1);
  });
});

describe('what is deleted', () => {
  it('is known for every table of a case', async () => {
    const tables = await rows(`select table_name as name from information_schema.columns
      where table_schema = 'oversight' and column_name = 'case_id' order by 1`);
    const stays = ['deletion', 'deletion_decision', 'deletion_request', 'step'];
    expect(tables.map(({ name }) => name).filter((name) => !stays.includes(name))).toEqual([
      ...['case_access', 'case_access_ending', 'document', 'event', 'file', 'file_part', 'fired', 'hand_off'],
      ...['hand_off_result', 'hold', 'hold_ending', 'mailbox', 'message', 'recusal'],
    ]);
  });

  it('cannot be deleted by the application without the role for it', async () => {
    for (const table of ['message', 'event', 'logged', 'mailbox', 'step', 'deletion'])
      await expect(site.platform.pool.query(`delete from oversight.${table}`), table).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('leaves the log clean, which says how many rows went under which deletion', async () => {
    const key = logKey(site.platform.config, await originOf(site.db.pool));
    const reports = await checkLogs(site.platform, key, checkSignatures, null, undefined, OVERSIGHT_LOGS);
    expect(reports.map(({ difference }) => difference)).toEqual([null]);
    const proofs = await rows(
      `select id, (data ->> 'entries')::int as entries from oversight.event where kind = 'case.deleted' order by 1`,
    );
    expect(Object.keys(reports[0]?.erased ?? {}).sort()).toEqual(proofs.map(({ id }) => id).sort());
  });
});
