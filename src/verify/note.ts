import { base64, concat, fromBase64, hex, utf8 } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { isKeyName, type VerifierKey, verifiesEd25519 } from './vkey.ts';

/** C2SP signed-note. */
export interface Note {
  /** Ends with a newline. Not to be believed before {@link verifyNote}. */
  text: string;
  signatures: NoteSignature[];
}

export interface NoteSignature {
  name: string;
  /** Eight hexadecimal digits. */
  id: string;
  signature: Uint8Array;
}

/** Signs bytes with the private key that belongs to a verifier key: 64 bytes of Ed25519. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const mark = '\u2014 ';
const maxNoteLength = 262_144;
const maxSignatures = 64;

/** The note with one signature by `key`. @throws FormatError `bad-note` if the text cannot stand in a note */
export async function signNote(text: string, key: VerifierKey, sign: Sign): Promise<string> {
  const signature = await sign(utf8(text));
  const signed = formatNote({ text, signatures: [{ name: key.name, id: key.id, signature }] });
  parseNote(signed);
  return signed;
}

export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(signatureLine).join('')}`;
}

/** One signature as a line of a note, with its line end. */
export function signatureLine({ name, id, signature }: NoteSignature): string {
  return `${mark}${name} ${base64(concat(Buffer.from(id, 'hex'), signature))}\n`;
}

/**
 * The parts of a note; the last blank line separates text and signatures.
 * @throws FormatError `too-large` | `bad-note`
 */
export function parseNote(note: string): Note {
  if (note.length > maxNoteLength) throw new FormatError('too-large');
  const split = note.lastIndexOf('\n\n');
  const clean = note.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(note);
  if (split < 1 || !clean || !note.endsWith('\n')) throw new FormatError('bad-note');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw new FormatError('bad-note');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

/**
 * The keys that signed, at least one. Signatures of unknown keys are ignored; one failing signature of a known key
 * rejects the note.
 * @throws FormatError `note-bad-signature` | `note-unsigned`
 */
export function verifyNote(note: Note, known: readonly VerifierKey[]): VerifierKey[] {
  const signers: VerifierKey[] = [];
  for (const { name, id, signature } of note.signatures) {
    const key = known.find((candidate) => candidate.name === name && candidate.id === id);
    if (key === undefined) continue;
    if (!verifiesEd25519(key.publicKey, note.text, signature)) throw new FormatError('note-bad-signature');
    if (!signers.includes(key)) signers.push(key);
  }
  if (signers.length === 0) throw new FormatError('note-unsigned');
  return signers;
}

function parseSignature(line: string): NoteSignature {
  const [name, encoded, ...rest] = line.slice(mark.length).split(' ');
  const shaped = line.startsWith(mark) && name !== undefined && encoded !== undefined && rest.length === 0;
  if (!shaped || !isKeyName(name)) throw new FormatError('bad-note');
  const bytes = fromBase64(encoded);
  if (bytes.length < 5) throw new FormatError('bad-note');
  return { name, id: hex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}
