import {
  base64,
  type Checkpoint,
  FormatError,
  fromBase64,
  parseCheckpoint,
  parseNote,
} from '../verify/index.ts';

/** C2SP tlog-witness: what a log sends to `POST <prefix>/add-checkpoint`. */
export interface AddCheckpoint {
  /** The size that the sender believes the witness to hold. */
  old: number;
  /** RFC 6962 §2.1.2, from `old` to the size of the head; at most 63. */
  proof: Uint8Array[];
  /** The signed head, verbatim. */
  checkpoint: string;
}

/** The longest note, and 63 lines before it. */
export const maxRequestBytes = 262_144 + 64 * 46;
const maxHashes = 63;
/** Three lines, and room for extension lines. What is kept is read back under the same limits. */
const maxTextLength = 4096;

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return [`old ${old}`, ...proof.map(base64), '', checkpoint].join('\n');
}

/** The parts and the head in it, whose signatures are not checked. @throws FormatError for a malformed request */
export function parseAddCheckpoint(text: string): AddCheckpoint & { head: Checkpoint; text: string } {
  if (text.length > maxRequestBytes) throw new FormatError('too-large');
  const split = text.indexOf('\n\n');
  if (split < 0) throw new FormatError('bad-proof');
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (lines.length > maxHashes) throw new FormatError('bad-proof');
  const checkpoint = text.slice(split + 2);
  const note = parseNote(checkpoint);
  if (note.text.length > maxTextLength) throw new FormatError('too-large');
  return {
    old: parseOld(first as string),
    proof: lines.map(parseHash),
    checkpoint,
    head: parseCheckpoint(note.text),
    text: note.text,
  };
}

function parseOld(line: string): number {
  const size = Number(/^old (0|[1-9]\d{0,15})$/.exec(line)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(size)) throw new FormatError('bad-proof');
  return size;
}

function parseHash(line: string): Uint8Array {
  const hash = fromBase64(line);
  if (hash.length !== 32) throw new FormatError('bad-proof');
  return hash;
}
