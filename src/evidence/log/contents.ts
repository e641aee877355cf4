import { z } from 'zod';
import { type Client, many, one } from '../../platform/db/index.ts';
import { commitment, encodeEntry, kindOfRecord, leafHash } from '../../verify/index.ts';
import type { CheckedLog, LogCheck } from './check.ts';
import type { TileCheck } from './check-tiles.ts';
import { Difference } from './difference.ts';
import { isErased, isOf, recordReader, type Said, Stored, said, saidAt } from './record-at.ts';
import type { SealedAct } from './signature-check.ts';
import { logSql } from './store.ts';

/** What the entries of one kind of log stand for, and what must hold between it and the rest of the database. */
export interface Contents {
  /** The leaf hashes of the places from `low` up to `high`, each entry compared with what it stands for. */
  leaves(low: number, high: number, tiles: TileCheck): Promise<Uint8Array[]>;
  /** Somebody signed at this time that the log had the places so far, and no more. */
  stated(at: Date): void;
  /** What holds of a place, given the heads before it. */
  judge(index: number): void;
  end(): Promise<void>;
  /** How many records were erased, by decision; their entries stand. */
  erased(): ReadonlyMap<string, number>;
}

/** Logs that are no campaign's, by what stands in its place, and how each is compared; given by whoever keeps them. */
export type OtherLogs = Readonly<Record<string, (client: Client, log: CheckedLog) => Contents>>;

/**
 * How far the time in a record and the time of a tree head may contradict each other: a signature may wait in a queue,
 * and the clocks of two servers differ. Smaller forgeries than this cannot be shown.
 */
const TOLERANCE_MS = 5 * 60_000;

/** A campaign's log: every entry commits to a sealed record, which belongs to a signature or is minutes. */
export function recordContents(
  { client, signatures }: LogCheck,
  log: CheckedLog,
  { opened }: { opened: boolean },
): Contents {
  const { agencyId, campaignId } = log;
  const wholeRecord = recordReader(client, log);
  let low = 0;
  let facts: (Said | null)[] = [];
  const erased = new Map<string, number>();
  let headAt = Number.NEGATIVE_INFINITY;
  let latest: { at: number; index: number } | null = null;

  async function leafOf(stored: Stored, index: number, tiles: TileCheck): Promise<[Uint8Array, Said | null]> {
    if (stored.idx !== index || !stored.entry) throw new Difference('entry-missing', { index });
    if (!stored.record || !stored.salt) throw new Difference('record-missing', { index });
    const leaf = leafHash(stored.entry);
    if (isErased(stored)) return [await leafOfErased(stored, leaf, index, tiles), null];
    const record = await wholeRecord(stored);
    const made = entryOf(stored.salt, record);
    if (!made?.equals(stored.entry)) throw await explain(made, leaf, index, tiles);
    const facts = said(record, index);
    requireOwn(stored, facts, index);
    return [leaf, facts];
  }

  /** What it committed to is gone; entry and tile must still agree. */
  async function leafOfErased({ erasedBy }: Stored, leaf: Uint8Array, index: number, tiles: TileCheck) {
    if (!isEntry(leaf, await tiles.hashAt(index))) throw new Difference('entry-changed', { index });
    const decision = erasedBy as string;
    erased.set(decision, (erased.get(decision) ?? 0) + 1);
    return leaf;
  }

  /** Of record, entry and tile two agree: the third was changed. */
  async function explain(made: Buffer | null, leaf: Uint8Array, index: number, tiles: TileCheck) {
    const hash = await tiles.hashAt(index);
    if (made && hash?.equals(leafHash(made))) return new Difference('entry-changed', { index });
    const belongs =
      made && (await one(client, logSql.placeOfEntry, { agencyId, campaignId, entry: made }, Found));
    if (belongs?.idx != null) return new Difference('record-moved', { index, belongs: belongs.idx });
    return new Difference(isEntry(leaf, hash) ? 'record-changed' : 'entry-changed', { index });
  }

  function requireOwn(stored: Stored, facts: Said, index: number): void {
    const { receipt } = facts;
    const filed =
      receipt === stored.receipt && facts.agency.id === agencyId && facts.campaign.id === campaignId;
    if (!filed) throw new Difference('record-misfiled', { index, receipt });
    if (!isOf(facts, stored, opened)) throw new Difference('record-other-person', { index, receipt });
  }

  return {
    async leaves(from, high, tiles) {
      low = from;
      facts = [];
      const rows = await many(client, logSql.places, { agencyId, campaignId, low, high }, Stored);
      const leaves: Uint8Array[] = [];
      for (const row of rows) {
        const [leaf, facing] = await leafOf(row, low + leaves.length, tiles);
        leaves.push(leaf);
        facts.push(facing);
      }
      if (rows.length < high - low) throw new Difference('entry-missing', { index: low + rows.length });
      const acts = facts.flatMap((fact, i) => (fact ? actOf(fact, rows[i] as Stored) : []));
      const wrong = await signatures.compare(client, log, acts);
      if (wrong) {
        const { receipt = '' } = facts[wrong.index - low] ?? {};
        throw new Difference(wrong.code, { index: wrong.index, receipt });
      }
      return leaves;
    },
    stated(moment) {
      if (latest && latest.at > moment.getTime() + TOLERANCE_MS)
        throw new Difference('record-post-dated', { index: latest.index });
      headAt = Math.max(headAt, moment.getTime());
      latest = null;
    },
    judge(index) {
      const fact = facts[index - low];
      if (!fact) return;
      const { example, receipt } = fact;
      // Invented examples are set in the past on purpose.
      if (example) return;
      const at = saidAt(fact);
      if (at < headAt - TOLERANCE_MS) throw new Difference('record-back-dated', { index, receipt });
      if (!latest || at > latest.at) latest = { at, index };
    },
    async end() {
      const receipt = await signatures.leftOver(client, log);
      if (receipt !== null) throw new Difference('signature-without-record', { receipt });
    },
    erased: () => erased,
  };
}

/** What its signature says too. Minutes have none in the rows of those who signed the pledge. */
function actOf(fact: Said, { idx, personId }: Stored): SealedAct[] {
  if (fact.format === 'ikrar/minutes/v1') return [];
  const { method, at } = fact.act;
  return [{ index: idx, personId: personId as string, receipt: fact.receipt, method, at: new Date(at) }];
}

const Found = z.object({ idx: z.number().nullable() });

/** The entry that a record and its salt give, or null for a salt that is none. */
function entryOf(salt: Buffer, record: Buffer): Buffer | null {
  if (salt.length !== 32) return null;
  return Buffer.from(encodeEntry({ kind: kindOfRecord(record), commitment: commitment(salt, record) }));
}

function isEntry(leaf: Uint8Array, hash: Buffer | null): boolean {
  return hash === null || hash.equals(leaf);
}
