import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type FileHandle, link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  type CatalogTable,
  migrations,
  quote,
  quoted,
  sequences,
  tablesInOrder,
  textForm,
} from './backup/catalog.ts';
import { digestLine, entryOf, type Manifest, manifestSchema, type TableEntry } from './backup/manifest.ts';
import { appendEntry, endTar } from './backup/tar.ts';
import { transaction } from './transaction.ts';

/**
 * Writes everything into one file of mode 0600: all tables as they were at one moment, and the private keys of
 * DATA/keys. Whoever has the file can seal documents in the institution's name: keep it like the keys.
 * The server goes on working meanwhile. The file appears under its name only when it is complete and on disk.
 * @param now the time that the manifest states
 * @throws Error when the file exists already
 */
export async function backup(pool: pg.Pool, dataDir: string, path: string, now: Date): Promise<Manifest> {
  if (existsSync(path)) throw new Error(`${path} exists already; it is left as it is.`);
  const draft = `${path}.part`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    const mode = 'isolation level repeatable read read only';
    const manifest = await transaction(pool, (client) => write(client, dataDir, file, now), {
      mode,
      attempts: 1,
    });
    await file.sync();
    // Unlike a rename, a link never replaces a file that appeared meanwhile.
    await link(draft, path);
    await syncFolder(dirname(path));
    return manifest;
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

async function write(client: pg.PoolClient, dataDir: string, file: FileHandle, now: Date): Promise<Manifest> {
  let at = 0;
  const add = async (name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const hash = createHash('sha256');
    at = await appendEntry(file, at, name, hashed(chunks, hash), now);
    return hash.digest('hex');
  };
  await client.query(textForm);
  const tables: TableEntry[] = [];
  for (const table of await tablesInOrder(client)) tables.push(await addTable(client, table, add));
  const keys: Manifest['keys'] = [];
  for (const name of keyFiles(dataDir)) {
    keys.push({ name, sha256: await add(`keys/${name}`, [readFileSync(join(dataDir, 'keys', name))]) });
  }
  const manifest = manifestSchema.parse({
    format: 'ikrar-backup',
    version: 1,
    created: now.toISOString(),
    migrations: await migrations(client),
    tables,
    sequences: await sequences(client),
    keys,
  } satisfies Manifest);
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await add('manifest.json', [text]);
  await add('manifest.sha256', [Buffer.from(digestLine(text))]);
  await endTar(file, at);
  return manifest;
}

type Add = (name: string, chunks: AsyncIterable<Uint8Array>) => Promise<string>;

async function addTable(client: pg.PoolClient, table: CatalogTable, add: Add): Promise<TableEntry> {
  const { schema, name, columns } = table;
  const list = columns.map(quote).join(', ');
  const rows = client.query(copyTo(`copy ${quoted(table)} (${list}) to stdout`));
  const packed = rows.pipe(createGzip({ level: 4 }));
  rows.once('error', (error) => packed.destroy(error));
  const sha256 = await add(entryOf(table), packed);
  return { schema, name, columns, rows: rows.rowCount, sha256 };
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The key files by name, in byte order. @throws Error for anything there that is no plain file */
function keyFiles(dataDir: string): string[] {
  const folder = join(dataDir, 'keys');
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const odd = entries.find((entry) => !entry.isFile());
  if (odd) throw new Error(`${join(folder, odd.name)} is no plain file; a backup could not hold it.`);
  return entries.map((entry) => entry.name).sort();
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
