/**
 * The characters every document of ours can print: Basic Latin, Latin-1, Latin Extended-A, the letters of
 * Arabic and Romanian transliteration that occur in names, and the punctuation offices type.
 * Part of the frozen writer: a change here changes every file and needs a new `WRITER_VERSION`.
 */
export const REPERTOIRE = [
  range(0x20, 0x7e),
  range(0xa1, 0xac),
  range(0xae, 0x17f),
  'ȘșȚțḌḍḤḥṢṣṬṭẒẓ',
  '–—‘’‚“”„•…№€→−≤≥',
].join('');

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
}
