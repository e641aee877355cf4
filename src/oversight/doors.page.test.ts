import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld } from '../../test/campaign-world.ts';
import { to, type urls } from '../urls.ts';
import { oversightPages } from './index.ts';
import { newRandomId, utf8 } from './seal/index.ts';
import { type OversightWorld, openOversightWorld, START, type TestStaff } from './test-world.ts';

const ORIGIN = 'http://localhost';
const NONE = '0'.repeat(16);
const DIGEST = 'a'.repeat(64);

let there: OversightWorld;
let caseId: string;
let file: string;
let people: Record<string, TestStaff>;

beforeAll(async () => {
  there = await openOversightWorld();
  oversightPages(there.app, there.platform);
  const { pool } = there.db;
  const secret = await there.report({ files: [{ name: 'a.txt', type: 'text/plain', bytes: utf8('isi') }] });
  caseId = secret.caseId;
  file = (await pool.query('select id from oversight.file where case_id = $1', [caseId])).rows[0].id;
  const place = [there.agencyId, caseId];
  const left = await there.newKeyed('inspector');
  await pool.query(`insert into oversight.case_access values ($1, $2, $3, $4, $5, 'reporter', $6)`, [
    ...[...place, left.keyId, newRandomId(), new Uint8Array(4145), START],
  ]);
  await pool.query(
    `insert into access.grant_ending (agency_id, grant_id, ended_by, ended_at, reason)
    select agency_id, id, 'system', $2, 'pindah' from access.role_grant where account_id = $1`,
    [left.accountId, START],
  );
  const recused = await there.newKeyed('leader');
  await pool.query(`insert into oversight.case_access values ($1, $2, $3, $4, $5, 'reporter', $6)`, [
    ...[...place, recused.keyId, newRandomId(), new Uint8Array(4145), START],
  ]);
  await pool.query(`insert into oversight.recusal values ($1, $2, $3, 'superior', 'account:x', $4)`, [
    ...[...place, recused.accountId, START],
  ]);
  const listed = await there.newKeyed('inspector');
  await there.list('add', listed, 'recipient', there.inspector);
  await createWorld(pool, 'lain', START);
  const elsewhere = await there.newKeyed('inspector', { agencyId: 'lain' });
  people = {
    ...{ left, recused, listed, elsewhere, leader: there.leader },
    colleague: await there.newStaff('inspector'),
    officer: await there.newStaff('officer'),
    auditor: await there.newStaff('auditor'),
    operator: await there.newStaff('operator', { unitId: there.world.units.kecamatan as string }),
    nobody: { agencyId: '', accountId: '', name: '', keyId: null, key: null },
  };
}, 90_000);
afterAll(() => there?.close());

const GETS = [
  ...['caseFile', 'caseContent', 'casePart', 'caseAccess', 'caseClocks', 'caseDocuments', 'caseDocument'],
  ...['caseHandOff', 'caseKeeping'],
] as const;
const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const json = (value: unknown) => JSON.stringify(value);
const POSTS: readonly (readonly [keyof typeof urls, URLSearchParams | string])[] = [
  ['caseFile', form({ what: 'taken-up', 'taken-up-on': '2024-09-18' })],
  ['caseContent', form({ audience: 'team', text: 'x' })],
  ['caseContent', json({ n: 1, audience: 'team', keyId: null, sealed: 'AQ', files: [], releases: false })],
  ['caseFileNew', 'x'],
  ['caseAccess', form({ act: 'step-back' })],
  ['caseAccess', form({ act: 'find', cari: 'Contoh' })],
  ['caseClocks', form({ act: 'pause', kind: 'other', from: '2024-09-18' })],
  ['caseDocuments', json({ act: 'seal', kind: 'summons-1', digest: DIGEST })],
  ['caseHandOff', json({ destination: 'bkn', digest: DIGEST })],
  ['caseHandOff', form({ result: 'submitted', onDate: '2024-09-18', handOff: 'x' })],
  ['caseKeeping', form({ do: 'hold', holdWhy: 'court', until: '' })],
];

describe('every door of a case', () => {
  it('says the same of it to whoever must not see it as of a case that does not exist', async () => {
    const leaks: string[] = [];
    for (const [name, who] of Object.entries(people)) {
      const cookie = who.accountId === '' ? {} : await there.signedIn(who);
      for (const [door, body] of [...GETS.map((get) => [get, null] as const), ...POSTS]) {
        const [real, none] = [await knock(door, caseId, cookie, body), await knock(door, NONE, cookie, body)];
        const same = real.text === none.text.replaceAll(NONE, caseId) && real.heads === none.heads;
        if (real.status < 400 || real.status > 404 || !same) leaks.push(`${name} ${door} ${real.status}`);
      }
      for (const list of ['oversight', 'oversightDue', 'oversightFigures'] as const) {
        const page = await knock(list, caseId, cookie, null);
        if (page.text.includes(caseId) || page.text.includes(caseId.slice(0, 4).toUpperCase()))
          leaks.push(`${name} ${list}`);
      }
    }
    expect(leaks).toEqual([]);
    const { rows } = await there.db.pool.query(
      `select kind from oversight.event where case_id = $1 and actor <> 'reporter'`,
      [caseId],
    );
    expect([rows, there.faults]).toEqual([[], []]);
  }, 90_000);

  it('opens to who sees it: the knocking itself is right', async () => {
    const cookie = await there.signedIn(there.inspector);
    for (const door of GETS)
      expect([door, (await knock(door, caseId, cookie, null)).status]).toEqual([door, 200]);
  });
});

async function knock(
  door: keyof typeof urls,
  id: string,
  cookie: Record<string, string>,
  body: URLSearchParams | string | null,
) {
  const more = { agency: there.agencyId, case: id, file, part: '0', document: 'summons-1' };
  const query = door === 'caseFileNew' ? `?id=${file}&n=0&parts=1` : '';
  const headers = { ...cookie, origin: ORIGIN, ...(typeof body === 'string' ? JSON_TYPE : {}) };
  const sent = body === null ? {} : { method: 'POST', body };
  const answer = await there.app.request(ORIGIN + to(door as 'casePart', more) + query, { ...sent, headers });
  const heads = json([...answer.headers].filter(([name]) => name !== 'date' && name !== 'set-cookie'));
  return { status: answer.status, text: await answer.text(), heads };
}

const JSON_TYPE = { 'content-type': 'application/json' };
