import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of db/migrations. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 in hex over the text with LF line ends, so that a checkout with CRLF is the same file. */
  readonly checksum: string;
}

/** The files `NNNN_name.sql` in order. @throws Error for a misnamed `.sql` file or a number used twice */
export function migrationFiles(dir: string): Migration[] {
  const names = readdirSync(dir).filter((name) => name.endsWith('.sql'));
  const files = names.sort().map((name) => read(dir, name));
  files.forEach((file, index) => {
    const next = files[index + 1];
    if (next && next.number === file.number)
      throw new Error(`${file.name} and ${next.name} have the same number.`);
  });
  return files;
}

/** db/migrations beside the package.json of this program; works from `src/` and from a bundle in `dist/`. */
export function migrationsDir(from = dirname(fileURLToPath(import.meta.url))): string {
  for (let dir = from; ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) return join(dir, 'db', 'migrations');
    if (dir === dirname(dir)) throw new Error(`No package.json above ${from}.`);
  }
}

function read(dir: string, name: string): Migration {
  if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    throw new Error(`${name}: a migration is named like 0001_name.sql.`);
  const sql = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { number: Number(name.slice(0, 4)), name, sql, checksum };
}
