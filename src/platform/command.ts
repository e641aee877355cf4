import type { Writable } from 'node:stream';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Config } from './config.ts';

export interface Io {
  stdout: Pick<Writable, 'write'>;
  stderr: Pick<Writable, 'write'>;
}

/** One command of the command line. */
export interface Command {
  /** As it is typed after `ikrar`: one or two words. */
  name: string;
  /** Arguments and options, one line. */
  usage: string;
  /** What it does, in one sentence. */
  summary: string;
  /** @returns the exit code: 0 only on success. @throws UsageError for what was typed wrong */
  run(args: string[], io: Io, config: Config): Promise<number>;
}

/** What a person typed wrong: printed without a stack, exit code 2. */
export class UsageError extends Error {}

/** Options of one command; unknown ones are a UsageError. `--json` is always known. */
export function readArgs<O extends ParseArgsOptionsConfig>(args: string[], options: O, positionals: number) {
  try {
    const read = parseArgs({
      args,
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (read.positionals.length !== positionals)
      throw new UsageError(
        `${positionals} argument(s) expected, ${read.positionals.length} given; see --help`,
      );
    return read;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** A line of text, or with `--json` one JSON document. */
export function print(io: Io, json: boolean | undefined, value: unknown, text: string): void {
  io.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
}
