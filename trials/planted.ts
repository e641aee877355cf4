import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '../src/platform/config.ts';
import { migrate, openDatabase, transaction } from '../src/platform/db/index.ts';
import { databases, removeData, runToEnd, type Server, startServer, temporaryData } from '../test/server.ts';
import { inFiles, inMemory, Marker, type Searched } from './kit/marker.ts';
import { addOffice, type Office } from './kit/office.ts';
import { type Mode, Reporter } from './kit/reporter.ts';
import type { Counts, Trial } from './kit/trial.ts';

/** A channel asks for longer and longer work where many come at once: so many channels share the reports. */
const REPORTS_EACH = 50;
const MODES: readonly Mode[] = ['identified', 'confidential', 'anonymous'];

/**
 * A thousand reports with script, each with names, words and a file in which one random word stands; answers and second
 * messages; then everything that the server has is searched for that word: database files and write-ahead log, what it
 * printed, a backup, and the memory of all its processes. First other words are planted where they must be found: a
 * search that finds none of those would prove nothing.
 */
export async function planted(trial: Trial): Promise<Counts> {
  const dataDir = temporaryData();
  const [secret, control] = [new Marker(randomWord()), new Marker(randomWord())];
  try {
    const offices = await prepare(dataDir, trial.quick ? 2 : 20, control);
    const server = await startServer({ empty: true, dataDir });
    try {
      const sent = await sendAll(trial, server, offices, secret);
      await plantInMemory(server, control);
      const places = await search(trial, server, secret, control);
      return { ...sent, ...places };
    } finally {
      await server.halt();
    }
  } finally {
    removeData(dataDir);
  }
}

/** @param control stands in the name of a place, which the database keeps as it is */
async function prepare(dataDir: string, offices: number, control: Marker): Promise<Office[]> {
  const db = await openDatabase(readConfig({ IKRAR_DATA: dataDir }), () => {});
  try {
    await migrate(db.pool, () => {});
    const now = new Date();
    const made: Office[] = [];
    await transaction(db.pool, async (client) => {
      for (let n = 1; n <= offices; n += 1)
        made.push(await addOffice(client, `misalan-${n}`, `${control.text}-${n}`, now));
      await client.query('update agencies.agency set place = $1', [control.text]);
    });
    return made;
  } finally {
    await db.close();
  }
}

async function sendAll(trial: Trial, server: Server, offices: Office[], secret: Marker): Promise<Counts> {
  const sums = { reports: 0, files: 0, answers: 0 };
  const each = trial.quick ? 10 : REPORTS_EACH;
  for (const office of offices) {
    for (let n = 0; n < each; n += 1) {
      const reporter = new Reporter(server.address, office.agencyId, secret.text);
      const answer = await reporter.send(MODES[n % 3] as Mode);
      if (!answer.ok) throw new Error(`report: ${answer.status} ${await answer.text()}`);
      sums.reports += 1;
      sums.files += reporter.files;
      if (n % 5 > 0) continue;
      await reporter.answer();
      await reporter.read();
      sums.answers += 1;
    }
    trial.say(`${sums.reports} reports`);
  }
  return sums;
}

/** What somebody asks the guide is not sealed: it stands in the memory of the server for a while. */
async function plantInMemory(server: Server, control: Marker): Promise<void> {
  const asked = Array.from({ length: 20 }, (_, n) => `${server.address}/bolehkah?q=${control.text}${n}`);
  for (const url of asked) await (await fetch(url)).text();
}

async function search(trial: Trial, server: Server, secret: Marker, control: Marker): Promise<Counts> {
  const { dataDir, child } = server;
  const pids = [child.pid as number, ...processesOf(dataDir)];
  const memory = pids.map((pid) => ({ of: inMemory(pid, secret), sure: inMemory(pid, control) }));
  mustFind('the memory of the server', memory[0]?.sure);
  const backup = await unpackedBackup(dataDir);
  const files = { of: inFiles(dataDir, secret), sure: inFiles(join(dataDir, 'postgres'), control) };
  mustFind('the files of the database', files.sure);
  mustFind('the backup', inFiles(backup, control));
  const printed = Buffer.from(server.out() + server.err());
  const hits = [
    ...files.of.hits.map((name) => `file ${name}`),
    ...memory.flatMap(({ of }, at) => of.hits.map((name) => `process ${pids[at]} ${name}`)),
    ...(secret.isIn(printed) ? ['what the server printed'] : []),
  ];
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const searched = {
    fileMegabytes: megabytes(files.of.bytes),
    memoryMegabytes: megabytes(memory.reduce((sum, { of }) => sum + of.bytes, 0)),
    processes: pids.length,
    found: hits.length,
  };
  trial.say(`searched ${searched.fileMegabytes} MB of files, ${searched.memoryMegabytes} MB of memory`);
  if (hits.length > 0) throw new Error(`found in ${hits.slice(0, 20).join(', ')}`);
  return searched;
}

/** The database's own process and each that it started: one a connection, and those that write. */
function processesOf(dataDir: string): number[] {
  const main = databases(dataDir);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.filter((pid) => main.includes(pid) || main.includes(parentOf(pid))).map(Number);
}

function parentOf(pid: string): string {
  try {
    return /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

function mustFind(where: string, control: Searched | undefined): void {
  if (!control || control.hits.length === 0) throw new Error(`the control was not found in ${where}`);
}

/** A backup beside the running server, each table unpacked, in a folder of the data directory: searched with it. */
async function unpackedBackup(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'unpacked');
  mkdirSync(folder);
  const file = join(dataDir, 'cadangan.tar');
  const made = await runToEnd(['backup', file], dataDir);
  if (made.code !== 0) throw new Error(`no backup: ${made.err}`);
  const { status, stderr } = spawnSync('tar', ['-xf', file, '-C', folder]);
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!name.endsWith('.gz')) continue;
    writeFileSync(join(folder, name.slice(0, -3)), gunzipSync(readFileSync(join(folder, name))));
    rmSync(join(folder, name));
  }
  return folder;
}

/** 16 letters that no word has. */
function randomWord(): string {
  return Array.from({ length: 16 }, () => 'bcdfghjklmnpqrstvwxz'[randomInt(20)]).join('');
}
