import type { ClientBase } from 'pg';
import { freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { testApp } from '../../../test/staff.ts';
import type { Config } from '../../platform/config.ts';
import { transaction } from '../../platform/db/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import type { App } from '../../platform/http/visit.ts';
import type { Platform } from '../../platform/platform.ts';
import { urls } from '../../urls.ts';
import { addAccount, addGrant, guard, recogniseVisitors, signInPages, startSession } from '../index.ts';

/** Where an installation that says nothing else is reached. */
export const ADDRESS = 'http://localhost:3000';
export const PASSWORD = 'kata sandi panjang';

/** An application with sign-in alone, whose clock can be set. */
export interface WaySite {
  db: TestDatabase;
  app: App;
  platform: Platform;
  /** What it wrote into its log. */
  log: string[];
  setClock(at: Date): void;
  /** Somebody with a role at these institutions. @returns the account's id */
  add(username: string, ...agencies: string[]): Promise<string>;
  /** A browser of its own; of another server on the same database and keys, where that is said. */
  browser(server?: App): Browser;
  /** Another server. */
  another(): App;
  /** Kinds of events in the trails, the oldest first. */
  kinds(agencyId?: string): Promise<string[]>;
  close(): Promise<void>;
}

export interface Browser {
  cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  text(path: string): Promise<string>;
  post(path: string, body?: Record<string, string>): Promise<Response>;
  /** Without typing: hashing a password takes longer than all the rest of a test. */
  signIn(username: string): Promise<Browser>;
}

export async function openWaySite(settings: Partial<Config> = {}, start = new Date()): Promise<WaySite> {
  const db = await freshDatabase();
  let now = start;
  const { platform: plain } = testApp(db.pool, start);
  const platform = { ...plain, config: { ...plain.config, ...settings }, now: () => now };
  const log: string[] = [];
  const app = serverOf(platform, log);
  const add = (username: string, ...agencies: string[]) =>
    transaction(db.pool, async (client: ClientBase) => {
      const account = { username, name: `${username} Contoh`, password: PASSWORD, isExample: false };
      const accountId = await addAccount(client, account, now);
      for (const agencyId of agencies) {
        await addGrant(client, { agencyId, accountId, role: 'officer', unitId: null, by: 'system' }, now);
      }
      return accountId;
    });
  return {
    ...{ db, app, platform, log, add },
    setClock: (at) => {
      now = at;
    },
    browser: (server = app) => browserOf(server, platform),
    another: () => serverOf(platform, log),
    kinds: async (agencyId = 'satu') => {
      const asked = 'select kind from platform.event where agency_id = $1 order by at, id';
      return (await db.pool.query<{ kind: string }>(asked, [agencyId])).rows.map(({ kind }) => kind);
    },
    close: () => db.drop(),
  };
}

function serverOf(platform: Platform, log: string[]): App {
  const app = createApp(platform.config, (line) => log.push(line));
  recogniseVisitors(app, platform);
  signInPages(app, platform, (line) => log.push(line));
  // A page of staff that anybody with a role may see.
  app.get(urls.campaigns, (c) => c.text(guard(c, 'campaign.read').account.username));
  return app;
}

function browserOf(app: App, { pool, now }: Platform): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: { method: string; body?: URLSearchParams }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(ADDRESS + path, { ...init, headers: { origin: ADDRESS, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const browser: Browser = {
    cookies,
    get: (path) => send(path, { method: 'GET' }),
    text: async (path) => (await send(path, { method: 'GET' })).text(),
    post: (path, body = {}) => send(path, { method: 'POST', body: new URLSearchParams(body) }),
    signIn: async (username) => {
      const found = await pool.query('select id from access.account where username = $1', [username]);
      cookies.set('ikrar_sesi', await startSession(pool, found.rows[0].id, now()));
      return browser;
    },
  };
  return browser;
}

/** Where an answer leads, or its status. */
export const leads = (answer: Response) => answer.headers.get('location') ?? answer.status;

/** Waits until something is there that is made after the answer. */
export async function soon<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it never came');
}
