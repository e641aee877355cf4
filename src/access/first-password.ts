import { WORDS } from './words.ts';

/** At least so many bits, all of them from `random`. */
const BITS = 60;

/**
 * A first password of Indonesian words with hyphens, easy to read aloud and to type.
 * @param random a whole number from 0 and under `below`, each as likely: node's `randomInt`
 */
export function firstPassword(random: (below: number) => number): string {
  const count = Math.ceil(BITS / Math.log2(WORDS.length));
  return Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join('-');
}
