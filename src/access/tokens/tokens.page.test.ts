import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApiWorld } from '../../../test/api-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { institutionOf } from '../../agencies/index.ts';
import { transaction } from '../../platform/db/index.ts';
import { to } from '../../urls.ts';
import { approvalsAt, decideApproval } from '../approvals.ts';
import { tokensPage } from './index.ts';
import { isWellFormed, newToken } from './secret.ts';

const PATH = to('tokens', { agency: 'fakfak' });
let site: ApiWorld;
let officer: { cookie: string };
const now = () => site.platform.now();

beforeAll(async () => {
  site = await openApiWorld();
  tokensPage(site.app, site.platform, institutionOf(site.platform));
  officer = await signedIn(site.db.pool, now(), { agencyId: 'fakfak', role: 'officer' });
});
afterAll(() => site.close());

const form = (change: Record<string, string | string[]> = {}) => {
  const until = new Date(now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const fields = { name: 'SIMPEG Contoh', scopes: ['roster:read'], unitId: '', reason: 'Uji coba', until };
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...fields, act: 'make', ...change }))
    for (const one of [value].flat()) body.append(name, one);
  return body;
};
const post = (body: URLSearchParams, who = officer) =>
  site.app.request(PATH, { method: 'POST', body, headers: { ...who, origin: 'http://localhost' } });
const given = (html: string) => /<code>(ikr_\w+)<\/code>/.exec(html)?.[1] ?? '';

describe('making a token', () => {
  it('shows it once, and it opens what was chosen', async () => {
    const html = await (await post(form())).text();
    const token = given(html);
    expect(isWellFormed(token)).toBe(true);
    expect((await site.ask(token, 'GET', '/roster')).status).toBe(200);
    expect((await site.ask(token, 'GET', '/campaigns')).status).toBe(403);
    const list = await (await site.app.request(PATH, { headers: officer })).text();
    expect(list).toContain('SIMPEG Contoh');
    expect(list).not.toContain(token.slice(4));
    const { rows } = await site.db.pool.query(`select t::text from access.token t`);
    expect(JSON.stringify(rows)).not.toContain(token.slice(4));
  });

  it('keeps what was typed where something is wrong', async () => {
    const answer = await post(form({ name: '', reason: '', scopes: [], until: '2034-01-01' }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['name', 'scopes', 'reason', 'until']) expect(html).toContain(`href="#f-${field}"`);
    expect((await post(form({ scopes: 'hooks:manage', unitId: site.world.units.dinas }))).status).toBe(422);
    expect((await post(form({ unitId: 'asing-dinas' }))).status).toBe(422);
  });

  it('that writes takes two people, for exactly that token, once', async () => {
    const wish = form({ scopes: ['roster:read', 'roster:write'] });
    const asked = await post(wish);
    expect([asked.status, given(await asked.text())]).toEqual([409, '']);
    expect((await post(wish)).status).toBe(409);
    const waiting = await approvalsAt(site.db.pool, 'fakfak');
    expect(waiting).toMatchObject([
      { kind: 'token.write', subject: 'SIMPEG Contoh: roster:read, roster:write (*)' },
    ]);
    const second = await signedIn(site.db.pool, now(), { agencyId: 'fakfak', role: 'officer' });
    const { rows } = await site.db.pool.query(
      `select id from access.account where id <> $1 order by created_at desc, username desc limit 1`,
      [waiting[0]?.askedBy.slice('account:'.length)],
    );
    expect(second.cookie).toBeTruthy();
    const deciding = { agencyId: 'fakfak', id: waiting[0]?.id ?? '', note: '', by: `account:${rows[0]?.id}` };
    await transaction(site.db.pool, (client) =>
      decideApproval(client, { ...deciding, decision: 'approved' }, now()),
    );
    expect((await post(form({ scopes: ['roster:read', 'roster:write', 'hooks:manage'] }))).status).toBe(409);
    const made = await post(wish);
    expect([made.status, isWellFormed(given(await made.text()))]).toEqual([200, true]);
    expect((await post(wish)).status).toBe(409);
  });
});

describe('ending a token', () => {
  it('takes a reason, works at once, and once', async () => {
    const token = given(await (await post(form({ name: 'Sementara' }))).text());
    const { rows } = await site.db.pool.query(`select id from access.token where name = 'Sementara'`);
    const ending = (reason: string) => new URLSearchParams({ act: 'end', id: rows[0]?.id, reason });
    expect((await post(ending(''))).status).toBe(422);
    expect((await site.ask(token, 'GET', '/roster')).status).toBe(200);
    expect((await post(ending('Sistemnya ditutup'))).status).toBe(303);
    expect((await site.ask(token, 'GET', '/roster')).status).toBe(401);
    expect((await post(ending('lagi'))).status).toBe(409);
    expect(await (await site.app.request(PATH, { headers: officer })).text()).toContain('Sistemnya ditutup');
  });

  it('is for officers of the whole institution', async () => {
    const auditor = await signedIn(site.db.pool, now(), { agencyId: 'fakfak', role: 'auditor' });
    const stranger = await signedIn(site.db.pool, now(), { agencyId: 'asing', role: 'officer' });
    const clerk = await signedIn(site.db.pool, now(), {
      agencyId: 'fakfak',
      role: 'officer',
      unitId: site.world.units.dinas,
    });
    const read = async (who: { cookie: string }) => (await site.app.request(PATH, { headers: who })).status;
    expect([await read(auditor), await read(stranger), await read(clerk)]).toEqual([200, 403, 403]);
    for (const who of [auditor, stranger, clerk]) expect((await post(form(), who)).status).toBe(403);
  });
});

describe('a token as text', () => {
  it('is known for one of ours, and every slip of one letter is seen', () => {
    const token = newToken();
    expect(token).toMatch(/^ikr_[0-9a-z]{38}$/);
    expect(isWellFormed(token)).toBe(true);
    for (let at = 4; at < token.length; at += 1) {
      const other = token[at] === '0' ? '1' : '0';
      expect(isWellFormed(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
    }
    expect(isWellFormed(`${token}0`)).toBe(false);
    expect(isWellFormed(token.toUpperCase())).toBe(false);
  });
});
