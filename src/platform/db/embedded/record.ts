import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** `ikrar.json` (mode 0600): how other commands of this data directory find the running server. */
export type ServerRecord = z.output<typeof schema>;

const mark = z.object({ pid: z.int().positive(), started: z.string() });

const schema = z.object({
  url: z.string(),
  /** The Ikrar process that started the server, and stops it. */
  owner: mark,
  server: mark,
  socketDir: z.string(),
});

/** @returns null when there is none or it is damaged @throws Error when it belongs to somebody else */
export function readRecord(base: string): ServerRecord | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file(base), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return null;
    throw new Error(`${base} belongs to another user. Run this command as the user who runs the server.`);
  }
}

/** Written beside and renamed, so that a reader never sees half of it. */
export function writeRecord(base: string, record: ServerRecord): void {
  const draft = `${file(base)}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file(base));
}

/** After this nobody joins any more. */
export function removeRecord(base: string): void {
  rmSync(file(base), { force: true });
}

function file(base: string): string {
  return join(base, 'ikrar.json');
}
