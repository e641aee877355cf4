import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCampaign, addRoster } from '../bench/kit/campaign.ts';
import { addAccount, addGrant } from '../src/access/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate, openDatabase, transaction } from '../src/platform/db/index.ts';
import { createPlatform, type Platform } from '../src/platform/platform.ts';
import { removeData, runToEnd, temporaryData, watched } from '../test/server.ts';
import { disturb, openPublic, type Stage, signEverywhere, workAsOfficer } from './kit/canary-flows.ts';
import { mailbox } from './kit/canary-mail.ts';
import {
  type Answered,
  around,
  commandLines,
  fileNames,
  found,
  inPublicTables,
  inTables,
  type Planted,
} from './kit/canary-search.ts';
import { type Fleet, startFleet } from './kit/fleet.ts';
import type { Counts, Trial } from './kit/trial.ts';

export const AGENCY = 'kenari';

/**
 * Unmistakable people, numbers, codes and secrets go through a real server by its own pages, through faults too; then
 * everything is searched that others than their owners may come to see. First one of each is planted where it must be
 * found: a search that finds none of those would prove nothing.
 */
export async function canary(trial: Trial): Promise<Counts> {
  const dataDir = temporaryData();
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
  const mail = await mailbox();
  const planted = fresh();
  const first = (kind: string) => planted.get(kind)?.[0] as string;
  try {
    await migrate(db.pool, () => {});
    const config = readConfig({ IKRAR_DATA: dataDir });
    const platform = createPlatform(db.pool, config, () => new Date());
    await prepare(platform, first('password'));
    const url = withPassword(db.url, first('databasePassword'));
    const env = {
      ...{ DATABASE_URL: url, IKRAR_URL: 'http://localhost', IKRAR_HOOKS_PRIVATE: 'yes' },
      ...{ IKRAR_SMTP: mail.urlFor(first('smtpPassword')), IKRAR_MAIL_FROM: 'ikrar@contoh.example' },
      ...{ IKRAR_OIDC: 'http://127.0.0.1:9', IKRAR_OIDC_CLIENT: 'ikrar' },
      ...{ IKRAR_OIDC_SECRET: first('oidcSecret') },
      ...{ IKRAR_BSRE: 'http://127.0.0.1:9', IKRAR_BSRE_VERSION: 'v2', IKRAR_BSRE_USER: 'ikrar' },
      IKRAR_BSRE_PASSWORD: first('bsrePassword'),
    };
    const fleet = await startFleet(dataDir, env, { servers: 1, workers: 1 });
    const answers: Answered[] = [];
    const base = `http://localhost:${(fleet.servers[0] as { port: number }).port}`;
    const stage: Stage = {
      base,
      agency: AGENCY,
      platform,
      pool: db.pool,
      planted,
      answers,
      mails: mail.mails,
    };
    try {
      await workAsOfficer(stage);
      trial.say('an officer imported, opened a campaign, made codes, a token and a hook');
      const rounds = trial.quick ? 1 : 10;
      for (let round = 0; round < rounds; round += 1) await disturb(stage);
      await signEverywhere(stage);
      await disturb(stage);
      trial.say(`signed; ${answers.length} refusals kept; now without a database`);
      const away = withPassword('postgresql://ikrar@127.0.0.1:9/ikrar', first('databasePassword'));
      const failed = await runToEnd(['serve', '--json'], dataDir, { ...env, DATABASE_URL: away });
      if (failed.code === 0) throw new Error('a server without a database said that all is well');
      const shown = await openPublic(stage);
      const logs = () => failed.out + failed.err + logsOf(fleet);
      const look = { trial, dataDir, fleet, planted, platform, logs };
      await control(look);
      return { ...(await search(look, answers, shown)), planted: [...planted.values()].flat().length };
    } finally {
      await fleet.stop();
    }
  } finally {
    await mail.close();
    await db.close();
    removeData(dataDir);
  }
}

interface Look {
  trial: Trial;
  dataDir: string;
  fleet: Fleet;
  planted: Planted;
  platform: Platform;
  logs(): string;
}

/** Values that nothing else could produce. What the program makes itself is added by the flows. */
function fresh(): Planted {
  return new Map([
    ['nip', ['198508172010011917', '199002032015042718']],
    ['name', ['Kenariwati Contoh Lestari', 'Burungkenari Contoh Utama']],
    ['email', ['kenariwati.rahasia@contoh.example', 'burungkenari.rahasia@contoh.example']],
    ['password', ['kenari-sandi-7713-petugas']],
    ['wrongPassword', ['kenari-sandi-8824-keliru']],
    ['smtpPassword', ['kenariSurel9935Sandi']],
    ['oidcSecret', ['kenari-oidc-1046-rahasia']],
    ['databasePassword', ['kenariBasis2157Sandi']],
    ['bsrePassword', ['kenari-layanan-3268-sandi']],
    ['nik', ['9171011708859917']],
    ['passphrase', ['Kenari-Frasa-4379!']],
  ]);
}

