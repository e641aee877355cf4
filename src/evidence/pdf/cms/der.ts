/** The distinguished encoding rules (ITU-T X.690), as far as CMS needs them. */

/** Tag, length and content of one value. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(body.length), body]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
export const octets = (content: Uint8Array): Buffer => der(0x04, content);
export const nothing = (): Buffer => der(0x05);

/** SET OF: members ascend as octet strings (X.690, 11.6). */
export function setOf(...members: readonly Uint8Array[]): Buffer {
  return der(0x31, ...[...members].sort(Buffer.compare));
}

/** A non-negative INTEGER below 128. */
export const smallInteger = (value: number): Buffer => der(0x02, Buffer.from([value]));

/** An OBJECT IDENTIFIER from its dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first! * 40 + second!, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    digits.unshift(128 + (left % 128));
  return digits;
}

function lengthOctets(length: number): Buffer {
  if (length < 128) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return Buffer.from([128 + bytes.length, ...bytes]);
}

export interface DerValue {
  readonly tag: number;
  /** The content octets. */
  readonly content: Buffer;
  /** Tag, length and content. */
  readonly whole: Buffer;
}

/** The values that stand one after another in `bytes`. @throws Error when they do not fill it exactly */
export function readValues(bytes: Uint8Array): DerValue[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: DerValue[] = [];
  for (let at = 0; at < buffer.length; ) {
    const { start, end } = readExtent(buffer, at);
    values.push({ tag: buffer[at]!, content: buffer.subarray(start, end), whole: buffer.subarray(at, end) });
    at = end;
  }
  return values;
}

function readExtent(buffer: Buffer, at: number): { start: number; end: number } {
  const first = buffer[at + 1] ?? 0;
  const count = first < 128 ? 0 : first - 128;
  if (count > 4 || first === 128 || at + 2 + count > buffer.length) throw new Error('not DER');
  const length = count === 0 ? first : buffer.readUIntBE(at + 2, count);
  const start = at + 2 + count;
  if (start + length > buffer.length) throw new Error('not DER');
  return { start, end: start + length };
}
