/** A font subset as it is embedded. All measures are thousandths of the type size. */
export interface FrozenFont {
  readonly name: string;
  readonly stemV: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** Left, bottom, right, top. */
  readonly box: readonly number[];
  /** Advance width by glyph number. */
  readonly widths: readonly number[];
  /** Glyph number of each character of `REPERTOIRE`, in its order. */
  readonly glyphs: readonly number[];
  /** Bytes of the font program before compression. */
  readonly length: number;
  /** The font program, zlib-compressed, in base64. */
  readonly program: string;
}