async function prepare(platform: Platform, password: string): Promise<void> {
  await transaction(platform.pool, async (client) => {
    await addRoster(platform, client, AGENCY, 1);
    const account = { username: 'petugas', password, name: 'Petugas Contoh', isExample: false };
    const accountId = await addAccount(client, account, platform.now());
    const grant = { agencyId: AGENCY, accountId, role: 'officer', unitId: null, by: 'system:trial' } as const;
    await addGrant(client, grant, platform.now());
  });
}

export async function openTheCampaign({ platform }: Pick<Stage, 'platform'>): Promise<string> {
  const campaignId = `${AGENCY}-ikrar`;
  await transaction(platform.pool, (client) => addCampaign(platform, client, AGENCY, campaignId));
  return campaignId;
}

function withPassword(url: string, password: string): string {
  if (url.startsWith('postgresql:///')) return `${url}&password=${password}`;
  const parsed = new URL(url);
  parsed.password = password;
  return parsed.toString();
}

function logsOf({ servers, workers }: Fleet): string {
  return [...servers, ...workers].map((program) => program.out() + program.err()).join('\n');
}

/** One of each is put where it must not be, and the same search finds it. */
async function control(look: Look): Promise<void> {
  const { dataDir, planted, platform } = look;
  const value = planted.get('slipCode')?.[0] as string;
  const talker = watched(
    spawn(process.execPath, ['-e', 'console.error(process.argv[1]); setTimeout(() => {}, 60_000)', value], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
    dataDir,
  );
  const file = join(dataDir, `${value}.txt`);
  writeFileSync(file, '');
  await platform.pool.query(
    `create table platform.canary as select $1::text as t`.replace('$1', `'${value}'`),
  );
  await platform.pool.query(`alter table platform.canary enable row level security`);
  await platform.pool.query(`create policy seen on platform.canary for select to ikrar_app using (true)`);
  try {
    while (!talker.err().includes(value)) await new Promise((resolve) => setTimeout(resolve, 20));
    const seen = {
      logs: found(planted, { place: 'logs', sent: '', text: look.logs() + talker.err() }),
      refusals: found(planted, {
        place: 'refusal',
        sent: '/other',
        text: `<p>${value.replaceAll('-', ' ')}</p>`,
      }),
      processes: found(planted, {
        place: '',
        sent: '',
        text: commandLines([talker.child.pid ?? 0], dataDir),
      }),
      files: found(planted, { place: '', sent: '', text: fileNames(dataDir) }),
      tables: (await inTables(platform.pool, planted)).found,
      publicTables: (await inPublicTables(platform.pool, planted)).found,
    };
    const blind = Object.entries(seen).filter(
      ([, kinds]) => !kinds.some((kind) => kind.endsWith('slipCode')),
    );
    if (blind.length > 0) throw new Error(`the search is blind: ${blind.map(([place]) => place)}`);
    look.trial.say('the search finds what was planted for it in every place');
  } finally {
    talker.child.kill('SIGKILL');
    rmSync(file);
    await platform.pool.query('drop table platform.canary');
  }
}

async function search(look: Look, refusals: Answered[], shown: Answered[]): Promise<Counts> {
  const { planted, platform, fleet, dataDir } = look;
  const pids = [...fleet.servers, ...fleet.workers].map(({ child }) => child.pid ?? 0);
  const plain = (place: string, text: string) => told(planted, [{ place, sent: '', text }]);
  const [tables, open] = [
    await inTables(platform.pool, planted),
    await inPublicTables(platform.pool, planted),
  ];
  const all = {
    logs: plain('logs', look.logs()),
    refusals: told(planted, refusals),
    publicPages: told(planted, shown),
    publicTables: open.found,
    tables: tables.found,
    processes: plain('processes', commandLines(pids, dataDir)),
    files: plain('files', fileNames(dataDir)),
  };
  const wrong = Object.values(all).flat();
  if (wrong.length > 0) throw new Error(`found: ${wrong.join('; ')}`);
  const counted = Object.fromEntries(
    Object.entries(all).map(([place, list]) => [`${place}Found`, list.length]),
  );
  const sizes = {
    ...{
      logLines: look.logs().split('\n').length,
      refusalsRead: refusals.length,
      publicPagesRead: shown.length,
    },
    ...{ tablesRead: tables.tables, publicTablesRead: open.tables },
  };
  return { kinds: planted.size, ...counted, ...sizes };
}

function told(planted: Planted, all: Answered[]): string[] {
  return all.flatMap((one) =>
    found(planted, one).map((kind) => `${one.place}: ${kind} in …${around(planted, one)}…`),
  );
}
