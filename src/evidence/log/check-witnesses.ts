import { z } from 'zod';
import { many } from '../../platform/db/index.ts';
import {
  type Checkpoint,
  type Cosignature,
  FormatError,
  formatCheckpoint,
  parseCheckpoint,
  parseNote,
  parseWitnessVkey,
  verifyCosignatures,
} from '../../verify/index.ts';
import type { CheckedLog, LogCheck, Stated } from './check.ts';
import type { TileCheck } from './check-tiles.ts';
import { Difference } from './difference.ts';
import { logSql } from './store.ts';

const Cosigned = z.object({ size: z.number(), witness: z.string(), line: z.string(), cosignedAt: z.date() });
const Theirs = z.object({ witness: z.string(), theirs: z.string() });

interface Held {
  witness: string;
  head: Checkpoint;
  at: Date;
}

/**
 * What witnesses have cosigned of one log, and what they hold instead where they refused ours: all of it must fit the
 * tree that the entries give. A head that a witness is said to hold counts only with that witness's cosignature.
 */
export function checkWitnesses(
  { client }: LogCheck,
  { agencyId, campaignId, origin }: CheckedLog,
  tiles: TileCheck,
) {
  let held: Held[] | undefined;

  async function heldByWitnesses(): Promise<Held[]> {
    if (held) return held;
    const rows = await many(client, logSql.theirHeads, { agencyId, campaignId }, Theirs);
    held = rows.flatMap(({ witness, theirs }) => readTheirs(witness, theirs, origin) ?? []);
    return held;
  }

  return {
    async between(low: number, high: number): Promise<Stated[]> {
      const rows = await many(
        client,
        logSql.cosignaturesBetween,
        { agencyId, campaignId, low, high },
        Cosigned,
      );
      const held = (await heldByWitnesses()).filter(({ head }) => head.size >= low && head.size < high);
      return [
        ...rows.map((row) => ({ size: row.size, at: row.cosignedAt, check: () => requireFits(row) })),
        ...held.map((one) => ({ size: one.head.size, at: one.at, check: () => requireSame(one) })),
      ];
    },

    /** @throws Difference witness-holds-more */
    async requireNoneBeyond(size: number): Promise<void> {
      const most = { agencyId, campaignId, low: size + 1, high: Number.MAX_SAFE_INTEGER };
      const [row] = await many(client, logSql.cosignaturesBetween, most, Cosigned);
      if (row) throw new Difference('witness-holds-more', { size: row.size, why: row.witness });
      const more = (await heldByWitnesses()).find(({ head }) => head.size > size);
      if (more) throw new Difference('witness-holds-more', { size: more.head.size, why: more.witness });
    },
  };

  async function requireFits({ size, witness, line, cosignedAt }: z.output<typeof Cosigned>): Promise<void> {
    const text = formatCheckpoint({ origin, size, root: tiles.root() });
    const found = cosignatureIn(`${text}\n${line}`, witness);
    if (found && found.time === Math.floor(cosignedAt.getTime() / 1000)) return;
    throw new Difference('cosignature-contradicts', { size, why: witness });
  }

  async function requireSame({ witness, head: { size, root } }: Held): Promise<void> {
    if (!Buffer.from(root).equals(tiles.root()))
      throw new Difference('witness-holds-other', { size, why: witness });
  }
}

function readTheirs(witness: string, theirs: string, origin: string): Held | null {
  const found = cosignatureIn(theirs, witness);
  if (!found) return null;
  const head = parseCheckpoint(parseNote(theirs).text);
  return head.origin === origin ? { witness, head, at: new Date(found.time * 1000) } : null;
}

/** The witness's own valid cosignature under this note, or null. */
function cosignatureIn(note: string, witness: string): Cosignature | null {
  try {
    return verifyCosignatures(parseNote(note), [parseWitnessVkey(witness)])[0] ?? null;
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}
