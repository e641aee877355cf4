import { Agent } from 'node:http';
import type pg from 'pg';
import { type OpenCampaign, openCampaignOf } from '../bench/kit/campaign.ts';
import { addAccount, addGrant } from '../src/access/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { pause } from '../src/platform/db/embedded/processes.ts';
import { migrate, openDatabase, transaction } from '../src/platform/db/index.ts';
import { createPlatform } from '../src/platform/platform.ts';
import { to } from '../src/urls.ts';
import { removeData, temporaryData } from '../test/server.ts';
import { kill, startFleet } from './kit/fleet.ts';
import { type Front, startFront } from './kit/front.ts';
import { type Answer, Phone } from './kit/phones.ts';
import { requireAllThere, requireWholeLog } from './kit/promises.ts';
import type { Counts, Trial } from './kit/trial.ts';

export const AGENCY = 'contoh';
const PHONES = 96;
export const OFFICER = { username: 'petugas', password: 'padi-kapas-rotan-jati' };

/**
 * Two servers and two workers behind a plain proxy on one PostgreSQL: signatures a second against one server; then one
 * server and one worker are killed while people sign. Nobody loses a receipt, who was signed in stays signed in, and the
 * worker that is left publishes what the other left behind.
 */
export async function servers(trial: Trial): Promise<Counts> {
  const [people, seconds] = trial.quick ? [50_000, 3] : [300_000, 20];
  const dataDir = temporaryData();
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
  try {
    const campaign = await inviteAll(db, dataDir, people);
    trial.say(`${people} people with slips`);
    const env = { DATABASE_URL: db.url };
    const fleet = await startFleet(dataDir, env, { servers: 2, workers: 2 });
    const front = await startFront([]);
    const crowd = new Crowd(front, campaign);
    try {
      const [first, second] = fleet.servers.map(({ port }) => port) as [number, number];
      const rate = async (ports: number[]) => {
        front.send(ports);
        return crowd.sign(seconds);
      };
      await rate([first, second]);
      // In turn, so that a slow spell of the machine falls on both.
      const taken = { one: [] as number[], two: [] as number[] };
      for (let round = 0; round < 2; round += 1) {
        taken.one.push(await rate([first]));
        taken.two.push(await rate([first, second]));
      }
      const cookie = await signIn(front.port);
      trial.say('one server and one worker are killed while people sign');
      const going = crowd.sign(seconds);
      going.catch(() => {});
      await pause((seconds * 1000) / 3);
      await kill(fleet.servers[0]!);
      await kill(fleet.workers[0]!);
      await going;
      await requireSignedIn(front.port, cookie);
      const stored = await requireAllThere(db.pool, AGENCY, crowd.promised());
      await requirePublished(db.pool, stored);
      await requireWholeLog(dataDir, env);
      const mean = (values: number[]) =>
        Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);
      const [one, two] = [mean(taken.one), mean(taken.two)];
      const ratio = Math.round((two / one) * 100) / 100;
      return {
        ...{
          oneServerPerSecond: one,
          twoServersPerSecond: two,
          ratio,
          acknowledged: crowd.promised().length,
        },
        ...{ stored, lost: 0, signedOut: 0 },
      };
    } finally {
      await front.close();
      await fleet.stop();
    }
  } finally {
    await db.close();
    removeData(dataDir);
  }
}

/** An institution whose people all have slips, and an officer with an account. */
export async function inviteAll(
  db: Awaited<ReturnType<typeof openDatabase>>,
  dataDir: string,
  people: number,
): Promise<OpenCampaign> {
  await migrate(db.pool, () => {});
  const config = readConfig({ IKRAR_DATA: dataDir });
  const platform = createPlatform(db.pool, config, () => new Date());
  const settle = async () => void (await db.pool.query('analyze'));
  const campaign = await openCampaignOf({ platform, config, url: db.url, settle }, AGENCY, people);
  await transaction(db.pool, async (client) => {
    const account = { ...OFFICER, name: 'Petugas Contoh', isExample: false };
    const accountId = await addAccount(client, account, platform.now());
    const grant = { agencyId: AGENCY, accountId, role: 'officer', unitId: null, by: 'system:trial' } as const;
    await addGrant(client, grant, platform.now());
  });
  return campaign;
}

/** Everybody who signs, through the proxy. */
export class Crowd {
  readonly #front: Front;
  readonly #phones: Phone[];
  #next = 0;

  constructor(front: Front, campaign: OpenCampaign) {
    this.#front = front;
    this.#phones = campaign.slips.map((slip) => new Phone(slip, campaign));
  }

  /** So many seconds of signing; connections are made anew, so that they go where the proxy sends them now. */
  async sign(seconds: number): Promise<number> {
    const agent = new Agent({ keepAlive: true, maxSockets: PHONES });
    const began = performance.now();
    const until = began + seconds * 1000;
    let signed = 0;
    const line = async () => {
      while (performance.now() < until) {
        const phone = this.#phones[this.#next];
        if (!phone) return;
        this.#next += 1;
        while (!(await phone.sign(this.#front.port, agent))) await pause(20 + Math.random() * 80);
        signed += 1;
      }
    };
    await Promise.all(Array.from({ length: PHONES }, line)).finally(() => agent.destroy());
    return signed / ((performance.now() - began) / 1000);
  }

  promised(): Answer[] {
    return this.#phones.flatMap(({ answer }) => (answer ? [answer] : []));
  }
}

async function signIn(port: number): Promise<string> {
  const base = `http://localhost:${port}`;
  const answer = await fetch(base + to('signIn'), {
    method: 'POST',
    body: new URLSearchParams(OFFICER),
    headers: { Origin: base },
    redirect: 'manual',
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (answer.status !== 303 || !cookie) throw new Error(`signing in answered ${answer.status}`);
  return cookie;
}

async function requireSignedIn(port: number, cookie: string): Promise<void> {
  const page = `http://localhost:${port}${to('agency', { agency: AGENCY })}`;
  const answer = await fetch(page, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`signed out: the page answered ${answer.status}`);
}

/** The tree head grows over everything that was signed, though its publisher was killed. */
async function requirePublished(pool: pg.Pool, stored: number): Promise<void> {
  const patience = performance.now() + 30_000;
  for (;;) {
    const asked = 'select max(size)::int as size from evidence.checkpoint where agency_id = $1';
    const { rows } = await pool.query(asked, [AGENCY]);
    if (rows[0].size === stored) return;
    if (performance.now() > patience) throw new Error(`published ${rows[0].size} of ${stored}`);
    await pause(100);
  }
}
