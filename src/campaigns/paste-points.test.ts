import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedPoints, writtenPoints } from './paste-points.ts';
import { tidyLine, tidyLines, unprintable } from './tidy.ts';

describe('points of a pasted text', () => {
  it('are numbered lines, with the lines between them, and lose their numbers', () => {
    expect(pastedPoints('1. Menjaga netralitas\r\n   dalam pelayanan;\r\n2) Menolak.\n(3) Bijak.')).toEqual([
      'Menjaga netralitas dalam pelayanan;',
      'Menolak.',
      'Bijak.',
    ]);
  });

  it('are paragraphs where blank lines part them, else lines', () => {
    expect(pastedPoints('Satu\nlanjut\n\nDua')).toEqual(['Satu lanjut', 'Dua']);
    expect(pastedPoints('Satu\nDua\n')).toEqual(['Satu', 'Dua']);
    expect(pastedPoints(' \n ')).toEqual([]);
  });

  it('keep a number that only begins a sentence', () => {
    expect(pastedPoints('2024 adalah tahun pemilu\nDua')).toEqual(['2024 adalah tahun pemilu', 'Dua']);
    expect(pastedPoints('1. Sebelum\n2024. Sesudah')).toEqual(['Sebelum 2024. Sesudah']);
  });

  it('come back the same from the form that showed them', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (points) => {
        expect(pastedPoints(writtenPoints(points))).toEqual(points);
      }),
    );
  });
});

describe('tidying', () => {
  it('changes blanks and what nobody sees, no word', () => {
    expect(tidyLine('  Jum\u2019at\u00A0\u00AD\u200Bke \t 2 ')).toBe('Jum\u2019at ke 2');
    expect(tidyLines('a\r\n\r\n\r\n\r\n b \f')).toBe('a\n\nb');
  });

  it('leaves nothing unprintable unless it says which', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tidied = tidyLine(text);
        expect(tidyLine(tidied)).toBe(tidied);
        expect(unprintable(tidied) === null || /^U\+[0-9A-F]{4,6}$/.test(unprintable(tidied) ?? '')).toBe(
          true,
        );
      }),
    );
    expect(unprintable('a\u2066b')).toBe('U+2066');
  });
});
