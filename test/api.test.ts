import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '../src/access/index.ts';
import { ownData } from '../src/privacy/own-data/own-data.ts';
import { type ApiWorld, openApiWorld } from './api-world.ts';
import { addStaff, signAs } from './signing-world.ts';

type Json = Record<string, unknown>;
interface Person extends Json {
  id: string;
  name: string;
  idNumber: string | null;
  unitId: string;
}

let site: ApiWorld;
let campaign: string;
let nurses: string[];
let all: string;

beforeAll(async () => {
  site = await openApiWorld();
  nurses = await addStaff(site, [{}, {}, { unitId: site.world.units.kecamatan }]);
  campaign = await site.openedCampaign();
  for (const person of [site.world.people.dinas, nurses[0], nurses[2]])
    await signAs(site, campaign, person as string);
  all = await site.token(SCOPES);
});
afterAll(() => site.close());

const json = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Json;
const code = async (answer: Response | Promise<Response>) => {
  const got = await answer;
  return [got.status, ((await got.json()) as Json).code];
};

describe('reading', () => {
  it('brings the roster page by page, each person once, and only who changed since', async () => {
    const found: Person[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const { people, next } = await json(site.ask(all, 'GET', `/roster?limit=3${cursor}`));
      found.push(...(people as Person[]));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(found).toHaveLength(8);
    expect(new Set(found.map(({ id }) => id)).size).toBe(8);
    expect(found[0]).toMatchObject({ unitName: expect.any(String), changedAt: expect.any(String) });
    const since = await json(site.ask(all, 'GET', '/roster?updatedSince=2024-09-10T00:00:00Z'));
    expect(since.people).toEqual([]);
  });

  it('brings campaigns and one of them with its texts', async () => {
    const { campaigns } = await json(site.ask(all, 'GET', '/campaigns'));
    expect(campaigns).toMatchObject([{ id: campaign, state: 'open', audience: 7 }]);
    const one = await json(site.ask(all, 'GET', `/campaigns/${campaign}`));
    expect(one).toMatchObject({
      pact: { version: 1, points: expect.any(Array) },
      circular: { date: '2024-09-02' },
    });
  });

  it('brings results in the order of the log, from where one stopped', async () => {
    const first = await json(site.ask(all, 'GET', `/campaigns/${campaign}/results?limit=2`));
    expect(first).toMatchObject({
      next: 1,
      more: true,
      results: [{ index: 0 }, { index: 1, method: 'slip' }],
    });
    const rest = await json(site.ask(all, 'GET', `/campaigns/${campaign}/results?after=1`));
    expect(rest).toMatchObject({ next: 2, more: false, results: [{ index: 2, personId: nurses[2] }] });
    const none = await json(site.ask(all, 'GET', `/campaigns/${campaign}/results?after=2`));
    expect(none).toEqual({ results: [], next: 2, more: false });
  });

  it('brings coverage with its denominator, moment and definition', async () => {
    const figures = await json(site.ask(all, 'GET', `/campaigns/${campaign}/coverage`));
    expect(figures).toMatchObject({
      total: { audience: 7, signed: 3 },
      definition: expect.stringContaining('signed'),
    });
    expect((figures.units as Json[]).length).toBe(3);
  });

  it('answers 304 where nothing changed', async () => {
    for (const path of ['/campaigns', `/campaigns/${campaign}/coverage`]) {
      const tag = (await site.ask(all, 'GET', path)).headers.get('etag') ?? '';
      const again = await site.ask(all, 'GET', path, undefined, { 'if-none-match': `W/${tag}` });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('is told in the trail, once a request, with the number and the token', async () => {
    const { rows } = await site.db.pool.query(
      `select actor, data from platform.event where kind = 'people.readByToken' and data->>'list' = 'results' order by id`,
    );
    expect(rows.map(({ data }) => [data.count, data.of]).sort()).toEqual([
      [1, campaign],
      [2, campaign],
    ]);
    expect(rows[0]?.actor).toMatch(/^token:/);
  });

  it('is among what a person is told of their own data', async () => {
    const { lists } = await ownData(site.db.pool, 'fakfak', nurses[2] as string, site.platform.now());
    expect(lists).toContainEqual(expect.objectContaining({ list: 'results', times: 2, readers: 1 }));
  });

  it('brings the trail without its content, a minute behind', async () => {
    const now = site.platform.now();
    const kinds = async () =>
      ((await json(site.ask(all, 'GET', '/events'))).events as Json[]).map(({ kind }) => kind);
    expect(await kinds()).not.toContain('people.readByToken');
    site.setClock(new Date(now.getTime() + 120_000));
    expect(await kinds()).toContain('people.readByToken');
    const { events, next } = await json(site.ask(all, 'GET', '/events?limit=2'));
    expect(Object.keys((events as Json[])[0] as Json).sort()).toEqual([
      'actor',
      'at',
      'id',
      'kind',
      'subject',
    ]);
    const more = (await json(site.ask(all, 'GET', `/events?after=${next}`))).events as Json[];
    expect(more.length).toBeGreaterThan(0);
    expect(more.map(({ id }) => id)).not.toContain((events as Json[])[0]?.id);
    site.setClock(now);
  });
});

describe('writing people', () => {
  const one = { idNumber: '19850312 201001 2 007', name: 'Rekawati Contoh, S.Sos.', category: 'pns' };

  it('adds, changes, leaves and refuses each by itself, by the rules of roster files', async () => {
    const unitId = site.world.units.dinas;
    const people = [
      { ...one, unitId, rank: 'III/a' },
      { ...one, unitId },
      { idNumber: '198513122010012007', name: 'Salah Nomor', category: 'pns', unitId },
      { idNumber: '198503122010011001', name: 'Pegawai Contoh Nol', category: 'pns', post: 'Analis Utama' },
      { idNumber: '198503122010012015', name: 'Tanpa Unit', category: 'pns', unitCode: 'tidak-ada' },
    ];
    const answer = await json(site.ask(all, 'PUT', '/roster/people', { people }));
    expect(answer).toMatchObject({ added: 1, changed: 1, same: 0, refused: 3 });
    const results = answer.results as { result: string; problems: { field: string }[] }[];
    expect(results.map(({ result }) => result)).toEqual([
      'added',
      'refused',
      'refused',
      'changed',
      'refused',
    ]);
    expect(results.map(({ problems }) => problems[0]?.field)).toEqual([
      undefined,
      'idNumber',
      'idNumber',
      undefined,
      'unitId',
    ]);
    const again = await json(site.ask(all, 'PUT', '/roster/people', { people: people.slice(0, 1) }));
    expect(again).toMatchObject({ same: 1, added: 0, changed: 0 });
    const { rows } = await site.db.pool.query(`select corrected_by from agencies.person_correction`);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.corrected_by).toMatch(/^token:/);
  });

  it('does once what comes twice under one key, also side by side', async () => {
    const body = { people: [{ ...one, name: 'Rekawati Contoh Dua', unitId: site.world.units.dinas }] };
    const send = (sent: unknown) =>
      site.ask(all, 'PUT', '/roster/people', sent, { 'idempotency-key': 'kiriman-2024-0001' });
    const answers = await Promise.all([send(body), send(body), send(body)]);
    const texts = await Promise.all(answers.map((answer) => answer.json()));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
    expect(texts[0]).toMatchObject({ changed: 1 });
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(2);
    expect(await code(send({ people: [one] }))).toEqual([422, 'api.keyReused']);
  });

  it('refuses what is not as described, naming each place', async () => {
    const people = [
      { ...one, category: 'raja' },
      { ...one, istri: 'x' },
    ];
    const answer = await site.ask(all, 'PUT', '/roster/people', { people });
    const problem = await json(answer);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status: 422, code: 'api.invalid', type: '/api#api.invalid' });
    expect((problem.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/people/0/category',
      '/people/1',
    ]);
    const many = Array.from({ length: 501 }, () => one);
    expect(await code(site.ask(all, 'PUT', '/roster/people', { people: many }))).toEqual([
      422,
      'api.invalid',
    ]);
  });
});

describe('a token', () => {
  it('opens nothing when missing, mistyped, unknown, over or without the scope, and a cookie is none', async () => {
    const over = await site.token(['roster:read'], { until: new Date(site.platform.now().getTime() - 1000) });
    const narrow = await site.token(['campaigns:read']);
    const slip = `${all.slice(0, 10)}${all[10] === 'a' ? 'b' : 'a'}${all.slice(11)}`;
    expect(await code(site.ask(null, 'GET', '/roster'))).toEqual([401, 'tokens.missing']);
    expect(await code(site.ask(null, 'GET', '/roster', undefined, { cookie: `ikrar_sesi=${all}` }))).toEqual([
      401,
      'tokens.missing',
    ]);
    expect(await code(site.ask(slip, 'GET', '/roster'))).toEqual([401, 'tokens.mistyped']);
    expect(await code(site.ask('ikr_pendek', 'GET', '/roster'))).toEqual([401, 'tokens.mistyped']);
    expect(await code(site.ask(over, 'GET', '/roster'))).toEqual([401, 'tokens.over']);
    expect(await code(site.ask(narrow, 'GET', '/roster'))).toEqual([403, 'tokens.scope']);
    const first = await site.ask(null, 'GET', '/roster');
    expect(first.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('of one scope opens what that scope opens, and nothing else', async () => {
    for (const scope of SCOPES) {
      const token = await site.token([scope]);
      for (const route of site.api.routes) {
        const path = route.path.replace('{campaign}', campaign).replace('{hook}', 'tiada');
        const answer = await site.ask(token, route.method, path, route.body ? {} : undefined);
        if (route.scope === scope) expect([200, 404, 422], `${scope} ${path}`).toContain(answer.status);
        else expect(answer.status, `${scope} ${path}`).toBe(403);
      }
    }
  });

  it('of another institution sees nothing of this one, at any address', async () => {
    const strange = await site.token(SCOPES, { agencyId: 'asing' });
    const { rows } = await site.db.pool.query(
      `select id, name from agencies.person where agency_id = 'fakfak' union select id, name from agencies.unit where agency_id = 'fakfak'
       union select id, title from campaigns.campaign where agency_id = 'fakfak' union select receipt, receipt from signing.signature`,
    );
    const secrets = rows.map(({ id }) => id as string);
    expect(secrets.length).toBeGreaterThan(12);
    for (const route of site.api.routes) {
      const path = route.path.replace('{campaign}', campaign).replace('{hook}', 'tiada');
      const body =
        route.name === 'writePeople'
          ? {
              people: [
                {
                  idNumber: '198503122010011001',
                  name: 'Pencuri',
                  category: 'pns',
                  unitId: site.world.units.dinas,
                },
              ],
            }
          : route.body && {};
      const answer = await site.ask(strange, route.method, path, body);
      const text = await answer.text();
      expect(
        secrets.filter((secret) => text.includes(secret)),
        `${route.method} ${path}`,
      ).toEqual([]);
      if (path.includes(campaign)) expect(answer.status).toBe(404);
    }
    const { rows: kept } = await site.db.pool.query(`select 1 from agencies.person where name = 'Pencuri'`);
    expect(kept).toEqual([]);
  });

  it('of one unit sees that unit and what is below it', async () => {
    const token = await site.token(['roster:read', 'roster:write', 'results:read', 'coverage:read'], {
      unitId: site.world.units.dinas,
    });
    const { people } = await json(site.ask(token, 'GET', '/roster'));
    const { dinas, seksi } = site.world.units;
    expect(new Set((people as Person[]).map(({ unitId }) => unitId))).toEqual(new Set([dinas, seksi]));
    const { results } = await json(site.ask(token, 'GET', `/campaigns/${campaign}/results`));
    expect((results as { personId: string }[]).map(({ personId }) => personId)).not.toContain(nurses[2]);
    const figures = await json(site.ask(token, 'GET', `/campaigns/${campaign}/coverage`));
    expect((figures.units as { id: string }[]).every(({ id }) => id === dinas || id === seksi)).toBe(true);
    const elsewhere = {
      idNumber: '198503122010011002',
      name: 'Pegawai Contoh Dua',
      category: 'pns',
      unitId: dinas,
    };
    const away = { ...elsewhere, idNumber: '198503122010012023', unitId: site.world.units.kecamatan };
    const written = await json(site.ask(token, 'PUT', '/roster/people', { people: [elsewhere, away] }));
    expect(written).toMatchObject({ refused: 2 });
  });

  it('is held to its share, told in each answer', async () => {
    const token = await site.token(['campaigns:read']);
    const first = await site.ask(token, 'GET', '/campaigns');
    expect(first.headers.get('ratelimit')).toBe('"token";r=299;t=60');
    for (let i = 1; i < 300; i += 1) await site.ask(token, 'GET', '/campaigns/tiada');
    const last = await site.ask(token, 'GET', '/campaigns');
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await site.ask(all, 'GET', '/campaigns')).status).toBe(200);
  });
});

describe('what hostile programs send', () => {
  it('is refused as a problem, whatever it is', async () => {
    const raw = (body: string, type = 'application/json', size?: number) =>
      site.app.request('http://localhost/api/v1/roster/people', {
        method: 'PUT',
        body,
        headers: {
          ...{ authorization: `Bearer ${all}`, 'content-type': type },
          ...(size ? { 'content-length': String(size) } : {}),
        },
      });
    expect(await code(raw('{'))).toEqual([400, 'api.notJson']);
    expect(await code(raw('{}', 'text/plain'))).toEqual([400, 'api.notJson']);
    expect(await code(raw('[]'))).toEqual([422, 'api.invalid']);
    expect(await code(raw(' '.repeat(2_000_000), 'application/json', 2_000_000))).toEqual([
      413,
      'platform.tooLarge',
    ]);
    expect(
      await code(raw('{"people":[{"__proto__":{"a":1},"idNumber":"\\u0000","name":"x","category":"pns"}]}')),
    ).toEqual([422, 'api.invalid']);
    for (const cursor of ['x', 'cm9zdGVyOg', Buffer.from("roster:a' or 1=1").toString('base64url')])
      expect(await code(site.ask(all, 'GET', `/roster?cursor=${cursor}`))).toEqual([422, 'api.badCursor']);
    expect(await code(site.ask(all, 'GET', '/roster?limit=100000'))).toEqual([422, 'api.invalid']);
    expect(await code(site.ask(all, 'GET', '/roster?lain=1'))).toEqual([422, 'api.invalid']);
    expect(await code(site.ask(all, 'GET', '/campaigns/%00'))).toEqual([400, 'platform.unreadable']);
    expect(await code(site.ask(all, 'GET', '/tiada'))).toEqual([404, 'platform.notFound']);
    expect(site.faults).toEqual([]);
  });

  it('is answered in the language that it asks for', async () => {
    const { title } = await json(site.ask(null, 'GET', '/roster', undefined, { 'accept-language': 'en' }));
    expect(title).toContain('Send a token');
  });
});
