import { crc32, createInflateRaw } from 'node:zlib';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { FileProblem } from './problem.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

export type ZipArchive = {
  names: readonly string[];
  has(name: string): boolean;
  /** The entry's bytes, inflated piece by piece, `most` bytes at most; an absent entry is `file.damaged`. */
  open(name: string, most?: number): AsyncGenerator<Uint8Array, void>;
};

/**
 * Opens an archive by its central directory only (PKWARE APPNOTE 6.3.10, 4.3.12): local headers are not trusted,
 * since an attacker can make the two disagree. Limits hold twice: on what the directory declares, before any byte
 * is inflated, and on what really comes out. Attacker: a thousand sheets that are one part; so all reads of one
 * archive together may inflate twice the limit.
 */
export function openZip(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): ZipArchive {
  const entries = readDirectory(bytes, limits);
  const budget: Budget = { left: 2 * limits.inflatedBytes };
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => byName.has(name),
    open(name, most = limits.inflatedBytes) {
      const entry = byName.get(name);
      if (!entry) throw new FileProblem('file.damaged', { part: name.slice(0, 60) });
      return inflateEntry(bytes, entry, { ...limits, inflatedBytes: most }, budget);
    },
  };
}

type Budget = { left: number };

async function* inflateEntry(bytes: Uint8Array, entry: ZipEntry, limits: FileLimits, budget: Budget) {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  const guard = sizeGuard(entry, limits, budget);
  if (entry.method === 0) {
    guard.add(packed);
    guard.end();
    yield packed;
    return;
  }
  const inflater = createInflateRaw({ chunkSize: 64 * 1024 });
  try {
    inflater.end(packed);
    for await (const chunk of inflater as AsyncIterable<Uint8Array>) {
      guard.add(chunk);
      yield chunk;
    }
    guard.end();
  } catch (error) {
    throw isInflateError(error) ? new FileProblem('file.damaged', { part: entry.name.slice(0, 60) }) : error;
  } finally {
    inflater.destroy();
  }
}

/** Attacker: a directory that declares little and a stream that never ends. Stops at the first chunk too many. */
function sizeGuard(entry: ZipEntry, limits: FileLimits, budget: Budget) {
  let size = 0;
  let crc = 0;
  return {
    add(chunk: Uint8Array) {
      size += chunk.length;
      budget.left -= chunk.length;
      if (budget.left < 0) throw new FileProblem('file.bomb', { why: 'streamed' });
      if (size > entry.size || size > limits.inflatedBytes)
        throw new FileProblem('file.bomb', { why: 'streamed' });
      if (size > limits.ratioFloorBytes && size > entry.packedSize * limits.ratio) {
        throw new FileProblem('file.bomb', { why: 'ratio' });
      }
      crc = crc32(chunk, crc);
    },
    end() {
      if (size !== entry.size || crc !== entry.crc) {
        throw new FileProblem('file.damaged', { part: entry.name.slice(0, 60) });
      }
    },
  };
}

function isInflateError(error: unknown) {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code));
}
