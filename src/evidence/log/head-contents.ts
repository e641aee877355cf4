import { z } from 'zod';
import { many } from '../../platform/db/index.ts';
import {
  type Checkpoint,
  decodeHeadEntry,
  FormatError,
  leafHash,
  parseCheckpoint,
  parseNote,
} from '../../verify/index.ts';
import type { CheckedLog, LogCheck } from './check.ts';
import type { Contents } from './contents.ts';
import { Difference } from './difference.ts';
import { logSql } from './store.ts';
import type { LogId } from './tile-reader.ts';

const Place = z.object({
  idx: z.number(),
  entry: z.instanceof(Buffer),
  agencyId: z.string().nullable(),
  campaignId: z.string().nullable(),
  size: z.number().nullable(),
});
type Place = z.output<typeof Place>;
const Recorded = z.object({
  agencyId: z.string(),
  campaignId: z.string(),
  size: z.number(),
  note: z.string(),
});

/**
 * The tree of all logs: every entry is a tree head that its log still has, and each larger than the one before. What is
 * recorded here and is no longer there was taken back.
 */
export function headContents({ client }: Pick<LogCheck, 'client'>, { origin }: CheckedLog): Contents {
  /** The largest size recorded of each log so far: one number a log. */
  const sizes = new Map<string, number>();
  const installation = origin.slice(0, origin.lastIndexOf('/'));

  function headAt(place: Place, index: number): Checkpoint & LogId {
    if (place.idx !== index) throw new Difference('entry-missing', { index });
    const head = readHead(place.entry, index);
    if (head.size <= (sizes.get(head.origin) ?? -1))
      throw new Difference('heads-fell', { index, why: `${head.origin} at ${head.size}` });
    const [agencyId = '', campaignId = ''] = head.origin.slice(installation.length + 1).split('/');
    const listed = place.agencyId === agencyId && place.campaignId === campaignId && place.size === head.size;
    if (!listed) throw new Difference('heads-misplaced', { index });
    sizes.set(head.origin, head.size);
    return { ...head, agencyId, campaignId };
  }

  return {
    async leaves(low, high) {
      const rows = await many(client, logSql.headPlaces, { low, high }, Place);
      const heads = rows.map((row, i) => headAt(row, low + i));
      if (rows.length < high - low) throw new Difference('entry-missing', { index: low + rows.length });
      const notes = await many(
        client,
        logSql.headsAt,
        {
          agencies: heads.map((head) => head.agencyId),
          campaigns: heads.map((head) => head.campaignId),
          sizes: heads.map((head) => head.size),
        },
        Recorded,
      );
      const stored = new Map(notes.map((one) => [`${one.agencyId}/${one.campaignId}/${one.size}`, one.note]));
      for (const [i, head] of heads.entries()) {
        const note = stored.get(`${head.agencyId}/${head.campaignId}/${head.size}`);
        const place = { index: low + i, size: head.size, why: head.origin };
        if (note === undefined) throw new Difference('head-rolled-back', place);
        if (rootIn(note) !== Buffer.from(head.root).toString('hex'))
          throw new Difference('head-replaced', place);
      }
      return rows.map(({ entry }) => leafHash(entry));
    },
    stated: () => {},
    judge: () => {},
    end: async () => {},
    erased: () => new Map(),
  };
}

function readHead(entry: Buffer, index: number): Checkpoint {
  try {
    return decodeHeadEntry(entry);
  } catch (error) {
    if (error instanceof FormatError) throw new Difference('entry-unreadable', { index });
    throw error;
  }
}

/** In hexadecimal; null where the note cannot be read, which the check of its own log has named. */
function rootIn(note: string): string | null {
  try {
    return Buffer.from(parseCheckpoint(parseNote(note).text).root).toString('hex');
  } catch {
    return null;
  }
}
