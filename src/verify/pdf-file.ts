import { view } from './bytes.ts';
import { FormatError } from './format-error.ts';
import { type Budget, type PdfDict, PdfReader, type PdfValue } from './pdf-values.ts';

/** No document of this format is larger. */
export const maxPdfBytes = 4 * 1024 * 1024;
const mostCandidates = 16;

const maxObjects = 5000;

/**
 * A PDF of one revision with a classic cross-reference table: no object streams, no updates, no encryption. Objects
 * are read when asked for; bytes in no asked-for object are covered by the seal all the same.
 */
export class PdfFile {
  readonly bytes: Uint8Array;
  readonly trailer: PdfDict;
  readonly #offsets: number[];
  readonly #budget: Budget;
  readonly #read = new Map<number, PdfValue | PdfStream>();

  /** @throws FormatError `too-large` | `not-a-pdf` | `changed-after-signing` | `pdf-structure` | `pdf-too-complex` */
  constructor(bytes: Uint8Array) {
    if (bytes.length > maxPdfBytes) throw new FormatError('too-large');
    if (!/^%PDF-[12]\.\d[\r\n]/.test(view(bytes.subarray(0, 9)).toString('latin1'))) {
      throw new FormatError('not-a-pdf');
    }
    this.bytes = bytes;
    this.#budget = { left: 2 * bytes.length + 65_536 };
    const table = new PdfReader(bytes, onlyTable(bytes), this.#budget);
    this.#offsets = readTable(table, bytes.length);
    this.trailer = readTrailer(table);
  }

  /** The value, or what its reference points to. */
  resolve(value: PdfValue | undefined): PdfValue | PdfStream | undefined {
    return value?.kind === 'ref' ? this.#object(value.number) : value;
  }

  /** The dictionary under a key, direct or by reference. @throws FormatError `pdf-structure` */
  dict(parent: PdfDict, key: string): PdfDict {
    const found = this.resolve(parent.entries.get(key));
    if (found?.kind !== 'dict') throw new FormatError('pdf-structure', { at: key });
    return found;
  }

  /** The array under a key, direct or by reference. @throws FormatError `pdf-structure` */
  array(parent: PdfDict, key: string): PdfValue[] {
    const found = this.resolve(parent.entries.get(key));
    if (found?.kind !== 'array') throw new FormatError('pdf-structure', { at: key });
    return found.items;
  }

  #object(number: number): PdfValue | PdfStream {
    const seen = this.#read.get(number);
    if (seen !== undefined) return seen;
    const offset = this.#offsets[number];
    if (offset === undefined || offset === 0)
      throw new FormatError('pdf-structure', { at: `object ${number}` });
    const reader = new PdfReader(this.bytes, offset, this.#budget);
    reader.expect(`${number} 0 obj`);
    const value = reader.value();
    reader.skipSpace();
    const object =
      value.kind === 'dict' && reader.accept('stream') ? readStream(reader, value, this.bytes) : value;
    reader.skipSpace();
    reader.expect('endobj');
    this.#read.set(number, object);
    return object;
  }
}

export interface PdfStream {
  kind: 'stream';
  dict: PdfDict;
  bytes: Uint8Array;
}

/** Where the only cross-reference table begins. A second end of file is an update made after sealing. */
function onlyTable(bytes: Uint8Array): number {
  const text = view(bytes);
  let tries = 0;
  for (let at = text.indexOf('startxref'); at >= 0; at = text.indexOf('startxref', at + 9)) {
    const found = /^startxref\r?\n(\d{1,10})\r?\n%%EOF(\r?\n)?/.exec(text.toString('latin1', at, at + 40));
    if (found === null) {
      tries += 1;
      if (tries > mostCandidates) throw new FormatError('pdf-too-complex');
      continue;
    }
    if (at + found[0].length !== bytes.length) throw new FormatError('changed-after-signing');
    return Number(found[1]);
  }
  throw new FormatError('pdf-structure', { at: 'startxref' });
}

/** One section `0 N` of 20-byte lines; a free object has offset 0. */
function readTable(reader: PdfReader, fileLength: number): number[] {
  reader.expect('xref');
  reader.skipSpace();
  reader.expect('0 ');
  const count = Number(reader.word());
  if (!Number.isInteger(count) || count < 1 || count > maxObjects) throw reader.broken();
  const offsets: number[] = [];
  for (let i = 0; i < count; i += 1) {
    reader.skipSpace();
    const offset = reader.word();
    reader.expect(' ');
    const generation = reader.word();
    reader.expect(' ');
    const state = reader.word();
    if (!/^\d{10} \d{5} [nf]$/.test(`${offset} ${generation} ${state}`)) throw reader.broken();
    if (Number(offset) >= fileLength) throw reader.broken();
    offsets.push(state === 'n' ? Number(offset) : 0);
  }
  return offsets;
}

function readTrailer(reader: PdfReader): PdfDict {
  reader.skipSpace();
  reader.expect('trailer');
  const trailer = reader.value();
  if (trailer.kind !== 'dict') throw reader.broken();
  if (trailer.entries.has('Prev')) throw new FormatError('changed-after-signing');
  for (const key of ['Encrypt', 'XRefStm']) {
    if (trailer.entries.has(key)) throw new FormatError('pdf-structure', { at: key });
  }
  return trailer;
}

/** The bytes of an uncompressed stream, whose length is given directly. */
function readStream(reader: PdfReader, dict: PdfDict, bytes: Uint8Array): PdfStream {
  if (!reader.accept('\r\n')) reader.expect('\n');
  const length = dict.entries.get('Length');
  const given = length?.kind === 'number' && Number.isInteger(length.value) ? length.value : -1;
  if (given < 0 || reader.at + given > bytes.length) throw new FormatError('pdf-structure', { at: 'Length' });
  const content = bytes.subarray(reader.at, reader.at + given);
  reader.at += given;
  reader.skipSpace();
  reader.expect('endstream');
  return { kind: 'stream', dict, bytes: content };
}
