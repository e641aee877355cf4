import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { firstPassword } from './first-password.ts';
import { WORDS } from './words.ts';

it('makes first passwords of at least 60 bits, of words that are there once', () => {
  expect(new Set(WORDS).size).toBe(WORDS.length);
  expect(WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
  const words = firstPassword(randomInt).split('-');
  expect(words.length * Math.log2(WORDS.length)).toBeGreaterThanOrEqual(60);
  expect(words.every((word) => WORDS.includes(word))).toBe(true);
  expect(firstPassword(randomInt)).not.toBe(words.join('-'));
  expect(new Set(firstPassword(() => 0).split('-'))).toEqual(new Set([WORDS[0]]));
});
