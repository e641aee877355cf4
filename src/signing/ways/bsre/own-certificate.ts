import { Refusal } from '../../../platform/refusal.ts';

/** Titles and degrees are written in one register and not in the other. */
const TITLE = /^(dr|drs|dra|ir|h|hj|prof|drg|drh|ns|apt|kh)$/;

/**
 * The certificate must be this person's: every word of one name stands in the other; titles and what follows a comma
 * do not count. Attacker: a colleague who signs on somebody else's slip with a NIK and passphrase of their own.
 * @throws Refusal bsre.otherPerson (409)
 */
export function requireOwnName(certified: readonly string[], name: string): void {
  const own = wordsOf(name);
  const fits = certified.some((one) => {
    const theirs = wordsOf(one);
    return own.length > 0 && theirs.length > 0 && (isWithin(own, theirs) || isWithin(theirs, own));
  });
  if (!fits) throw new Refusal('bsre.otherPerson', 409, { name, certified: certified[0] ?? '–' });
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

function wordsOf(name: string): string[] {
  const [core = ''] = name.split(',');
  const plain = core
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'`\p{M}]/gu, '');
  return plain.split(/[^\p{L}]+/u).filter((word) => word.length > 1 && !TITLE.test(word));
}
