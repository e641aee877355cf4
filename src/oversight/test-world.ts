import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase, Pool } from 'pg';
import { createWorld, type World } from '../../test/campaign-world.ts';
import { asServer, freshDatabase, type TestDatabase } from '../../test/database.ts';
import { addAccount, addGrant, type Role, recogniseVisitors, startSession } from '../access/index.ts';
import { readConfig } from '../platform/config.ts';
import { transaction } from '../platform/db/index.ts';
import { createApp } from '../platform/http/app.tsx';
import type { App } from '../platform/http/visit.ts';
import { createPlatform, type Platform } from '../platform/platform.ts';
import { addKey } from './keys/keys.ts';
import { chainOf, changeRecipients, recipientsAt } from './recipients/index.ts';
import {
  newRandomId,
  newSeed,
  nextStatement,
  type RecipientRole,
  type StaffKey,
  signStatement,
  staffKey,
  toText,
  type Wrap,
  wrapByPassphrase,
} from './seal/index.ts';
import { nodeSlowHash } from './slow-hash.ts';
import { type Reported, type ReportWish, reportAs } from './test-report.ts';

export const PASSPHRASE = 'empat kata untuk contoh';
export const START = new Date('2024-09-18T00:15:00Z');

/** Somebody of the staff; the private halves stay in memory here, as they would in their browser. */
export interface TestStaff {
  agencyId: string;
  accountId: string;
  name: string;
  /** Null where they have made none. */
  keyId: string | null;
  key: StaffKey | null;
}
export type KeyedStaff = TestStaff & { keyId: string; key: StaffKey };

/**
 * An invented institution with a channel: two inspectors who receive reports (the second keeps identities too), and its
 * head, who decides. Add pages to `app` before the first request.
 */
export interface OversightWorld {
  db: TestDatabase;
  platform: Platform;
  app: App;
  agencyId: string;
  world: World;
  inspector: KeyedStaff;
  second: KeyedStaff;
  leader: KeyedStaff;
  /** What the application would have written to its log. */
  faults: string[];
  setClock(at: Date): void;
  /** Headers of somebody signed in, this moment. */
  signedIn(who: Pick<TestStaff, 'accountId'>): Promise<{ cookie: string }>;
  /** An account with one grant, here or elsewhere, without a key. */
  newStaff(role: Role, at?: { agencyId?: string; unitId?: string }): Promise<TestStaff>;
  /** The same with a key, that opens with PASSPHRASE; not in the list of recipients. */
  newKeyed(role: Role, at?: { agencyId?: string; unitId?: string }): Promise<KeyedStaff>;
  /** Signs somebody into the list, or out of it, as the browser of `by` does. */
  list(change: 'add' | 'end', who: KeyedStaff, role: RecipientRole, by: KeyedStaff): Promise<void>;
  /** Seals and stores a report as the browser of a reporter does: to all recipients there are. */
  report(wish?: ReportWish): Promise<Reported>;
  close(): Promise<void>;
}

export async function openOversightWorld(agencyId = 'fakfak'): Promise<OversightWorld> {
  const db = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-oversight-'));
  let at = START;
  const platform = createPlatform(asServer(db.pool), readConfig({ IKRAR_DATA: dataDir }), () => at);
  const faults: string[] = [];
  const app = createApp(platform.config, (line) => faults.push(line));
  recogniseVisitors(app, platform);
  const world = await createWorld(db.pool, agencyId, START);
  const here = { db, platform, app, agencyId, world, faults };
  const newStaff: OversightWorld['newStaff'] = (role, place = {}) =>
    staffAt(db.pool, { agencyId, ...place, role }, at);
  const newKeyed: OversightWorld['newKeyed'] = async (role, place) =>
    keyed(db.pool, await newStaff(role, place), at);
  const list: OversightWorld['list'] = (change, who, role, by) =>
    listed(db.pool, { change, who, role, by }, at);
  const [inspector, second, leader] = await Promise.all([
    newKeyed('inspector'),
    newKeyed('inspector'),
    newKeyed('leader'),
  ]);
  await list('add', inspector, 'recipient', inspector);
  await list('add', second, 'recipient', inspector);
  await list('add', second, 'custodian', inspector);
  await list('add', leader, 'decider', inspector);
  await db.pool.query(`insert into oversight.channel values ($1, $2, 'open', 730, $3, $4)`, [
    ...[agencyId, newRandomId(), `account:${inspector.accountId}`, START],
  ]);
  return {
    ...{ ...here, inspector, second, leader, newStaff, newKeyed, list },
    setClock: (moment) => {
      at = moment;
    },
    signedIn: async ({ accountId }) => ({
      cookie: `ikrar_sesi=${await startSession(db.pool, accountId, at)}`,
    }),
    report: async (wish = {}) => reportAs(db.pool, agencyId, await recipientsAt(db.pool, agencyId), wish, at),
    close: async () => {
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let count = 0;

async function staffAt(
  pool: Pool,
  { agencyId, role, unitId = null }: { agencyId: string; role: Role; unitId?: string | null },
  now: Date,
): Promise<TestStaff> {
  const client = pool as unknown as ClientBase;
  const name = `Pejabat Contoh ${++count}`;
  const password = 'kata-sandi-contoh';
  const accountId = await addAccount(
    client,
    { username: `pejabat${count}`, name, password, isExample: false },
    now,
  );
  await addGrant(client, { agencyId, accountId, role, unitId, by: 'system' }, now);
  return { agencyId, accountId, name, keyId: null, key: null };
}

async function keyed(pool: Pool, who: TestStaff, now: Date): Promise<KeyedStaff> {
  const { agencyId, accountId } = who;
  const key = await staffKey(newSeed());
  const keyId = newRandomId();
  const publics = { sealPublic: key.seal.publicKey, signPublic: key.sign.publicKey };
  await transaction(pool, (client) => addKey(client, { agencyId, accountId, id: keyId, ...publics }, now));
  const wrap = await wrapByPassphrase(key.seed, { agency: agencyId, keyId }, PASSPHRASE, nodeSlowHash);
  await storeWrap(pool, { agencyId, keyId, by: `account:${accountId}` }, wrap, now);
  return { ...who, keyId, key };
}

async function storeWrap(
  pool: Pool,
  { agencyId, keyId, by }: { agencyId: string; keyId: string; by: string },
  { way, params, sealed }: Wrap,
  now: Date,
): Promise<void> {
  const row = [agencyId, keyId, newRandomId(), way, params, sealed, by, now];
  await pool.query('insert into oversight.key_wrap values ($1, $2, $3, $4, $5, $6, $7, $8)', row);
}

async function listed(
  pool: Pool,
  of: { change: 'add' | 'end'; who: KeyedStaff; role: RecipientRole; by: KeyedStaff },
  now: Date,
): Promise<void> {
  const { who, by, change, role } = of;
  const { agencyId, keyId, accountId, name: label } = who;
  const statement = nextStatement(await chainOf(pool, agencyId), {
    ...{ agency: agencyId, at: now.toISOString(), change, keyId, accountId, role, label },
    sealPublic: toText(who.key.seal.publicKey),
    signPublic: toText(who.key.sign.publicKey),
  });
  const row = signStatement(statement, { keyId: by.keyId, privateKey: by.key.sign.privateKey });
  await transaction(pool, (client) =>
    changeRecipients(client, { agencyId, accountId: by.accountId, row }, now),
  );
}
