import { randomInt } from 'node:crypto';
import { launchBrowser } from '../test/browser.ts';
import { databases, removeData, runToEnd, type Server, startServer, temporaryData } from '../test/server.ts';
import { inFiles, inMemory, Marker } from '../trials/kit/marker.ts';
import type { Counts, Trial } from '../trials/kit/trial.ts';
import { Clock, PEOPLE, plantHouse, type Who } from './oversight/house.ts';
import { moral, noViolation, prepare, reportedHead, routed, type Stage, severe } from './oversight/scenes.ts';
import { Staff } from './oversight/staff.ts';

/**
 * Six cases in real browsers, with script and without: from the first key to the last answer. At the end nobody who must
 * not see a case has seen one, the log is whole, and what was written with script stands nowhere at the server.
 */
export async function oversight(trial: Trial): Promise<Counts> {
  const dataDir = temporaryData();
  const secret = Array.from({ length: 14 }, () => 'bcdfghjklmnpqrstvwxz'[randomInt(20)]).join('');
  await plantHouse(dataDir);
  const clock = new Clock(dataDir);
  const server = await startServer({ empty: true, dataDir, env: clock.env });
  const browser = await launchBrowser();
  const staff: Staff[] = [];
  const enter = async (who: Who) => {
    const one = await Staff.of(browser, server.address, who);
    staff.push(one);
    return one;
  };
  try {
    const people = {
      inspector: await enter('inspector'),
      second: await enter('second'),
      head: await enter('head'),
      outsider: await enter('outsider'),
    };
    const stage: Stage = { trial, browser, base: server.address, clock, secret, ...people };
    await prepare(stage);
    const cases = [
      await moral(stage),
      await noViolation(stage),
      await reportedHead(stage),
      ...(await routed(stage)),
    ];
    cases.push(await severe(stage));
    const refused = await triedBy(stage, cases);
    await publicFigures(stage);
    return { cases: cases.length, refused, ...(await audit(trial, server, new Marker(secret))) };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${server.err().slice(-2000)}`, { cause: error });
  } finally {
    for (const one of staff) await one.close().catch(() => {});
    await browser.close();
    await server.halt();
    removeData(dataDir);
  }
}

/** The personnel officer, who may do most things, tries each address of each case. */
async function triedBy({ outsider }: Stage, cases: readonly string[]): Promise<number> {
  await outsider.signIn();
  let refused = 0;
  for (const id of cases)
    for (const path of ['', '/isi', '/akses', '/tenggat', '/naskah', '/serahkan', '/simpan']) {
      const status = await outsider.status(`/perkara/${id}${path}`);
      if (status !== 403 && status !== 404) throw new Error(`${PEOPLE.outsider.name} at ${path}: ${status}`);
      refused += 1;
    }
  return refused;
}

async function publicFigures({ base }: Stage): Promise<void> {
  const answer = await fetch(`${base}/pengawasan`);
  if (!answer.ok) throw new Error(`the public figures answered ${answer.status}`);
}

async function audit(trial: Trial, server: Server, secret: Marker): Promise<Counts> {
  const { dataDir, child } = server;
  const memory = inMemory(child.pid as number, secret).hits;
  const files = inFiles(dataDir, secret).hits;
  if (memory.length + files.length > 0) throw new Error(`found in ${[...memory, ...files].join(', ')}`);
  if (databases(dataDir).length === 0) throw new Error('no database to look at');
  const { code, out, err } = await runToEnd(['log', 'check', '--json'], dataDir);
  if (code !== 0) throw new Error(`log check ended with ${code}: ${out}${err.slice(-2000)}`);
  trial.say('nothing that was written with script is at the server; the log is whole');
  return { found: 0 };
}
