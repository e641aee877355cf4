import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPERTOIRE, unprintable } from '../../../platform/print/index.ts';
import { capitals, measure, setCodes } from './face.ts';
import { fitSize, wrap, wrapEvenly } from './wrap.ts';

const characters = fc.constantFrom(...REPERTOIRE.replaceAll(' ', ''));
const words = fc.array(
  fc.array(characters, { minLength: 1, maxLength: 40 }).map((w) => w.join('')),
  { maxLength: 30 },
);

describe('measuring', () => {
  it('reads widths from the font', () => {
    expect(measure('regular', 1000, 'i')).toBe(278);
    expect(measure('regular', 10, 'MM')).toBeCloseTo(17.78);
    expect(measure('bold', 1000, 'i')).toBe(278);
    expect(measure('bold', 1000, 'M')).toBe(944);
  });

  it('encodes every character of the repertoire and never replaces one', () => {
    const codes = new Uint8Array(4 * REPERTOIRE.length);
    expect(setCodes('regular', REPERTOIRE, codes, 0)).toBe(REPERTOIRE.length * 4);
    expect(() => setCodes('regular', '日', codes, 0)).toThrow('U+65e5');
    expect(() => setCodes('regular', '😀', codes, 0)).toThrow('U+1f600');
    expect(unprintable(REPERTOIRE)).toEqual([]);
    expect(unprintable(capitals(REPERTOIRE))).toEqual([]);
    expect(capitals('Ma’ruf µ')).toBe('MA’RUF µ');
    expect(unprintable('a日b😀c日\n')).toEqual(['日', '😀']);
  });
});

describe('wrapping', () => {
  it('never makes a line wider than the column, and loses nothing', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 400 }), (list, width) => {
        const lines = wrap('regular', 11, list.join(' '), width);
        for (const line of lines) {
          expect(line.length === 1 || measure('regular', 11, line) <= width + 1e-6).toBe(true);
        }
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps line feeds and breaks addresses after their marks', () => {
    expect(wrap('regular', 10, 'satu dua\ntiga', 500)).toEqual(['satu dua', 'tiga']);
    expect(wrap('regular', 10, 'https://contoh.example/periksa/ABCD', 90)).toEqual([
      'https://contoh.',
      'example/periksa/',
      'ABCD',
    ]);
  });

  it('balances headings without another line', () => {
    const title = 'PAKTA INTEGRITAS NETRALITAS PEGAWAI APARATUR SIPIL NEGARA';
    expect(wrap('bold', 14, title, 460)).toHaveLength(2);
    expect(wrapEvenly('bold', 14, title, 460)).toEqual([
      'PAKTA INTEGRITAS NETRALITAS',
      'PEGAWAI APARATUR SIPIL NEGARA',
    ]);
  });

  it('takes the largest size that fits', () => {
    expect(fitSize('bold', [16, 12, 8], 'Dinas', 500)).toBe(16);
    expect(fitSize('bold', [16, 12, 8], 'Dinas Perhubungan Kabupaten', 130)).toBe(8);
  });
});
