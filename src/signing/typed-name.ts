/**
 * The typed name stands for the person's will; it must be their own, letter for letter and in order. Titles and
 * degrees, case, accents, dots, apostrophes and spacing do not count. The server and a tablet without network ask the
 * same, so that nobody is refused after they have gone.
 */
export function isOwnName(text: string, name: string): boolean {
  const [given = '', ...after] = text.split(',');
  return text !== '' && spells(letters(given), name) && areDegrees(after.join(' '), name);
}

/** Up to three letters before each dot, or two to five without a dot and at most one vowel: S.Sos., M.Si, SH, CPA. */
const DEGREE =
  /^\(?((\p{L}{1,3}\.)+(\p{L}{1,6}\.?)?|(?!.*[aiueo].*[aiueo])\p{L}{2,5})([-–]\p{L}{2,8})?\)?$/iu;

/** Attacker: whoever writes a sentence after the comma, on the line where the document shows the signature. */
function areDegrees(text: string, name: string): boolean {
  const words = text.split(' ').filter(Boolean);
  if (words.length === 0) return true;
  const own = new Set(name.split(/[\s,]+/).map(letters));
  return words.length <= 8 && words.every((word) => DEGREE.test(word) || own.has(letters(word)));
}

const TITLES = new Set(['dr', 'drs', 'dra', 'ir', 'h', 'hj', 'prof', 'drg', 'drh', 'ns', 'apt', 'kh', 'r']);

/** Whether these letters spell the name; its titles and what follows its comma may be there or not. */
function spells(given: string, name: string): boolean {
  const [core = '', ...degrees] = name.split(',');
  const words = core.split(/[\s.]+/).map(letters);
  const bare = words.every((word) => TITLES.has(word));
  const parts = [
    ...words.map((word) => ({ word, optional: TITLES.has(word) && !bare })),
    ...degrees
      .flatMap((degree) => degree.split(/\s+/))
      .map((degree) => ({ word: letters(degree), optional: true })),
  ];
  let ends = new Set([0]);
  for (const { word, optional } of parts) {
    const after = [...ends].filter((end) => given.startsWith(word, end)).map((end) => end + word.length);
    ends = new Set(optional ? [...ends, ...after] : after);
  }
  return ends.has(given.length);
}

/** Letters and digits alone, without accents; most names have none, and need no tables of Unicode. */
function letters(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
