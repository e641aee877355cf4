import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Read at once; a marker across two pieces is found by what they share. */
const PIECE = 8 * 1024 * 1024;

/**
 * One random word that stands in everything that was planted: whoever finds it, in any spelling that a machine may have
 * made of it, has read something.
 */
export class Marker {
  readonly text: string;
  readonly #forms: readonly Buffer[];

  constructor(text: string) {
    this.text = text;
    const bytes = Buffer.from(text);
    this.#forms = [
      bytes,
      Buffer.from(text, 'utf16le'),
      ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()].map((one) => Buffer.from(one)),
      ...[0, 1, 2].map((shift) => Buffer.from(inBase64(bytes, shift))),
    ];
  }

  isIn(bytes: Buffer): boolean {
    return this.#forms.some((form) => bytes.includes(form));
  }

  get longest(): number {
    return Math.max(...this.#forms.map((form) => form.length));
  }
}

/** What of a text is the same in base64 wherever it stands: without the letters that its neighbours share. */
function inBase64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  return whole.slice(Math.ceil((shift * 4) / 3), whole.length - 2);
}

export interface Searched {
  bytes: number;
  hits: string[];
}

/** Every file below a folder, those of the database and its write-ahead log included. */
export function inFiles(folder: string, marker: Marker): Searched {
  const all: Searched = { bytes: 0, hits: [] };
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    const path = join(folder, name);
    const about = statSync(path, { throwIfNoEntry: false });
    if (!about?.isFile()) continue;
    all.bytes += about.size;
    if (inPieces(path, 0, about.size, marker)) all.hits.push(name);
  }
  return all;
}

/** All that a process holds in memory and may read itself. Needs the right to trace it: the same user, or root. */
export function inMemory(pid: number, marker: Marker): Searched {
  const all: Searched = { bytes: 0, hits: [] };
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from = '', to = '', rights = '', name = ''] =
      /^(\w+)-(\w+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (!rights.startsWith('r') || /^\[v(var|syscall|dso)/.test(name)) continue;
    const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    all.bytes += end - start;
    if (inPieces(`/proc/${pid}/mem`, start, end, marker)) all.hits.push(name || `memory at ${from}`);
  }
  return all;
}

function inPieces(path: string, from: number, to: number, marker: Marker): boolean {
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(PIECE);
  try {
    for (let at = from; at < to; at += PIECE - marker.longest) {
      const read = readSafely(file, piece, Math.min(PIECE, to - at), at);
      if (marker.isIn(piece.subarray(0, read))) return true;
    }
    return false;
  } finally {
    closeSync(file);
  }
}

/** Pages that went away between the map and the reading, and those of devices, read as nothing. */
function readSafely(file: number, piece: Buffer, length: number, at: number): number {
  try {
    return readSync(file, piece, 0, length, at);
  } catch (error) {
    if (['EIO', 'EFAULT'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}
