/**
 * Every root a word may have once its Indonesian affixes come off, itself included, longest first. Prefixes me-, di-,
 * ber-, ter-, pe-, per-, ke-, se- with their sound changes and the colloquial nge-, ng-, ny-, n-; suffixes -kan, -an,
 * -i, -nya, -lah, -kah, -ku, -mu, -in. Proposes, never decides: the lexicon says which root is a word.
 */
export function roots(word: string): string[] {
  const found = new Set([word]);
  for (const bare of withoutSuffixes(word)) for (const root of withoutPrefixes(bare)) found.add(root);
  return [...found].filter((root) => root.length >= 3 || root === word).sort((a, b) => b.length - a.length);
}

const PARTICLES = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu'];
const SUFFIXES = ['kan', 'an', 'in', 'i'];

function withoutSuffixes(word: string): string[] {
  const bare = [word, ...cut(word, PARTICLES)];
  return bare.flatMap((one) => [one, ...cut(one, SUFFIXES)]);
}

function cut(word: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= 3)
    .map((ending) => word.slice(0, -ending.length));
}

/** Prefix, and the first letter it may have swallowed. */
const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['memper', ['']],
  ['diper', ['']],
  ['menge', ['']],
  ['meny', ['s']],
  ['meng', ['', 'k']],
  ['mem', ['', 'p']],
  ['men', ['', 't']],
  ['me', ['']],
  ['penge', ['']],
  ['peny', ['s']],
  ['peng', ['', 'k']],
  ['pem', ['', 'p']],
  ['pen', ['', 't']],
  ['per', ['']],
  ['pe', ['']],
  ['ber', ['']],
  ['ter', ['']],
  ['be', ['']],
  ['di', ['']],
  ['ke', ['']],
  ['se', ['']],
  ['nge', ['', 'ke']],
  ['ny', ['s', 'c']],
  ['ng', ['', 'k']],
  ['n', ['t']],
  ['m', ['p']],
];

function withoutPrefixes(word: string): string[] {
  const once = strip(word);
  return [word, ...once, ...once.flatMap(strip)];
}

function strip(word: string): string[] {
  return PREFIXES.filter(([prefix]) => word.startsWith(prefix) && word.length - prefix.length >= 2).flatMap(
    ([prefix, letters]) => letters.map((letter) => letter + word.slice(prefix.length)),
  );
}
