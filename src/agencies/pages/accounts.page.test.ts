import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testApp } from '../../../test/staff.ts';
import { signInPages } from '../../access/index.ts';
import { openPool } from '../../platform/db/index.ts';
import { workAsApplication } from '../../platform/opened.ts';
import { agencyPages } from './index.ts';
import { openSite, type Site } from './test-site.ts';

let site: Site;
let officer: string;
let count = 0;
let username: string;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());
beforeEach(async () => {
  officer = await site.signedIn([['satu', 'officer']]);
  count += 1;
  username = `budi${count}`;
});

const LIST = '/kerja/satu/akun';
const send = (path: string, body: Record<string, string>, cookie = officer) =>
  site.post(path, cookie, new URLSearchParams(body));
const add = (role: string, unitId = '', body: Record<string, string> = {}) =>
  send(LIST, { name: 'Budi Rekaan', username, role, unitId, why: 'SK 1.', ...body });
const passwordIn = (html: string) => /<code>((?:[a-z]+-){6}[a-z]+)<\/code>/.exec(html)?.[1] ?? '';
const enter = async (password: string) => {
  const answer = await send('/masuk', { username, password }, '');
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { status: answer.status, cookie };
};
const pathOf = async () => {
  const { rows } = await site.pool.query('select id from access.account where username = $1', [username]);
  return `${LIST}/${rows[0]?.id}`;
};
const grantsOf = async (path: string) => {
  const { rows } = await site.pool.query(
    'select id, role from access.role_grant where account_id = $1 order by id',
    [path.split('/').at(-1)],
  );
  return rows as { id: string; role: string }[];
};
const kinds = async (path: string) => {
  const { rows } = await site.pool.query(
    'select kind, data from platform.event where subject = $1 order by id',
    [path.split('/').at(-1)],
  );
  // Coming in is told too, by the way that was taken.
  return rows.map(({ kind }) => kind).filter((kind) => kind !== 'account.signedIn');
};

describe('a new account', () => {
  it('gets a first password in the answer alone, signs in, and may do what its role may', async () => {
    const answer = await add('auditor');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const password = passwordIn(await answer.text());
    expect(password).not.toBe('');
    expect(await (await site.get(LIST, officer)).text()).not.toContain(password);
    const { rows } = await site.pool.query(
      `select 1 from platform.event where data::text like '%' || $1 || '%'`,
      [password],
    );
    expect(rows).toEqual([]);
    const { status, cookie } = await enter(password);
    expect(status).toBe(303);
    expect((await site.get('/kerja/satu/jejak', cookie)).status).toBe(200);
    for (const path of [LIST, await pathOf(), '/kerja/satu/pegawai/baru', '/kerja/dua/jejak'])
      expect((await site.get(path, cookie)).status, path).toBe(403);
    expect(await kinds(await pathOf())).toEqual(['account.added']);
    const list = await (await site.get(LIST, officer)).text();
    expect(list).toContain(username);
    expect(await (await site.get('/kerja/satu/jejak', officer)).text()).toContain('Akun dibuat');
  });

  it('needs a name, a role, a free user name, and a unit of this institution where it is an operator', async () => {
    for (const [role, unitId, body] of [
      ['operator', '', {}],
      ['operator', 'dua-root', {}],
      ['leader', 'dua-root', {}],
      ['king', '', {}],
      ['auditor', '', { name: ' \u200b' }],
      ['auditor', '', { username: 'A b' }],
      ['auditor', '', { why: ' ' }],
      ['auditor', '', { until: '2020-01-01' }],
      ['auditor', '', { until: 'besok' }],
    ] as const) {
      const answer = await add(role, unitId, body);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('class="errors"');
    }
    expect(await pathOf()).toBe(`${LIST}/undefined`);
    expect((await add('operator', 'satu-root')).status).toBe(200);
    const taken = await add('auditor');
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('sudah dipakai');
  });
});

