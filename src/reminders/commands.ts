import { readFile } from 'node:fs/promises';
import { type Command, print, readArgs, UsageError } from '../platform/command.ts';
import { withPlatform } from '../platform/opened.ts';
import { takeReport } from './bounce/take-report.ts';

/** As much of a message as is read; a report stands at its beginning. */
const MOST_BYTES = 1024 * 1024;

const bounce: Command = {
  name: 'reminders bounce',
  usage: '[--file FILE] [--json]',
  summary:
    'Takes a returned mail (RFC 3464) from standard input, or a file, and marks the reminder it tells of; for the mailbox that returns go to. Anything else is left alone.',
  async run(args, io, config) {
    const { values } = readArgs(args, { file: { type: 'string' } }, 0);
    const source = values.file ? await fileAt(values.file) : await wholeInput();
    return withPlatform(config, async (platform) => {
      const result = await takeReport(platform, source);
      print(io, values.json, { result }, SAID[result]);
      // Also for what is none of ours: a mail server that sees a failure would return the return.
      return 0;
    });
  },
};

export const reminderCommands: readonly Command[] = [bounce];

const SAID = {
  marked: 'marked as returned',
  again: 'was marked before',
  delayed: 'only a delay; nothing changed',
  other: 'not about a reminder of this installation',
} as const;

function fileAt(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read`);
  });
}

async function wholeInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    if (size < MOST_BYTES) parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES);
}
