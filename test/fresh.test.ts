import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_ACTIONS } from '../src/access/index.ts';
import { type Composed, compose } from '../src/app.ts';
import { NO_WORK } from '../src/worker.ts';
import {
  addressOf,
  type Held,
  holding,
  type MatrixWorld,
  openMatrixWorld,
  type UrlName,
} from './matrix-world.ts';

const ORIGIN = 'http://localhost';
let there: MatrixWorld;
let composed: Composed;
beforeAll(async () => {
  there = await openMatrixWorld();
  composed = await compose(there.site.platform, NO_WORK, (line) => there.site.faults.push(line));
}, 30_000);
afterAll(async () => {
  composed?.hush();
  await there?.site.close();
});

const FRESH = Object.entries(ALL_ACTIONS).filter(([, action]) => 'fresh' in action && action.fresh);
/** Somebody whom the action names, with a grant for all of it. */
function heldFor(action: (typeof FRESH)[number][1]): Held {
  if ('wide' in action) return { role: action.wide[0] ?? 'steward', regionCode: null };
  const role = 'who' in action ? (action.who[0] ?? 'officer') : 'officer';
  return { role, agencyId: there.own.world.agencyId, unitId: null };
}

it('names what takes power', () => {
  expect(FRESH.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'accounts.manage',
      'accounts.ways',
      'approvals.decide',
      'tokens.change',
      'nation.grants',
    ]),
  );
});

it('asks every one of them for a fresh proof, and changes nothing without', async () => {
  const events = async () =>
    Number((await there.site.db.pool.query('select count(*) from platform.event')).rows[0].count);
  const before = await events();
  const wrong: string[] = [];
  for (const [name, action] of FRESH) {
    const headers = await (await holding(there.site.db.pool, heldFor(action)))();
    await there.site.db.pool.query("update access.session set proved_at = proved_at - interval '11 minutes'");
    for (const [method, url] of action.at) {
      const path = addressOf(url as UrlName, there.own.things);
      const answer = await composed.app.request(ORIGIN + path, {
        method,
        headers: { ...headers, origin: ORIGIN },
        ...(method === 'POST' ? { body: new URLSearchParams({ aksi: 'x' }) } : {}),
      });
      const said = method === 'GET' ? answer.headers.get('location') : answer.status;
      const wanted = method === 'GET' ? `/masuk/ulang?ke=${encodeURIComponent(path)}` : 401;
      if (said !== wanted) wrong.push(`${name} ${method} ${url}: ${said}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await events()).toBe(before);
  expect(there.site.faults).toEqual([]);
});
