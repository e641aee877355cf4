import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Pool } from 'pg';
import * as z from 'zod';
import { type Command, type Io, print, readArgs, UsageError } from '../../platform/command.ts';
import { exec, maybe } from '../../platform/db/index.ts';
import { refusalText } from '../../platform/i18n.ts';
import { open } from '../../platform/opened.ts';
import { Refusal } from '../../platform/refusal.ts';
import './messages.ts';
import { addAgencies } from './agencies-file.ts';
import { writeBadRows } from './bad-rows.ts';
import { finish, giveUp } from './finish.ts';
import { addLoad, type Load, loadOf, NATION, runLoad, sumsOf } from './load.ts';
import { createProgress } from './progress.ts';
import { sql } from './sql.ts';

const BY = 'system:command';

/** `ikrar roster load`: whoever runs the installation loads a roster of any size. */
export const rosterLoad: Command = {
  name: 'roster load',
  usage: 'FILE (--agency ID | --nation [--agencies FILE]) [--resume] [--bad FILE] [--json]',
  summary: 'Loads a CSV roster of any size part by part; interrupted, --resume goes on where it was.',
  async run(args, io, config) {
    const { values, positionals } = readArgs(
      args,
      {
        agency: { type: 'string' },
        nation: { type: 'boolean' },
        agencies: { type: 'string' },
        resume: { type: 'boolean' },
        bad: { type: 'string' },
      },
      1,
    );
    if ((values.agency === undefined) === (values.nation !== true))
      throw new UsageError('one of --agency ID and --nation is needed');
    const path = resolve(positionals[0] as string);
    const { size } = await stat(path).catch((error: Error) => {
      throw new UsageError(`cannot read ${path}: ${error.message}`);
    });
    const { owner, platform, close } = await open(config, () => {});
    try {
      if (values.agencies) await addAgencies(owner, values.agencies, platform.now());
      const agencyId = values.agency ?? NATION;
      const load = await begun(
        owner,
        { agencyId, path, size, resume: values.resume === true },
        platform.now(),
      );
      const result = await run(owner, load, path, io);
      if (values.bad) await writeBadRows(owner, load, values.bad);
      print(io, values.json, result, text(result));
      return result.outcome === 'done' ? 0 : 1;
    } finally {
      await close();
    }
  },
};

interface Asked {
  agencyId: string;
  path: string;
  size: number;
  resume: boolean;
}

/** The load that was interrupted, or a new one; an older one of the same file that was not resumed ends here. */
async function begun(pool: Pool, { agencyId, path, size, resume }: Asked, now: Date): Promise<Load> {
  const open = await maybe(pool, sql.openLoad, { agencyId, path }, z.object({ id: z.string() }));
  if (resume && !open) throw new UsageError(`no interrupted load of ${path}`);
  if (open) {
    const load = (await loadOf(pool, agencyId, open.id, now)) as Load;
    if (load.running && !(await hasDied(pool, load)))
      throw new UsageError('this file is being loaded by another process');
    if (resume) return load;
    await giveUp(pool, { load, by: BY }, { outcome: 'stopped', code: null, params: {} }, now);
  }
  const id = await addLoad(pool, { agencyId, fileName: basename(path), path, size, by: BY }, now);
  return (await loadOf(pool, agencyId, id, now)) as Load;
}

/** A process of this machine that was killed held its lease; it need not be waited for. */
async function hasDied(pool: Pool, { agencyId, id: loadId, holder }: Load): Promise<boolean> {
  const [host, pid] = (holder ?? '').split(':');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    await exec(pool, sql.freeLease, { agencyId, loadId, holder });
    return true;
  }
}

async function run(pool: Pool, load: Load, path: string, io: Io) {
  const now = () => new Date();
  const holder = `${hostname()}:${process.pid}`;
  const began = performance.now();
  const before = await sumsOf(pool, load.agencyId, load.id);
  const progress = createProgress(io, load.size, before.untilByte);
  try {
    const today = now().toISOString().slice(0, 10);
    await runLoad(pool, { load, path, holder, today, now, onPart: progress.part });
    await finish(pool, { load, by: BY }, now());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.stderr.write(`${refusalText('en', error)}\n`);
    const { code, params = {} } = error;
    return {
      load: load.id,
      outcome: 'refused' as const,
      code,
      params,
      ...(await figures(pool, load, began)),
    };
  }
  return { load: load.id, outcome: 'done' as const, ...(await figures(pool, load, began)) };
}

async function figures(pool: Pool, load: Load, began: number) {
  const { rows, good, bad, added, changed } = await sumsOf(pool, load.agencyId, load.id);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { rows, good, bad, added, changed, seconds, megabytes };
}

function text(result: Awaited<ReturnType<typeof run>>): string {
  const { load, outcome, good, bad, added, changed, seconds } = result;
  return `${load} ${outcome}: good ${good}, bad ${bad}, added ${added}, changed ${changed}, ${seconds} s`;
}
