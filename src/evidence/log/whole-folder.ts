import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Files of a folder that does not exist yet under its name. */
export interface NewFolder {
  /** Forced to the disk before it returns. `path`: below the folder, with `/`. */
  write(path: string, bytes: Uint8Array | string): Promise<void>;
}

/**
 * Makes a folder that is there whole or not at all: everything is written beside it, `last` when the rest is on the
 * disk, and only then does it take its name. What a killed process leaves is a folder beside it whose name begins with
 * a dot; it holds no `last`, or is whole. A folder of the same name that is a former one by `isFormer` is replaced.
 * @throws Error of the file system, or where something else stands at this place; the new folder is then removed
 */
export async function writeWhole(
  folder: string,
  last: string,
  isFormer: (folder: string) => Promise<boolean>,
  fill: (folder: NewFolder) => Promise<Uint8Array | string>,
): Promise<void> {
  const mark = randomBytes(6).toString('hex');
  const beside = (kind: string) => join(dirname(folder), `.${basename(folder)}.${mark}.${kind}`);
  await mkdir(dirname(folder), { recursive: true });
  const taken = await exists(folder);
  if (taken && !(await isFormer(folder)))
    throw new Error(`${folder} holds something else; choose another folder or remove it`);
  const made = beside('part');
  try {
    await mkdir(made);
    const known = new Set([made]);
    const write: NewFolder['write'] = async (path, bytes) => {
      await mkdirs(made, dirname(path), known);
      await writeSynced(join(made, path), bytes);
    };
    const end = await fill({ write });
    for (const one of [...known].reverse()) await syncFolder(one);
    await writeSynced(join(made, `${last}.part`), end);
    await rename(join(made, `${last}.part`), join(made, last));
    await syncFolder(made);
    if (taken) await replace(folder, made, beside('old'), last);
    else await rename(made, folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    await rm(made, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

/** The former folder gives up its name, or keeps it where the new one cannot take it; then it goes, `last` first. */
async function replace(folder: string, made: string, old: string, last: string): Promise<void> {
  await rename(folder, old);
  try {
    await rename(made, folder);
  } catch (error) {
    await rename(old, folder);
    throw error;
  }
  await unlink(join(old, last)).catch(() => {});
  await rm(old, { recursive: true, force: true });
}

async function mkdirs(root: string, below: string, known: Set<string>): Promise<void> {
  const path = join(root, below);
  if (known.has(path)) return;
  await mkdirs(root, dirname(below), known);
  await mkdir(path);
  known.add(path);
}

async function writeSynced(path: string, bytes: Uint8Array | string): Promise<void> {
  await opened(path, 'wx', async (file) => {
    await file.writeFile(bytes);
    await file.datasync();
  });
}

/** A name is on the disk only when its folder is. */
function syncFolder(path: string): Promise<void> {
  return opened(path, 'r', (folder) => folder.sync());
}

async function opened(path: string, flags: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
