import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.ts';
import { openLogFile } from './log-file.ts';
import { isRunning, ownMark, pause } from './processes.ts';
import { readRecord, removeRecord, writeRecord } from './record.ts';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'ikrar-files-'));
});
afterEach(() => rmSync(base, { recursive: true }));

describe('the start lock', () => {
  const path = () => join(base, 'start.lock');

  it('lets one in at a time and is gone afterwards, also after a failure', async () => {
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(path(), async () => {
        inside += 1;
        most = Math.max(most, inside);
        await pause(5);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 8 }, work));
    await expect(withLock(path(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(most).toBe(1);
    expect(readdirSync(base)).toEqual([]);
  });

  it.each([
    ['a dead process', JSON.stringify({ pid: 2 ** 22 + 1, started: '5' })],
    ['a number in use again', JSON.stringify({ pid: process.pid, started: '5' })],
    ['half a file', '{"pid":'],
  ])('is taken over from %s, by one of many', async (_, content) => {
    writeFileSync(path(), content);
    let inside = 0;
    const work = () =>
      withLock(path(), async () => {
        inside += 1;
        expect(inside).toBe(1);
        await pause(5);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 6 }, work));
    expect(readdirSync(base)).toEqual([]);
  });
});

describe('the record of the running server', () => {
  const record = () => ({ url: 'postgresql:///x', owner: ownMark(), server: ownMark(), socketDir: base });

  it('is for the owner only, replaced whole, and a damaged one counts as none', () => {
    expect(readRecord(base)).toBeNull();
    writeRecord(base, record());
    writeRecord(base, record());
    expect(readRecord(base)).toEqual(record());
    expect(statSync(join(base, 'ikrar.json')).mode & 0o777).toBe(0o600);
    writeFileSync(join(base, 'ikrar.json'), '{"url":');
    expect(readRecord(base)).toBeNull();
    removeRecord(base);
    expect(existsSync(join(base, 'ikrar.json'))).toBe(false);
  });

  it('knows a process from a later one with its number', () => {
    expect(isRunning(ownMark())).toBe(true);
    expect(isRunning({ pid: process.pid, started: '1' })).toBe(process.platform !== 'linux');
  });
});

describe('the log of the server', () => {
  it('keeps its last part when it grows too long', () => {
    writeFileSync(join(base, 'server.log'), `${'old line\n'.repeat(600_000)}last line\n`);
    const log = openLogFile(base);
    writeSync(log.fd, 'new line\n');
    expect(log.tail()).toBe('new line');
    log.close();
    expect(readFileSync(join(base, 'server.log'), 'utf8')).toBe('new line\n');
    const older = readFileSync(join(base, 'server.log.1'), 'utf8');
    expect(older.endsWith('last line\n')).toBe(true);
    expect(older.length).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});
