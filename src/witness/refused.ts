import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { base64 } from '../verify/index.ts';
import type { Asked, Held, RefusalKind } from './judge.ts';

/** `docs/formats/witness.md`: what was refused, with both heads as their log signed them. */
const Refused = z.strictObject({
  format: z.literal('ikrar-refused/v1'),
  kind: z.enum(['split-view', 'older-head', 'unproven']),
  /** When it came, ISO 8601. */
  at: z.string(),
  origin: z.string(),
  /** The head that this witness held, with its cosignature. */
  held: z.string(),
  heldSize: z.number(),
  offered: z.string(),
  offeredSize: z.number(),
  /** The proof that came with the offered head, from the size held. */
  proof: z.array(z.string()),
});
export type Refused = z.output<typeof Refused> & { id: string };

/** Attacker: a log, or whoever replays its heads, could fill the disk. The first ones of each kind are kept. */
const mostPerLog = 8;

export interface RefusedHeads {
  all(): Refused[];
  add(kind: RefusalKind, asked: Asked, held: Held, at: Date): Promise<void>;
}

/** `refused/*.json` of the directory. */
export function openRefused(dir: string): RefusedHeads {
  const folder = join(dir, 'refused');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const known = files.map((name) => ({ id: name.slice(0, -5), ...read(join(folder, name)) }));
  return {
    all: () => known,
    async add(kind, asked, held, at) {
      const { origin } = asked.head;
      const same = known.filter((one) => one.origin === origin && one.kind === kind);
      const id = digest(kind, origin, held.note, asked.text);
      if (same.length >= mostPerLog || same.some((one) => one.id === id)) return;
      const found: Refused = {
        ...{ id, format: 'ikrar-refused/v1', kind, at: at.toISOString(), origin },
        ...{ held: held.note, heldSize: held.size },
        ...{ offered: asked.checkpoint, offeredSize: asked.head.size, proof: asked.proof.map(base64) },
      };
      known.push(found);
      await write(join(folder, `${id}.json`), found);
    },
  };
}

function read(path: string): z.output<typeof Refused> {
  return Refused.parse(JSON.parse(readFileSync(path, 'utf8')));
}

async function write(path: string, { id: _, ...rest }: Refused): Promise<void> {
  if (existsSync(path)) return;
  await writeFile(`${path}.part`, `${JSON.stringify(rest, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
