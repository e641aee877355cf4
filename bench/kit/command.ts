import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One run of the command line, as a person would start it. */
export interface Ran {
  seconds: number;
  /** Most memory that the process ever held, in MB; NaN where the system does not say. */
  megabytes: number;
  out: string;
}

export const PROGRAM = join(process.cwd(), 'bin/ikrar');

/** @throws Error with what it said, unless it ends with 0 */
export function ranCommand(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  return ran([PROGRAM, ...args], env);
}

/** What a process that does nothing holds. */
export async function idleMegabytes(): Promise<number> {
  return (await ran(['-e', 'setTimeout(() => {}, 500)'], {})).megabytes;
}

function ran(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  let megabytes = Number.NaN;
  const watch = setInterval(() => {
    megabytes = peakOf(child.pid) ?? megabytes;
  }, 50);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, megabytes, out: said.out });
      else reject(new Error(`ikrar ${args.slice(1).join(' ')} ended with ${code}: ${said.err}${said.out}`));
    });
  });
}

/** The high-water mark that Linux keeps for a process. */
function peakOf(pid: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1000;
  } catch {
    return null;
  }
}
