/** A run of indirect objects and where each begins, counted from the start of the file. */
export interface Objects {
  readonly chunks: Buffer[];
  /** By object number. */
  readonly offsets: Map<number, number>;
  length: number;
}

export function startObjects(at: number): Objects {
  return { chunks: [], offsets: new Map(), length: at };
}

/** Adds `number 0 obj` with a dictionary or other value already in PDF syntax. */
export function addObject(to: Objects, number: number, value: string): void {
  to.offsets.set(number, to.length);
  append(to, Buffer.from(`${number} 0 obj\n${value}\nendobj\n`, 'latin1'));
}

/** Adds a stream; `entries` are the dictionary's own, without brackets and without the length. */
export function addStream(to: Objects, number: number, entries: string, data: Uint8Array): void {
  to.offsets.set(number, to.length);
  const start = `${number} 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`;
  append(
    to,
    Buffer.concat([Buffer.from(start, 'latin1'), data, Buffer.from('\nendstream\nendobj\n', 'latin1')]),
  );
}

export function append(to: Objects, bytes: Buffer): void {
  to.chunks.push(bytes);
  to.length += bytes.length;
}
