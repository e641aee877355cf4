import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ALL_ACTIONS,
  type AnyAction,
  type AnyActionName,
  actionAt,
  type Column,
  cellOf,
} from '../src/access/index.ts';
import { type Composed, compose } from '../src/app.ts';
import { urls } from '../src/urls.ts';
import { NO_WORK } from '../src/worker.ts';
import {
  addressOf,
  type Held,
  holding,
  type MatrixWorld,
  openMatrixWorld,
  type Place,
  type UrlName,
} from './matrix-world.ts';

const ORIGIN = 'http://localhost';
/** Guessing codes is slowed down, which tells as little. */
const REFUSED = [401, 403, 404, 429];
/** Paths of programs, which have rules of their own: files, tiles of public logs, tokens with scopes. */
const NOT_PAGES = /^\/(aset|api\/v1|log\/.+\/(checkpoint|tile|timestamp))(\/|$)/;
/** Where somebody is told the same of a thing of others and of one that is not there, as in this world. */
const TOLD_ALIKE = ['devices', 'scan', 'scanFile', 'scanSheet', 'scanSheetPaper'];
let there: MatrixWorld;
let composed: Composed;
let cells = 0;
const leaks: string[] = [];
const shut: string[] = [];

interface Row {
  name: AnyActionName;
  action: AnyAction;
  method: 'GET' | 'POST';
  url: UrlName;
}
const ROWS: readonly Row[] = Object.entries(ALL_ACTIONS).flatMap(([name, action]) =>
  action.at.map(([method, url]) => ({ name: name as AnyActionName, action, method, url })),
);
const of = (part: 'who' | 'wide' | 'own' | 'open') => ROWS.filter(({ action }) => part in action);

/** Columns whose grant is of an institution, and the grant. */
const STAFF: readonly { column: Column; role: string; ofUnit: boolean }[] = [
  { column: 'officer', role: 'officer', ofUnit: false },
  { column: 'unitOfficer', role: 'officer', ofUnit: true },
  { column: 'operator', role: 'operator', ofUnit: true },
  { column: 'leader', role: 'leader', ofUnit: false },
  { column: 'inspector', role: 'inspector', ofUnit: false },
  { column: 'auditor', role: 'auditor', ofUnit: false },
];

beforeAll(async () => {
  there = await openMatrixWorld();
  composed = await compose(there.site.platform, NO_WORK, (line) => there.site.faults.push(line));
}, 30_000);
afterAll(async () => {
  composed?.hush();
  await there?.site.close();
  console.log(`access matrix: ${cells} cells tried, leaks ${leaks.length}, wrongly shut ${shut.length}`);
});

/** Somebody with a session, which a page may end (opening a tablet does): then they sign in again. */
class Somebody {
  private headers: { cookie: string } | null = null;
  private readonly enter: (() => Promise<{ cookie: string }>) | null;

  constructor(enter: (() => Promise<{ cookie: string }>) | null) {
    this.enter = enter;
  }

  async ask({ method, url }: Row, things: Record<string, string>): Promise<number> {
    if (this.enter && !this.headers) this.headers = await this.enter();
    const headers = { ...this.headers, origin: ORIGIN };
    // Of a unit or person of theirs where a form needs one; everything else is missing, so that little is done.
    const body = new URLSearchParams({ unit: things.unit ?? '', person: things.person ?? '' });
    const path = ORIGIN + addressOf(url, things);
    const answer = await composed.app.request(path, {
      method,
      headers,
      ...(method === 'POST' ? { body } : {}),
    });
    await answer.arrayBuffer();
    if (url === 'tabletOpen' && method === 'POST') this.headers = null;
    return answer.status;
  }
}

async function somebody(held: Held, state?: Parameters<typeof holding>[2]): Promise<Somebody> {
  return new Somebody(await holding(there.site.db.pool, held, state));
}

function judge(row: Row, who: string, status: number, expected: 'may' | 'not'): void {
  cells += 1;
  const refused = REFUSED.includes(status);
  const said = `${row.name} ${row.method} ${row.url} ${who}: ${status}`;
  const isShut = expected === 'may' && (status === 401 || status === 403) && !TOLD_ALIKE.includes(row.url);
  if (status >= 500 || isShut) shut.push(said);
  if (expected === 'not' && !refused) leaks.push(said);
}

const inAddress = ({ url }: Row, ...names: string[]) => names.some((name) => urls[url].includes(`:${name}`));
const grantAt = ({ world }: Place, role: string, ofUnit: boolean): Held => ({
  ...{ agencyId: world.agencyId, role, unitId: ofUnit ? world.units.kecamatan : null },
});

