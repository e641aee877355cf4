/** The part of Node's `Buffer` that the checker uses. */
export class Bytes extends Uint8Array<ArrayBuffer> {
  static override from(value: unknown, second?: unknown, third?: unknown): Bytes {
    if (typeof value === 'string') return decode(value, (second as string | undefined) ?? 'utf8');
    if (value instanceof ArrayBuffer)
      return new Bytes(value, second as number | undefined, third as number | undefined);
    return copyOf(value as ArrayLike<number>);
  }

  static alloc(length: number): Bytes {
    return new Bytes(new ArrayBuffer(length));
  }

  static concat(parts: readonly Uint8Array[]): Bytes {
    const whole = Bytes.alloc(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  static byteLength(text: string): number {
    return decode(text, 'utf8').length;
  }

  override toString(encoding = 'utf8', start = 0, end = this.length): string {
    const part = this.subarray(Math.max(0, start), Math.min(this.length, end));
    if (encoding === 'hex') return Array.from(part, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (encoding === 'latin1') return latin1(part);
    if (encoding === 'base64') return btoa(latin1(part));
    if (encoding === 'base64url')
      return btoa(latin1(part)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    if (encoding === 'utf8') return new TextDecoder().decode(part);
    throw new Error(`encoding ${encoding}`);
  }

  equals(other: Uint8Array): boolean {
    return this.length === other.length && this.every((byte, i) => byte === other[i]);
  }

  override indexOf(value: unknown, from = 0): number {
    if (typeof value !== 'string') return super.indexOf(value as number, from);
    const wanted = decode(value, 'latin1');
    for (let at = super.indexOf(wanted[0] as number, from); at >= 0; ) {
      if (wanted.every((byte, i) => byte === this[at + i])) return at;
      at = super.indexOf(wanted[0] as number, at + 1);
    }
    return -1;
  }

  override includes(value: unknown, from = 0): boolean {
    return this.indexOf(value, from) >= 0;
  }

  /** Hexadecimal only, all that is written so. */
  write(text: string, at: number, length: number, encoding: string): number {
    const bytes = decode(text, encoding).subarray(0, length);
    this.set(bytes, at);
    return bytes.length;
  }

  readUInt16BE(at = 0): number {
    return this.readUIntBE(at, 2);
  }

  readUInt32BE(at = 0): number {
    return this.readUIntBE(at, 4);
  }

  /** @throws RangeError outside, as Node does */
  readUIntBE(at: number, length: number): number {
    this.#require(at, length);
    return this.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  readBigUInt64BE(at = 0): bigint {
    this.#require(at, 8);
    return this.subarray(at, at + 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }

  writeUIntBE(value: number, at: number, length: number): number {
    this.#require(at, length);
    let left = value;
    for (let i = length - 1; i >= 0; i -= 1) {
      this[at + i] = left % 256;
      left = Math.floor(left / 256);
    }
    return at + length;
  }

  writeBigUInt64BE(value: bigint, at = 0): number {
    this.#require(at, 8);
    for (let i = 0; i < 8; i += 1) this[at + i] = Number((value >> BigInt(56 - 8 * i)) & 255n);
    return at + 8;
  }

  #require(at: number, length: number): void {
    if (at < 0 || at + length > this.length) throw new RangeError('out of range');
  }
}

function decode(text: string, encoding: string): Bytes {
  if (encoding === 'utf8') return copyOf(new TextEncoder().encode(text));
  if (encoding === 'latin1')
    return copyOf(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i) & 255));
  if (encoding === 'hex')
    return copyOf((wholePairs(text).match(/../g) ?? []).map((two) => Number.parseInt(two, 16)));
  if (encoding === 'base64' || encoding === 'base64url') return fromBase64(text);
  throw new Error(`encoding ${encoding}`);
}

/** As Node: up to the first that is no pair of digits. */
function wholePairs(text: string): string {
  return /^(?:[0-9a-f]{2})*/i.exec(text)?.[0] ?? '';
}

/** As Node: both alphabets, up to the padding, strange characters passed over, loose bits dropped. */
function fromBase64(text: string): Bytes {
  const [digits = ''] = text.split('=');
  const clean = digits
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/[^A-Za-z0-9+/]/g, '');
  const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
  return decode(atob(whole), 'latin1');
}

/** In pieces: a call takes only so many arguments. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function copyOf(values: ArrayLike<number>): Bytes {
  const bytes = Bytes.alloc(values.length);
  bytes.set(values);
  return bytes;
}
