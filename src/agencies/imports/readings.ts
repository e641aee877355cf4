import { createHash } from 'node:crypto';
import * as z from 'zod';
import { exec, maybe, transaction } from '../../platform/db/index.ts';
import { happened } from '../../platform/events.ts';
import { plainFileName } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ParsedRoster, type ParseOptions, type Problem, parseRoster, refuse } from '../roster/index.ts';
import { pack } from './packed.ts';
import { sql } from './sql.ts';

/** A file that is being read, by this process or another, or one that could not be read. */
export interface Reading {
  readonly id: string;
  readonly agencyId: string;
  readonly fileName: string;
  readonly size: number;
  readonly startedAt: Date;
  /** Rows that were read so far, as far as this process knows. */
  rows: number;
  /** Why the file cannot be used; null while it is being read. */
  problems: readonly Problem[] | null;
  /** A bug of ours that ended the reading. */
  fault: unknown;
}

export interface Upload {
  agencyId: string;
  by: string;
  fileName: string;
  bytes: Uint8Array;
  options: ParseOptions;
}

export type Readings = ReturnType<typeof createReadings>;

const AT_ONCE = 3;
/** A reading takes seconds; one that says nothing for so long went with its process. */
const LEASE_MS = 5 * 60_000;

const Kept = z.object({
  id: z.string(),
  fileName: z.string(),
  size: z.number(),
  startedAt: z.date(),
  problems: z.array(z.custom<Problem>()).nullable(),
  isLate: z.boolean(),
});
const FORGET_MS = 15 * 60_000;

/**
 * Reads roster files beside the requests. A reading that succeeds becomes a row of agencies.roster_import; one that fails
 * leaves its problems, so that every server can show them. When its process dies nothing was written, every server says
 * so after a while, and the officer uploads again.
 */
export function createReadings(platform: Platform) {
  const known = new Map<string, Reading>();
  const key = (agencyId: string, id: string) => `${agencyId}/${id}`;
  const sweep = (now: Date) => {
    for (const [at, { startedAt, problems, fault }] of known)
      if ((problems || fault) && now.getTime() - startedAt.getTime() > FORGET_MS) known.delete(at);
  };
  return {
    /** As this process knows it, else as the database does; undefined for none, and for one that became an import. */
    async find(agencyId: string, id: string): Promise<Reading | undefined> {
      return known.get(key(agencyId, id)) ?? (await elsewhere(platform, agencyId, id));
    },

    /**
     * Waits up to `patience` milliseconds for the end of the reading, which goes on after that.
     * @throws Refusal agencies.readingBusy (503) when too many files are being read
     */
    async start(upload: Upload, patience: number): Promise<Reading> {
      const startedAt = platform.now();
      sweep(startedAt);
      const busy = [...known.values()].filter(({ problems, fault }) => !problems && !fault).length;
      if (busy >= AT_ONCE) throw new Refusal('agencies.readingBusy', 503);
      const { agencyId, bytes } = upload;
      const fileName = plainFileName(upload.fileName, 'roster');
      const common = { problems: null, fault: undefined, rows: 0 };
      const reading: Reading = {
        id: newId(startedAt),
        agencyId,
        fileName,
        size: bytes.length,
        startedAt,
        ...common,
      };
      known.set(key(agencyId, reading.id), reading);
      const until = new Date(startedAt.getTime() + LEASE_MS);
      const row = { agencyId, id: reading.id, fileName, size: bytes.length, now: startedAt, until };
      await exec(platform.pool, sql.addReading, row).catch((error) => {
        known.delete(key(agencyId, reading.id));
        throw error;
      });
      const done = read(platform, reading, upload).then(
        (kept) => kept && known.delete(key(agencyId, reading.id)),
        (error) => {
          reading.fault = error ?? new Error('Reading a roster failed.');
        },
      );
      await Promise.race([done, wait(patience)]);
      return reading;
    },
  };
}

async function elsewhere(platform: Platform, agencyId: string, id: string): Promise<Reading | undefined> {
  const kept = await maybe(platform.pool, sql.reading, { agencyId, id, now: platform.now() }, Kept);
  if (!kept) return undefined;
  const { isLate, problems, ...rest } = kept;
  const lost = isLate ? [refuse('reading.interrupted')] : null;
  return { ...rest, agencyId, rows: 0, problems: problems ?? lost, fault: undefined };
}

/** @returns whether the file could be read and is kept; else the reading holds its problems */
async function read(platform: Platform, reading: Reading, upload: Upload): Promise<boolean> {
  const onRow = () => {
    reading.rows += 1;
  };
  const options = { ...upload.options, onRow };
  const parsed = await parseRoster(upload.bytes, reading.fileName, options);
  if (parsed.problems.some((problem) => problem.severity === 'refuse')) {
    const problems = JSON.stringify(parsed.problems);
    const { agencyId, id } = reading;
    await exec(platform.pool, sql.endReading, { agencyId, id, problems, now: platform.now() });
    reading.problems = parsed.problems;
    return false;
  }
  await keep(platform, reading, upload, parsed);
  return true;
}

async function keep(
  platform: Platform,
  reading: Reading,
  upload: Upload,
  parsed: ParsedRoster,
): Promise<void> {
  const { id, agencyId, fileName } = reading;
  const fileDigest = createHash('sha256').update(upload.bytes).digest('hex');
  const packed = await pack(parsed);
  const now = platform.now();
  await transaction(platform.pool, async (client) => {
    await exec(client, sql.addImport, {
      agencyId,
      id,
      fileName,
      fileDigest,
      by: upload.by,
      now,
      parsed: packed,
    });
    const data = { fileName, rows: parsed.rows.length, sha256: fileDigest };
    await happened(client, {
      agencyId,
      at: now,
      actor: upload.by,
      kind: 'roster.uploaded',
      subject: id,
      data,
    });
  });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
