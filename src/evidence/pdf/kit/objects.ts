/**
 * A run of indirect objects and where each begins, counted from the start of the file. It is written into one buffer
 * that grows; `taken` copies it out.
 */
export interface Objects {
  bytes: Buffer;
  used: number;
  /** What stands behind `used` but is not written yet: many short writes cost more than one. */
  text: string;
  /** Where the run begins in the file. */
  readonly start: number;
  /** By object number. */
  readonly offsets: number[];
}

/** One document is written at a time, so all share this buffer; it is read no longer than until the next begins. */
let desk = Buffer.allocUnsafeSlow(256 * 1024);

export function startObjects(start: number): Objects {
  return { bytes: desk, used: 0, text: '', start, offsets: [] };
}

/** Adds `number 0 obj` with a dictionary or other value already in PDF syntax. */
export function addObject(to: Objects, number: number, value: string): void {
  openObject(to, number);
  put(to, `${number} 0 obj\n${value}\nendobj\n`);
}

/**
 * Adds a stream; `entries` are the dictionary's own, without brackets and without the length. Text is ASCII.
 */
export function addStream(to: Objects, number: number, entries: string, data: Uint8Array | string): void {
  openObject(to, number);
  put(to, `${number} 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`);
  if (typeof data === 'string') put(to, data);
  else putBytes(to, data);
  put(to, '\nendstream\nendobj\n');
}

/** The next bytes are those of object `number`. */
export function openObject(to: Objects, number: number): void {
  to.offsets[number] = to.start + to.used + to.text.length;
}

/** Adds text of characters below U+0100. */
export function put(to: Objects, text: string): void {
  to.text += text;
}

export function putBytes(to: Objects, data: Uint8Array): void {
  settle(to);
  makeRoom(to, data.length);
  to.bytes.set(data, to.used);
  to.used += data.length;
}

/** What was written, in memory of its own. */
export function taken(objects: Objects): Buffer {
  settle(objects);
  const { bytes, used } = objects;
  const copy = take(used);
  bytes.copy(copy, 0, 0, used);
  return copy;
}

function settle(to: Objects): void {
  makeRoom(to, to.text.length);
  to.used += to.bytes.write(to.text, to.used, 'latin1');
  to.text = '';
}

function makeRoom(to: Objects, more: number): void {
  if (to.used + more <= to.bytes.length) return;
  desk = Buffer.allocUnsafeSlow(2 * (to.used + more));
  to.bytes.copy(desk, 0, 0, to.used);
  to.bytes = desk;
}

const BLOCK = 1 << 20;
let block = Buffer.allocUnsafeSlow(BLOCK);
let spent = 0;

/** Memory to be written over completely. Short pieces share a block, for one allocation each costs more than its use. */
export function take(length: number): Buffer {
  if (length > BLOCK / 8) return Buffer.allocUnsafeSlow(length);
  if (spent + length > BLOCK) {
    block = Buffer.allocUnsafeSlow(BLOCK);
    spent = 0;
  }
  spent += length;
  return block.subarray(spent - length, spent);
}
