import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { digestLine, entryOf, type Manifest, manifestSchema } from './manifest.ts';
import { readEntries, type TarEntry } from './tar.ts';

/** A backup whose every byte that counts was checked. */
export interface CheckedBackup {
  readonly manifest: Manifest;
  /** The bytes of one entry. */
  stream(name: string): Readable;
}

/** The file is no backup of ours, or is damaged. Nothing was written. */
export class DamagedBackup extends Error {
  constructor(path: string, what: string) {
    super(`${path} cannot be restored: ${what}. Nothing was changed.`);
    this.name = 'DamagedBackup';
  }
}

/** Reads the whole file once and compares every digest. @throws DamagedBackup */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  const file = await open(path, 'r');
  try {
    const entries = new Map((await readEntries(file)).map((entry) => [entry.name, entry]));
    const manifest = await readManifest(file, entries);
    for (const [name, sha256] of expected(manifest)) {
      const entry = need(entries, name);
      if ((await digestOf(path, entry)) !== sha256) throw new Error(`${name} is damaged`);
    }
    return { manifest, stream: (name) => streamOf(path, need(entries, name)) };
  } catch (error) {
    throw new DamagedBackup(path, (error as Error).message);
  } finally {
    await file.close();
  }
}

async function readManifest(file: FileHandle, entries: ReadonlyMap<string, TarEntry>): Promise<Manifest> {
  const bytes = await bytesOf(file, need(entries, 'manifest.json'));
  const stated = (await bytesOf(file, need(entries, 'manifest.sha256'))).toString();
  if (stated !== digestLine(bytes)) throw new Error('manifest.json is damaged');
  const head = JSON.parse(bytes.toString()) as { format?: unknown; version?: unknown };
  if (head.format !== 'ikrar-backup' || head.version !== 1)
    throw new Error('it has a format that this program does not know');
  return manifestSchema.parse(head);
}

function expected(manifest: Manifest): [string, string][] {
  return [
    ...manifest.tables.map((table): [string, string] => [entryOf(table), table.sha256]),
    ...manifest.keys.map((key): [string, string] => [`keys/${key.name}`, key.sha256]),
  ];
}

function need(entries: ReadonlyMap<string, TarEntry>, name: string): TarEntry {
  const entry = entries.get(name);
  if (entry === undefined) throw new Error(`it lacks ${name}`);
  return entry;
}

async function bytesOf(file: FileHandle, entry: TarEntry): Promise<Buffer> {
  if (entry.size > 64 * 1024 * 1024) throw new Error(`${entry.name} is too large`);
  const bytes = Buffer.alloc(entry.size);
  await file.read(bytes, 0, entry.size, entry.start);
  return bytes;
}

async function digestOf(path: string, entry: TarEntry): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of streamOf(path, entry)) hash.update(chunk);
  return hash.digest('hex');
}

function streamOf(path: string, entry: TarEntry): Readable {
  if (entry.size === 0) return Readable.from([]);
  return createReadStream(path, { start: entry.start, end: entry.start + entry.size - 1 });
}
