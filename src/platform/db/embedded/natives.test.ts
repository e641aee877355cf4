import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNatives, healLinks } from './natives.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ikrar-natives-')), 'native');
  mkdirSync(join(folder, 'lib'), { recursive: true });
  const links = [
    { source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' },
    { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' },
  ];
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify(links));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

describe('the programs of PostgreSQL', () => {
  it('are found, version 15 or later', () => {
    expect(findNatives().major).toBeGreaterThanOrEqual(15);
  });

  it('get the links that a skipped install script leaves out, and keep those there are', () => {
    writeFileSync(join(folder, 'lib/libicuuc.so.60'), 'a copy instead of a link');
    healLinks(folder);
    healLinks(folder);
    expect(readlinkSync(join(folder, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(lstatSync(join(folder, 'lib/libicuuc.so.60')).isFile()).toBe(true);
  });
});
