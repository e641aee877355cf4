import { concat, utf8 } from './bytes.ts';
import { FormatError } from './format-error.ts';
import type { Note, NoteSignature, Sign } from './note.ts';
import { keyId, readVkey, spellVkey, verifiesEd25519 } from './vkey.ts';

/** C2SP tlog-cosignature, Ed25519: the key of a witness. It is no key of a log, whatever its name. */
export interface WitnessKey {
  name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x04 ‖ key), as eight hexadecimal digits. */
  id: string;
  /** 32 bytes, RFC 8032. The signature does not cover the name, so one key stands for one witness only. */
  witnessKey: Uint8Array;
}

/** That a witness saw this head, after checking that it extends every head it had seen of the log before. */
export interface Cosignature {
  key: WitnessKey;
  /** Seconds since 1970, by the clock of the witness. */
  time: number;
  line: NoteSignature;
}

/** @throws FormatError `bad-key` */
export function witnessKey(name: string, publicKey: Uint8Array): WitnessKey {
  return { name, id: keyId(0x04, name, publicKey), witnessKey: publicKey };
}

/** `<name>+<id>+<base64 of 0x04 and the key>`. */
export function formatWitnessVkey(key: WitnessKey): string {
  return spellVkey(0x04, key, key.witnessKey);
}

/** @throws FormatError `bad-key`: also for a key of a log, and for other kinds of cosignature */
export function parseWitnessVkey(text: string): WitnessKey {
  return witnessKey(...readVkey(0x04, text));
}

/** The cosignature of a checkpoint's text. `time`: seconds since 1970. */
export async function cosign(
  text: string,
  key: WitnessKey,
  time: number,
  sign: Sign,
): Promise<NoteSignature> {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(time));
  return { name: key.name, id: key.id, signature: concat(stamp, await sign(utf8(cosigned(text, time)))) };
}

/**
 * The known witnesses that cosigned, each once, with its latest time. Lines of unknown keys are ignored; one failing
 * line of a known witness rejects the note.
 * @throws FormatError `note-bad-signature`
 */
export function verifyCosignatures(note: Note, known: readonly WitnessKey[]): Cosignature[] {
  const found = new Map<WitnessKey, Cosignature>();
  for (const line of note.signatures) {
    const key = known.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined) continue;
    const time = timeOf(line.signature);
    if (!verifiesEd25519(key.witnessKey, cosigned(note.text, time), line.signature.subarray(8)))
      throw new FormatError('note-bad-signature');
    if (time >= (found.get(key)?.time ?? 0)) found.set(key, { key, time, line });
  }
  return [...found.values()];
}

function cosigned(text: string, time: number): string {
  return `cosignature/v1\ntime ${time}\n${text}`;
}

function timeOf(signature: Uint8Array): number {
  if (signature.length !== 72) throw new FormatError('note-bad-signature');
  const time = Number(Buffer.from(signature).readBigUInt64BE());
  if (!Number.isSafeInteger(time)) throw new FormatError('note-bad-signature');
  return time;
}
