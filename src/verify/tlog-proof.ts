import { base64, fromBase64 } from './bytes.ts';
import { type Checkpoint, parseCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { FormatError } from './format-error.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { parseNote } from './note.ts';
import type { VerifierKey } from './vkey.ts';

/** C2SP tlog-proof: that one entry is in a log, checkable without a network. Kept as a `.tlog-proof` file. */
export interface TlogProof {
  /** Zero-based. */
  index: number;
  /** From the leaf's sibling up to the root's child, at most 63. */
  hashes: Uint8Array[];
  /** The signed checkpoint, verbatim. */
  checkpoint: string;
  /** Not authenticated by anything; we write none. */
  extra?: Uint8Array | null;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
const maxHashes = 63;
const maxLength = 400_000;

export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra ? [`extra ${base64(proof.extra)}`] : [];
  const lines = [
    firstLine,
    ...extra,
    `index ${proof.index}`,
    ...proof.hashes.map(base64),
    '',
    proof.checkpoint,
  ];
  return lines.join('\n');
}

/** @throws FormatError `too-large` | `bad-proof` | `bad-base64` | `bad-note` | `bad-checkpoint` */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > maxLength) throw new FormatError('too-large');
  const split = text.indexOf('\n\n');
  if (split < 0) throw new FormatError('bad-proof');
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== firstLine) throw new FormatError('bad-proof');
  const extra = lines[0]?.startsWith('extra ') ? fromBase64((lines.shift() as string).slice(6)) : null;
  const index = parseIndex(lines.shift());
  if (lines.length > maxHashes) throw new FormatError('bad-proof');
  const checkpoint = text.slice(split + 2);
  parseCheckpoint(parseNote(checkpoint).text);
  return { index, hashes: lines.map(parseHash), checkpoint, extra };
}

/** The head in the proof, not yet believed: its signatures are not checked. */
export function claimedHead(proof: TlogProof): Checkpoint {
  return parseCheckpoint(parseNote(proof.checkpoint).text);
}

/** Whether the proof leads from the entry to the root of its own, not yet believed, head. */
export function provesEntry(proof: TlogProof, entry: Uint8Array): boolean {
  const { size, root } = claimedHead(proof);
  return verifyInclusion(proof.index, size, leafHash(entry), proof.hashes, root);
}

/** The believed head of the log that holds the entry. @throws FormatError `inclusion-mismatch` and those of parsing */
export function verifyTlogProof(text: string, entry: Uint8Array, known: readonly VerifierKey[]): Checkpoint {
  const proof = parseTlogProof(text);
  const head = verifyCheckpoint(proof.checkpoint, known);
  if (!provesEntry(proof, entry)) throw new FormatError('inclusion-mismatch');
  return head;
}

function parseIndex(line: string | undefined): number {
  const found = /^index (0|[1-9]\d{0,15})$/.exec(line ?? '');
  const index = Number(found?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(index)) throw new FormatError('bad-proof');
  return index;
}

function parseHash(line: string): Uint8Array {
  const hash = fromBase64(line);
  if (hash.length !== 32) throw new FormatError('bad-proof');
  return hash;
}
