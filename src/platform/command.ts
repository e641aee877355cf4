import type { Readable, Writable } from 'node:stream';
import type { Config } from './config.ts';

export interface Io {
  stdin: Readable;
  stdout: Pick<Writable, 'write'>;
  stderr: Pick<Writable, 'write'>;
}

/** One command of the command line. `run` answers the exit code; 0 only on success. */
export interface Command {
  /** As it is typed after `ikrar`: one or two words. */
  name: string;
  /** Arguments and options, one line. */
  usage: string;
  /** What it does, in one sentence. */
  summary: string;
  run(args: string[], io: Io, config: Config): Promise<number>;
}

/** What a person typed wrong; printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** A line of text, or with `--json` one JSON document. */
export function print(io: Io, json: boolean, value: unknown, text: string): void {
  io.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
}
