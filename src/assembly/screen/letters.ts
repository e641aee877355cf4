/** Widths of Arial Bold in thousandths of its size (Liberation Sans Bold and Helvetica Bold have the same). */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'", 238],
  [' ijlI|.,/’‘', 278],
  ['ft!()-`:;[]“”*', 389],
  ['rz', 500],
  ['aceksvxyJ0123456789$_', 556],
  ['bdghnopquFLTZ?=+<>~–', 611],
  ['EPSVXY', 667],
  ['w', 778],
  ['ABCDHKNRU&', 722],
  ['GOQ', 778],
  ['mM%', 889],
  ['W@—…', 1000],
];

const known = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** How wide a text is in its own type size; a letter that is not known counts as a wide one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (known.get(letter) ?? 800), 0) / 1000;
}
