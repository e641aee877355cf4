import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, newCode, newReturnCode, RECOVERY, RETURN_CODE, readCode, slipsBetween } from './code.ts';
import { newRandomId } from './random-id.ts';
import { WORDS } from './words.ts';

const bits = fc.uint8Array({ minLength: 10, maxLength: 10 });
const place = fc.nat({ max: 8 });

describe('the list of words', () => {
  it('has 1024 of 4 to 8 plain letters by the alphabet, no two with the same first four', () => {
    expect(WORDS).toHaveLength(1024);
    expect(WORDS.every((word) => /^[a-z]{4,8}$/.test(word))).toBe(true);
    expect([...WORDS].sort()).toEqual(WORDS);
    expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(1024);
  });

  it('takes two slips at least from one word to another', () => {
    const near: string[] = [];
    for (const [i, a] of WORDS.entries())
      for (const b of WORDS.slice(0, i))
        if (Math.abs(a.length - b.length) < 2 && slipsBetween(a, b) < 2) near.push(`${a} ${b}`);
    expect(near).toEqual([]);
  });
});

describe('a return code', () => {
  it('reads back as its bits, however it is spelled', () => {
    fc.assert(
      fc.property(
        bits,
        fc.constantFrom(' ', '-', ', ', '  \n', ' . '),
        fc.boolean(),
        (ten, between, loud) => {
          const code = codeOf(RETURN_CODE, ten).split(' ').join(between);
          expect(readCode(loud ? ` ${code.toUpperCase()} ` : code)).toEqual({ bits: ten });
        },
      ),
    );
  });

  it('tells one slip in one word, and the nearest words hold what was meant', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(bits, place, letter, fc.nat({ max: 7 }), (ten, at, other, where) => {
        const words = codeOf(RETURN_CODE, ten).split(' ');
        const meant = words[at] as string;
        const i = where % meant.length;
        const wrong = meant.slice(0, i) + other + meant.slice(i + 1);
        fc.pre(wrong !== meant);
        const read = readCode(words.with(at, wrong).join(' '));
        expect(read).toMatchObject({ wrongWord: wrong, at });
        expect('suggestions' in read && read.suggestions.length).toBeGreaterThan(0);
      }),
    );
    const code = newReturnCode().split(' ');
    expect(readCode(['pelangu', ...code.slice(1)].join(' '))).toMatchObject({ at: 0 });
    const begun = WORDS.find((word) => word.length > 5) as string;
    expect(readCode(begun.slice(0, 5))).toMatchObject({ suggestions: expect.arrayContaining([begun]) });
  });

  it('tells too few, too many, and all but one in a thousand other orders', () => {
    const words = newReturnCode().split(' ');
    expect(readCode(words.slice(1).join(' '))).toEqual({ wrongCount: 8, expected: 9 });
    expect(readCode('')).toEqual({ wrongCount: 0, expected: 9 });
    let passed = 0;
    for (let n = 0; n < 400; n++) {
      const [first, second, ...rest] = newReturnCode().split(' ');
      if (first !== second && 'bits' in readCode([second, first, ...rest].join(' '))) passed++;
    }
    expect(passed).toBeLessThan(6);
  });

  it('is not taken for recovery words, nor these for it', () => {
    expect(readCode(newCode(RECOVERY))).toEqual({ wrongCount: 12, expected: 9 });
    expect(readCode(newReturnCode(), RECOVERY)).toEqual({ wrongCount: 9, expected: 12 });
    expect(readCode(newCode(RECOVERY), RECOVERY)).toHaveProperty('bits');
  });

  it('survives whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readCode(text)).not.toHaveProperty('bits');
      }),
    );
  });
});

it('names things by 80 random bits', () => {
  const ids = Array.from({ length: 500 }, newRandomId);
  expect(ids.every((id) => /^[0-9a-hjkmnp-tv-z]{16}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(500);
});
