import { base64, fromBase64 } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { parseNote, type Sign, signNote, verifyNote } from './note.ts';
import type { VerifierKey } from './vkey.ts';

/** C2SP tlog-checkpoint: a tree head. */
export interface Checkpoint {
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

/** The note text: origin, size, root, each on a line. We write no extension lines. @throws FormatError `bad-checkpoint` */
export function formatCheckpoint(head: Checkpoint): string {
  const text = `${head.origin}\n${head.size}\n${base64(head.root)}\n`;
  parseCheckpoint(text);
  return text;
}

/** A signed checkpoint by the log itself: its key's name is its origin. */
export async function signCheckpoint(head: Checkpoint, key: VerifierKey, sign: Sign): Promise<string> {
  if (key.name !== head.origin) throw new FormatError('origin-mismatch');
  return signNote(formatCheckpoint(head), key, sign);
}

/** Reads a note's text; extension lines are permitted and ignored. @throws FormatError `bad-checkpoint` */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, ...rest] = text.split('\n');
  const lines = [origin, size, root, ...rest.slice(0, -1)];
  if (rest.at(-1) !== '' || lines.some((line) => line === undefined || line === '')) {
    throw new FormatError('bad-checkpoint');
  }
  return { origin: origin as string, size: parseSize(size as string), root: parseRoot(root as string) };
}

/**
 * The head in a signed checkpoint that the log itself has signed: a known key whose name is the origin, or
 * the installation's name that the origin begins with, up to a slash. Signatures
 * of unknown keys, as those of witnesses, are ignored.
 * @throws FormatError
 */
export function verifyCheckpoint(signed: string, known: readonly VerifierKey[]): Checkpoint {
  const note = parseNote(signed);
  const head = parseCheckpoint(note.text);
  const signers = verifyNote(note, known);
  if (!signers.some((key) => `${head.origin}/`.startsWith(`${key.name}/`)))
    throw new FormatError('note-unsigned');
  return head;
}

function parseSize(text: string): number {
  const size = Number(text);
  if (!/^(0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(size))
    throw new FormatError('bad-checkpoint');
  return size;
}

function parseRoot(text: string): Uint8Array {
  const root = fromBase64(text);
  if (root.length !== 32) throw new FormatError('bad-checkpoint');
  return root;
}
