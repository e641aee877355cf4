import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the server writes, bounded: `server.log` and one older part `server.log.1`. */
export interface LogFile {
  /** For the server's stdout and stderr; opened for appending, so cutting the file is safe. */
  readonly fd: number;
  /** What was written since this was opened, at most the last 4 kB: for an error message. */
  tail(): string;
  close(): void;
}

const bound = 4 * 1024 * 1024;

/** Opens the log of the server, and looks at its size now and every minute. */
export function openLogFile(base: string): LogFile {
  const path = join(base, 'server.log');
  const fd = openSync(path, 'a+', 0o600);
  keepBounded(fd, path);
  const begin = fstatSync(fd).size;
  const timer = setInterval(() => keepBounded(fd, path), 60_000);
  timer.unref();
  return {
    fd,
    tail: () =>
      part(fd, Math.max(begin, fstatSync(fd).size - 4096))
        .toString('utf8')
        .trim(),
    close() {
      clearInterval(timer);
      closeSync(fd);
    },
  };
}

function keepBounded(fd: number, path: string): void {
  if (fstatSync(fd).size <= bound) return;
  writeFileSync(`${path}.1`, part(fd, fstatSync(fd).size - bound), { mode: 0o600 });
  ftruncateSync(fd, 0);
}

function part(fd: number, from: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, fstatSync(fd).size - from));
  const length = readSync(fd, bytes, 0, bytes.length, from);
  return bytes.subarray(0, length);
}
