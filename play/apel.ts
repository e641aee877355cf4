import { type AddressInfo, createServer } from 'node:net';
import { launchBrowser } from '../test/browser.ts';
import { removeData, type Server, startServer, temporaryData } from '../test/server.ts';
import type { Counts, Trial } from '../trials/kit/trial.ts';
import { audit } from './apel/audit.ts';
import { Day } from './apel/day.ts';
import { Network } from './kit/network.ts';
import { plant } from './kit/yard.ts';

const [PHONES, AT_TABLETS, ELSEWHERE, ABSENT] = [50, 14, 1, 1];

/**
 * A whole apel in real browsers: a projector, a clerk, two shared tablets and fifty phones of 360 pixels, with the
 * network away for five minutes in the middle. At the end every signature is there once, attendance and counts are
 * right, the minutes are sealed, and the log is whole.
 */
export async function apel(trial: Trial): Promise<Counts> {
  const dataDir = temporaryData();
  const employees = await plant(dataDir, AT_TABLETS + PHONES + ELSEWHERE + ABSENT);
  trial.say(`${employees.length} people with their slips; ${PHONES} have a phone`);
  const { network, server, base } = await openYard(dataDir);
  const browser = await launchBrowser();
  const day = new Day({ trial, browser, network, base }, employees, AT_TABLETS, PHONES);
  try {
    const counts = await day.play();
    return { ...counts, ...(await audit(dataDir, day.expected())) };
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${server.err().slice(-2000)}`, { cause: error });
  } finally {
    await day.close();
    await browser.close();
    await network.close();
    await server.halt();
    removeData(dataDir);
  }
}

/** The server, and in front of it the network through which everybody comes. */
async function openYard(dataDir: string): Promise<{ network: Network; server: Server; base: string }> {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = await startServer({ empty: true, dataDir, env: { IKRAR_URL: base } });
  return { network: await Network.open(port, () => server.port), server, base };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