describe('roles', () => {
  it('are added, and ended at once with a reason', async () => {
    const { cookie } = await enter(passwordIn(await (await add('auditor')).text()));
    const path = await pathOf();
    const why = 'Tambahan tugas.';
    expect((await send(path, { aksi: 'tambah', role: 'auditor', unitId: '', why })).status).toBe(422);
    expect((await send(path, { aksi: 'tambah', role: 'leader', unitId: '' })).status).toBe(422);
    expect((await send(path, { aksi: 'tambah', role: 'operator', unitId: '', why })).status).toBe(422);
    expect((await send(path, { aksi: 'tambah', role: 'operator', unitId: 'satu-root', why })).status).toBe(
      303,
    );
    const [first, second] = await grantsOf(path);
    expect(second?.role).toBe('operator');
    const end = (reason: string) => send(path, { aksi: 'akhiri', grantId: first?.id as string, reason });
    expect((await end(' ')).status).toBe(422);
    expect((await site.get('/kerja/satu/jejak', cookie)).status).toBe(200);
    expect((await end('Pindah tugas.')).status).toBe(303);
    expect((await site.get('/kerja/satu/jejak', cookie)).status).toBe(403);
    expect((await end('Pindah tugas.')).status).toBe(422);
    expect(await (await site.get(path, officer)).text()).toContain('Pindah tugas.');
    expect(await kinds(path)).toEqual(['account.added', 'account.roleAdded', 'account.roleEnded']);
    expect((await send(path, { aksi: 'tambah', role: 'auditor', unitId: '', why })).status).toBe(303);
    expect((await site.get('/kerja/satu/jejak', cookie)).status).toBe(200);
  });

  it('never leave an institution without its officer, also when two end each other at once', async () => {
    const known = new Set<string>();
    const newOfficer = async () => {
      const cookie = await site.signedIn([['dua', 'officer']]);
      const { rows } = await site.pool.query(
        `select id, account_id from access.role_grant where agency_id = 'dua' and unit_id is null`,
      );
      const { id, account_id } = rows.find((row) => !known.has(row.id));
      known.add(id);
      return { cookie, grantId: id as string, path: `/kerja/dua/akun/${account_id}` };
    };
    type Officer = Awaited<ReturnType<typeof newOfficer>>;
    const end = ({ cookie }: Officer, { path, grantId }: Officer) =>
      send(path, { aksi: 'akhiri', grantId, reason: 'Uji.' }, cookie);
    await site.signedIn([['dua', 'officer', 'dua-root']]);
    const [one, two] = [await newOfficer(), await newOfficer()];
    const each = await Promise.all([end(one, two), end(two, one)]);
    expect(each.map(({ status }) => status).sort()).toEqual([303, 403]);
    const left = each[0].status === 303 ? one : two;
    const last = await end(left, left);
    expect(last.status).toBe(422);
    expect(await last.text()).toContain('terakhir');
    const next = await newOfficer();
    const selves = await Promise.all([end(left, left), end(next, next)]);
    expect(selves.map(({ status }) => status).sort()).toEqual([303, 422]);
    const open = await Promise.all([left, next].map(({ cookie }) => site.get('/kerja/dua/akun', cookie)));
    expect(open.map(({ status }) => status).sort()).toEqual([200, 403]);
  });
});

describe('passwords', () => {
  it('are changed by their owner, which ends the other sessions', async () => {
    const first = passwordIn(await (await add('auditor')).text());
    const [here, there] = [await enter(first), await enter(first)];
    const change = (old: string, next: string, again = next) =>
      send('/kerja/sandi', { old, next, again }, here.cookie);
    expect((await site.get('/kerja/sandi', here.cookie)).status).toBe(200);
    expect((await site.get('/kerja/sandi')).status).toBe(401);
    expect((await change('salah', 'sebuah kata sandi')).status).toBe(422);
    expect((await change(first, 'pendek')).status).toBe(422);
    expect((await change(first, 'sebuah kata sandi', 'lain')).status).toBe(422);
    expect((await site.get('/kerja/satu/jejak', there.cookie)).status).toBe(200);
    expect((await change(first, 'sebuah kata sandi')).status).toBe(303);
    expect((await site.get('/kerja/satu/jejak', here.cookie)).status).toBe(200);
    expect((await site.get('/kerja/satu/jejak', there.cookie)).status).toBe(401);
    expect((await enter(first)).status).toBe(401);
    expect((await enter('sebuah kata sandi')).status).toBe(303);
    expect(await kinds(await pathOf())).toEqual(['account.added', 'account.passwordChanged']);
  });

  it('are given anew by an officer, only to accounts of this institution alone', async () => {
    const first = passwordIn(await (await add('auditor')).text());
    const { cookie } = await enter(first);
    const path = await pathOf();
    const reset = await send(path, { aksi: 'sandi' });
    const second = passwordIn(await reset.text());
    expect([reset.status, reset.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await site.get('/kerja/satu/jejak', cookie)).status).toBe(401);
    expect([(await enter(first)).status, (await enter(second)).status]).toEqual([401, 303]);
    expect(await kinds(path)).toContain('account.passwordReset');
    await site.pool.query(
      `insert into access.role_grant values ('dua', 'x', $1, 'auditor', null, 'system', now())`,
      [path.split('/').at(-1)],
    );
    expect((await send(path, { aksi: 'sandi' })).status).toBe(403);
    expect((await enter(second)).status).toBe(303);
  });
});

