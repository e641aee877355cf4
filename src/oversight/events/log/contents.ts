import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import {
  type CheckedLog,
  type Contents,
  Difference,
  type OtherLogs,
  OVERSIGHT_LOG,
  type TileCheck,
} from '../../../evidence/index.ts';
import { type Client, many, maybe, one } from '../../../platform/db/index.ts';
import { type CaseEventRecord, leafHash } from '../../../verify/index.ts';
import { sql } from './batch.ts';
import { entryOf, filler, recordsOf } from './rows.ts';

const Place = z.object({
  idx: z.number(),
  entry: z.instanceof(Buffer),
  what: z.string().nullable(),
  id: z.string().nullable(),
  day: z.string().nullable(),
  salt: z.instanceof(Buffer).nullable(),
  erasedBy: z.string().nullable(),
});
type Place = z.output<typeof Place>;

/** What the event of a deletion says of the entries whose rows it took. */
const Deletion = z.object({ id: z.string(), data: z.object({ entries: z.number(), digest: z.string() }) });

/** How `ikrar log check` compares this log with the rows of cases. */
export const OVERSIGHT_LOGS: OtherLogs = { [OVERSIGHT_LOG]: oversightContents };

const DAY_MS = 86_400_000;

/**
 * An institution's log of oversight: every entry commits to a row of a case as it stands, or to nothing; rows that are
 * gone are those, and only those, of a deletion whose event stands in the log itself, or will with the next batch.
 */
function oversightContents(client: Client, { agencyId, campaignId }: CheckedLog): Contents {
  let low = 0;
  let records: (CaseEventRecord | null)[] = [];
  let size = 0;
  let headAt = Number.NEGATIVE_INFINITY;
  const erased = new Map<string, { count: number; digest: Hash; index: number }>();

  function recordOf(place: Place, rows: ReadonlyMap<string, CaseEventRecord>, index: number) {
    const { what, id, day } = place;
    if (what === null || id === null || day === null) throw new Difference('event-unlisted', { index });
    if (what === 'filler') return filler(agencyId, id, day);
    const record = rows.get(`${what}/${id}`);
    if (!record) throw new Difference('event-missing', { index, row: `${what} ${id}` });
    return record;
  }

  async function leafOf(
    place: Place,
    rows: ReadonlyMap<string, CaseEventRecord>,
    index: number,
    tiles: TileCheck,
  ) {
    if (place.idx !== index) throw new Difference('entry-missing', { index });
    const leaf = leafHash(place.entry);
    if (place.erasedBy !== null) {
      takeErased(place, index);
      return leaf;
    }
    const record = recordOf(place, rows, index);
    records[index - low] = record;
    if (entryOf(record, place.salt as Buffer).equals(place.entry)) return leaf;
    const hash = await tiles.hashAt(index);
    if (hash && !hash.equals(leaf)) throw new Difference('entry-changed', { index });
    throw new Difference('event-changed', { index, row: `${record.what} ${record.id}` });
  }

  function takeErased({ entry, erasedBy }: Place, index: number): void {
    const by = erasedBy as string;
    const known = erased.get(by) ?? { count: 0, digest: createHash('sha256'), index };
    known.digest.update(entry);
    erased.set(by, { ...known, count: known.count + 1 });
  }

  /** @throws Difference deletion-unproven */
  async function requireProven(): Promise<void> {
    const deletions = await many(client, sql.deletions, { agencyId }, Deletion);
    for (const [id, { count, digest, index }] of erased) {
      const said = deletions.find((one) => one.id === id)?.data;
      if (said?.entries !== count || said.digest !== digest.digest('hex'))
        throw new Difference('deletion-unproven', { index, row: `event ${id}` });
    }
  }

  return {
    async leaves(from, high, tiles) {
      low = from;
      records = [];
      const places = await many(client, sql.places, { agencyId, campaignId, low, high }, Place);
      const keys = places.flatMap(({ what, id, erasedBy }) =>
        what && id && !erasedBy ? [{ what, id }] : [],
      );
      const rows = await recordsOf(client, agencyId, keys);
      const leaves: Uint8Array[] = [];
      for (const place of places) leaves.push(await leafOf(place, rows, low + leaves.length, tiles));
      size = low + leaves.length;
      if (size < high) throw new Difference('entry-missing', { index: size });
      return leaves;
    },
    stated(at) {
      headAt = Math.max(headAt, at.getTime());
    },
    judge(index) {
      const record = records[index - low];
      if (!record || record.what === 'filler') return;
      // A batch holds what came since the one before; what was under way then comes a day later.
      if (Date.parse(record.day) + 2 * DAY_MS <= headAt)
        throw new Difference('event-back-dated', { index, row: `${record.what} ${record.id}` });
    },
    async end() {
      const stray = await one(
        client,
        sql.strayListed,
        { agencyId, size },
        z.object({ idx: z.number().nullable() }),
      );
      if (stray.idx !== null) throw new Difference('beyond-end', { index: stray.idx });
      await requireProven();
      const row = await maybe(client, sql.unexplained, { agencyId }, z.object({ id: z.string() }));
      if (row) throw new Difference('access-unexplained', { row: `access ${row.id}` });
    },
    erased: () => new Map([...erased].map(([by, { count }]) => [by, count])),
  };
}
