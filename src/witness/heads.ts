import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint, parseNote, verifyCosignatures, type WitnessKey } from '../verify/index.ts';
import type { Held } from './judge.ts';

/** The newest cosigned head of each log, in memory as on the disk: `heads/<hex SHA-256 of the origin>`. */
export interface Heads {
  get(origin: string): Held | null;
  /** By the name of its file, as `GET /<name>/checkpoint` asks for it. */
  byHash(hash: string): Held | null;
  all(): [origin: string, held: Held][];
  /** Resolves when the head is on the disk and would survive a loss of power. Owner: one caller at a time per log. */
  keep(origin: string, held: Held): Promise<void>;
}

export function hashOf(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/** @throws Error for a file that is not what we wrote: a witness that forgot must not start again from nothing */
export function openHeads(dir: string, key: WitnessKey): Heads {
  const folder = join(dir, 'heads');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = new Map<string, { origin: string; head: Held }>();
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part')) rmSync(join(folder, name));
    else held.set(name, read(join(folder, name), name, key));
  }
  let broken: Error | undefined;
  return {
    get: (origin) => held.get(hashOf(origin))?.head ?? null,
    byHash: (hash) => held.get(hash)?.head ?? null,
    all: () => [...held.values()].map(({ origin, head }) => [origin, head]),
    async keep(origin, head) {
      if (broken) throw broken;
      const hash = hashOf(origin);
      const path = join(folder, hash);
      await writeWhole(`${path}.part`, head.note);
      try {
        await rename(`${path}.part`, path);
        await settle(folder);
      } catch (error) {
        // Crash point: whether the disk holds the old head or the new one is unknown until the next start reads it.
        broken = error as Error;
        throw error;
      }
      held.set(hash, { origin, head });
    },
  };
}

function read(path: string, name: string, key: WitnessKey): { origin: string; head: Held } {
  try {
    const text = readFileSync(path, 'utf8');
    const note = parseNote(text);
    const { origin, size, root } = parseCheckpoint(note.text);
    const [ours] = verifyCosignatures(note, [key]);
    if (!ours || hashOf(origin) !== name) throw new Error('not a head that this witness cosigned');
    return { origin, head: { size, root, time: ours.time, note: text } };
  } catch (error) {
    throw new Error(`${path} is damaged: ${(error as Error).message}`);
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Crash point: a renamed file is only safe when its folder is on the disk as well. */
async function settle(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