describe('the pages are for the officer of the whole institution', () => {
  it.each([
    ['officer of another', [['dua', 'officer']]],
    ['officer of one unit', [['satu', 'officer', 'satu-root']]],
    ['leader', [['satu', 'leader']]],
    ['operator', [['satu', 'operator', 'satu-root']]],
    ['auditor', [['satu', 'auditor']]],
  ] as const)('not the %s, whether or not the account is there', async (_, grants) => {
    await add('auditor');
    const path = await pathOf();
    const other = await site.signedIn(grants as unknown as Parameters<Site['signedIn']>[0]);
    for (const at of [LIST, path, `${LIST}/tidak-ada`]) {
      expect((await site.get(at, other)).status).toBe(403);
      expect((await send(at, { aksi: 'sandi' }, other)).status).toBe(403);
    }
    expect((await site.get(`${LIST}/tidak-ada`, officer)).status).toBe(404);
    const elsewhere = await site.signedIn([['dua', 'officer']]);
    const foreign = path.replace('/satu/', '/dua/');
    expect((await site.get(foreign, elsewhere)).status).toBe(404);
    for (const aksi of ['sandi', 'tambah', 'akhiri'])
      expect(
        (await send(foreign, { aksi, role: 'auditor', reason: 'Uji.', grantId: 'x' }, elsewhere)).status,
      ).toBe(404);
  });
});

it('works as the role that may only add', async () => {
  const pool = await openPool(site.url, () => {});
  await workAsApplication(site.pool, pool, (line) => {
    throw new Error(line);
  });
  const { app, platform } = testApp(pool, new Date());
  signInPages(app, platform);
  agencyPages(app, platform);
  const ask = (path: string, cookie: string, body: Record<string, string>) =>
    app.request(`http://localhost${path}`, {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost' },
      body: new URLSearchParams(body),
    });
  const answer = await ask(LIST, officer, {
    name: 'Budi',
    username,
    role: 'auditor',
    unitId: '',
    why: 'Uji.',
  });
  const first = passwordIn(await answer.text());
  const path = await pathOf();
  expect((await ask(path, officer, { aksi: 'tambah', role: 'leader', unitId: '', why: 'Uji.' })).status).toBe(
    303,
  );
  const [grant] = await grantsOf(path);
  const end = { aksi: 'akhiri', grantId: grant?.id as string, reason: 'Uji.' };
  expect((await ask(path, officer, end)).status).toBe(303);
  const { cookie } = await enter(first);
  const own = { old: first, next: 'sebuah kata sandi', again: 'sebuah kata sandi' };
  expect((await ask('/kerja/sandi', cookie, own)).status).toBe(303);
  expect((await ask(path, officer, { aksi: 'sandi' })).status).toBe(200);
  const denied = expect.objectContaining({ code: '42501' });
  for (const [table, column] of [
    ['access.grant_ending', 'reason'],
    ['access.password_change', 'password_hash'],
  ]) {
    await expect(pool.query(`delete from ${table}`)).rejects.toEqual(denied);
    await expect(pool.query(`update ${table} set ${column} = 'x'`)).rejects.toEqual(denied);
  }
  await pool.end();
});