it('puts every address of the application into exactly one action, and every action on an address', () => {
  const routes = composed.app.routes.filter(({ method, path }) => method !== 'ALL' && !NOT_PAGES.test(path));
  const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  expect([...known].filter((one) => !actionAt(...(one.split(' ') as [string, string])))).toEqual([]);
  const stated = ROWS.map(({ method, url }) => `${method} ${urls[url]}`);
  expect(
    stated.filter((one, i) => stated.indexOf(one) !== i),
    'in two actions',
  ).toEqual([]);
  expect(
    stated.filter((one) => !known.has(one)),
    'no such page',
  ).toEqual([]);
});

it.each(STAFF)(
  '$column: what is theirs, and nothing else',
  async ({ column, role, ofUnit }) => {
    const { own, other } = there;
    const one = await somebody(grantAt(own, role, ofUnit));
    const ended = await somebody(grantAt(own, role, ofUnit), 'ended');
    const expired = await somebody(grantAt(own, role, ofUnit), 'expired');
    const elsewhere = await somebody(grantAt(other, role, ofUnit));
    for (const row of of('who')) {
      const may = cellOf(row.action, column) === 'no' ? 'not' : 'may';
      judge(row, column, await one.ask(row, own.things), may);
      judge(row, `${column}, other institution`, await one.ask(row, other.things), 'not');
      judge(row, `${column} elsewhere`, await elsewhere.ask(row, own.things), 'not');
      judge(row, `${column}, ended`, await ended.ask(row, own.things), 'not');
      judge(row, `${column}, expired`, await expired.ask(row, own.things), 'not');
      if (inAddress(row, 'campaign', 'ceremony', 'person', 'unit', 'account') || row.url === 'approval') {
        const mixed = { ...other.things, agency: own.world.agencyId };
        judge(row, `${column}, things of another`, await one.ask(row, mixed), 'not');
      }
      if (ofUnit && inAddress(row, 'person', 'unit')) {
        const { dinas } = own.world.units;
        const things = { ...own.things, person: own.world.people.dinas, unit: dinas };
        judge(row, `${column}, other unit`, await one.ask(row, things), 'not');
      }
    }
    for (const row of of('wide')) judge(row, column, await one.ask(row, own.things), 'not');
    for (const row of of('own'))
      if (row.method === 'GET' || cellOf(row.action, column) === 'no')
        judge(
          row,
          column,
          await one.ask(row, own.things),
          cellOf(row.action, column) === 'no' ? 'not' : 'may',
        );
    for (const row of of('open').filter(({ name }) => name === 'sign.own'))
      judge(row, `${column}, without the code`, await one.ask(row, own.things), 'not');
    expect({ leaks, shut, faults: there.site.faults }).toEqual({ leaks: [], shut: [], faults: [] });
  },
  60_000,
);

it('steward and overseer: figures, no people', async () => {
  const { own, other } = there;
  const nobody = new Somebody(null);
  for (const role of ['steward', 'overseer'] as const) {
    const one = await somebody({ role, regionCode: null });
    const ended = await somebody({ role, regionCode: null }, 'ended');
    const expired = await somebody({ role, regionCode: null }, 'expired');
    for (const row of of('wide')) {
      judge(row, role, await one.ask(row, own.things), cellOf(row.action, role) === 'no' ? 'not' : 'may');
      judge(row, `${role}, ended`, await ended.ask(row, own.things), 'not');
      judge(row, `${role}, expired`, await expired.ask(row, own.things), 'not');
    }
    for (const row of of('who')) judge(row, role, await one.ask(row, own.things), 'not');
  }
  const province = await somebody({ role: 'overseer', regionCode: '62' });
  for (const row of of('wide')) {
    const may = cellOf(row.action, 'overseer') === 'no' ? 'not' : 'may';
    judge(row, 'overseer of a province', await province.ask(row, own.things), may);
    if (inAddress(row, 'region', 'agency'))
      judge(row, 'overseer of another province', await province.ask(row, other.things), 'not');
    judge(row, 'nobody', await nobody.ask(row, own.things), 'not');
  }
  expect({ leaks, shut, faults: there.site.faults }).toEqual({ leaks: [], shut: [], faults: [] });
}, 60_000);

it('nobody: public pages, and nothing of staff', async () => {
  const nobody = new Somebody(null);
  const { own } = there;
  for (const row of [...of('who'), ...of('own')])
    judge(row, 'nobody', await nobody.ask(row, own.things), 'not');
  for (const row of of('open').filter(({ name, method }) => name === 'open.read' && method === 'GET'))
    judge(row, 'nobody', await nobody.ask(row, own.things), 'may');
  for (const row of of('open').filter(({ name }) => name === 'sign.own'))
    judge(row, 'nobody, without the code', await nobody.ask(row, own.things), 'not');
  expect({ leaks, shut, faults: there.site.faults }).toEqual({ leaks: [], shut: [], faults: [] });
}, 60_000);
