import { Bytes } from '../../offline/standin/bytes.ts';

/** The part of Node's `Buffer` that the kit uses, for islands which make a PDF (scripts/build.mjs). */
class PdfBytes extends Bytes {
  static override from(value: unknown, second?: unknown, third?: unknown): Bytes {
    if (second !== 'utf16le') return Bytes.from(value, second, third);
    const text = value as string;
    const bytes = PdfBytes.allocUnsafeSlow(2 * text.length);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), true);
    return bytes;
  }

  static allocUnsafeSlow(length: number): PdfBytes {
    return new PdfBytes(new ArrayBuffer(length));
  }

  /** `write(text, at, 'latin1')` is the one form in which the kit writes. */
  override write(text: string, at: number): number {
    for (let from = 0; from < text.length; from += 1) this[at + from] = text.charCodeAt(from) & 255;
    return text.length;
  }

  copy(to: Uint8Array, at = 0, start = 0, end = this.length): number {
    to.set(this.subarray(start, end), at);
    return end - start;
  }

  swap16(): this {
    for (let at = 0; at < this.length; at += 2) {
      const first = this[at] as number;
      this[at] = this[at + 1] as number;
      this[at + 1] = first;
    }
    return this;
  }
}

export { PdfBytes as Buffer };
