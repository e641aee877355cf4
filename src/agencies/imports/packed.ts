import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ParsedRoster } from '../roster/index.ts';

const deflate = promisify(gzip);
const inflate = promisify(gunzip);

/** What was read from a file, as agencies.roster_import keeps it: gzip of JSON. */
export function pack(parsed: ParsedRoster): Promise<Buffer> {
  return deflate(JSON.stringify(parsed), { level: 4 });
}

/** Only of what `pack` made: the bytes come from our own table, never from a person. */
export async function unpack(packed: Buffer): Promise<ParsedRoster> {
  return JSON.parse((await inflate(packed)).toString('utf8')) as ParsedRoster;
}
