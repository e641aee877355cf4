import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, openApiWorld } from '../../../test/api-world.ts';
import { signedIn } from '../../../test/staff.ts';
import { transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { to } from '../../urls.ts';
import { hooksOf } from '../hooks.ts';
import { hookPages } from '../index.ts';

let site: ApiWorld;
let officer: { cookie: string };
const PATH = to('hooks', { agency: 'fakfak' });

beforeAll(async () => {
  site = await openApiWorld();
  hookPages(site.app, site.platform);
  officer = await signedIn(site.db.pool, site.platform.now(), { agencyId: 'fakfak', role: 'officer' });
});
afterAll(() => site.close());

const get = (path: string, who = officer) => site.app.request(path, { headers: who });
const post = (path: string, fields: [string, string][], who = officer) =>
  site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...who, origin: 'http://localhost' },
  });
const hooks = () => hooksOf(site.db.pool, 'fakfak');
const pathOf = (id: string) => to('hook', { agency: 'fakfak', hook: id });
const secretIn = (html: string) => /ikh_\w{40}/.exec(html)?.[0];

describe('the page of hooks', () => {
  it('adds one, whose secret is shown once', async () => {
    const answer = await post(PATH, [
      ['address', 'https://simpeg.contoh.go.id/ikrar'],
      ['kinds', 'log'],
      ['kinds', 'campaign'],
    ]);
    const secret = secretIn(await answer.text());
    expect([answer.status, secret?.length]).toEqual([200, 44]);
    const [hook] = await hooks();
    for (const path of [PATH, pathOf(hook?.id ?? '')]) {
      const html = await (await get(path)).text();
      expect(html).toContain('simpeg.contoh.go.id');
      expect(html).not.toContain(secret);
    }
  });

  it.each([
    ['http://simpeg.contoh.go.id/', 'log', 'address'],
    ['https://192.168.1.5/', 'log', 'address'],
    ['https://simpeg.contoh.go.id/', 'semua', 'kinds'],
  ])('refuses %s for %s and keeps it', async (address, kinds, field) => {
    const answer = await post(PATH, [
      ['address', address],
      ['kinds', kinds],
    ]);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain(`href="#f-${field}"`);
    expect(html).toContain(`value="${address}"`);
  });

  it('pauses, goes on, replaces the secret, tries the way and shows what came of it', async () => {
    const [hook] = await hooks();
    const path = pathOf(hook?.id ?? '');
    const act = async (name: string) => (await post(path, [['act', name]])).status;
    expect(await act('pause')).toBe(303);
    expect((await hooks())[0]?.state).toBe('paused');
    site.setClock(new Date(site.platform.now().getTime() + 1000));
    expect(await act('resume')).toBe(303);
    expect(secretIn(await (await post(path, [['act', 'replace']])).text())).toBeTruthy();
    expect(await act('test')).toBe(303);
    await site.db.pool.query(
      `update platform.hook_delivery set tries = 9, last_code = 'timeout', ended_at = now(), outcome = 'dead'`,
    );
    const html = await (await get(path)).text();
    expect(html).toContain('tidak menjawab dalam 10 detik');
    expect(html).toContain('Kirim ulang semua yang gagal (1)');
    expect(await act('replay')).toBe(303);
    expect((await hooks())[0]).toMatchObject({ waiting: 1, failed: 0 });
    expect(await act('lain')).toBe(400);
    expect(await act('end')).toBe(303);
    expect(await act('test')).toBe(409);
    expect(await (await get(path)).text()).not.toContain('<form class="row"');
  });

  it('is of one institution', async () => {
    const [hook] = await hooks();
    const stranger = await signedIn(site.db.pool, site.platform.now(), {
      agencyId: 'asing',
      role: 'officer',
    });
    expect((await get(PATH, stranger)).status).toBe(403);
    const strange = to('hook', { agency: 'asing', hook: hook?.id ?? '' });
    expect((await get(strange, stranger)).status).toBe(404);
    expect((await post(strange, [['act', 'pause']], stranger)).status).toBe(404);
  });
});

describe('hooks by a program', () => {
  it('are made, listed, replayed and ended, and are of its institution', async () => {
    const token = await site.token(['hooks:manage']);
    const strange = await site.token(['hooks:manage'], { agencyId: 'asing' });
    const wish = { address: 'https://simpeg.contoh.go.id/dua', kinds: ['campaign'] };
    const made = await site.ask(token, 'POST', '/hooks', wish);
    const { id, secret } = (await made.json()) as { id: string; secret: string };
    expect([made.status, secretIn(secret)]).toEqual([201, secret]);
    await transaction(site.db.pool, (client) =>
      happened(client, {
        ...{
          agencyId: 'fakfak',
          at: site.platform.now(),
          actor: 'system',
          kind: 'campaign.opened',
          subject: 'g',
        },
      }),
    );
    const deliveries = await (await site.ask(token, 'GET', `/hooks/${id}/deliveries`)).json();
    expect(deliveries).toMatchObject({ deliveries: [{ kind: 'campaign.opened', outcome: null, tries: 0 }] });
    for (const [method, path, body] of [
      ['GET', `/hooks/${id}/deliveries`, undefined],
      ['POST', `/hooks/${id}/replay`, { delivery: null }],
      ['POST', `/hooks/${id}/secret`, undefined],
      ['DELETE', `/hooks/${id}`, undefined],
    ] as const)
      expect((await site.ask(strange, method, path, body)).status).toBe(404);
    expect(await (await site.ask(strange, 'GET', '/hooks')).json()).toEqual({ hooks: [] });
    expect(await (await site.ask(token, 'POST', `/hooks/${id}/replay`, { delivery: null })).json()).toEqual({
      queued: 0,
    });
    expect((await site.ask(token, 'DELETE', `/hooks/${id}`)).status).toBe(200);
    expect((await site.ask(token, 'DELETE', `/hooks/${id}`)).status).toBe(409);
    const bad = await site.ask(token, 'POST', '/hooks', { ...wish, address: 'https://169.254.169.254/' });
    expect([bad.status, ((await bad.json()) as { code: string }).code]).toEqual([
      422,
      'hooks.addressPrivate',
    ]);
  });
});
