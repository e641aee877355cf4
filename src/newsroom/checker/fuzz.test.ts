import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as texts from './fixtures.ts';
import { checkDocument } from './index.ts';

const CASES = Number(process.env.IKRAR_CASES ?? 2000);
const SAMPLES = Object.values(texts).filter((text): text is string => typeof text === 'string');
const PIECES = [
  'Pasal 5',
  ' huruf n',
  ' ayat (2)',
  'UU',
  ' Nomor ',
  '2 Tahun 2022',
  'SKB ',
  'Keputusan Bersama',
  'Senin (',
  '23/02',
  '/2023)',
  'esok ',
  '28 November 2023',
  '"',
  '“',
  '(',
  ')',
  '\n',
  '\n\n',
  '. ',
  'Kepala Dinas ',
  'Plt ',
  'Budi ',
  'kata ',
  ', ',
  'empat poin ikrar ',
  '1. ',
  'menjaga netralitas ',
  'menolak politik uang ',
  'Baca juga: ',
  'Tinggalkan Balasan',
  'ditandatangani oleh ',
  'secara simbolis ',
  'diikuti ',
  'sekitar 100 ASN ',
  '\u0000',
  '\ud800',
  'İ',
  '\u202e',
  'Nomor : 800/1/x',
];
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 60,
    })
    .map((p) => p.join('')),
  fc
    .tuple(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(), fc.constantFrom(...PIECES))
    .map(([sample, a, b, piece]) => {
      const at = a % sample.length;
      return sample.slice(0, at) + piece + sample.slice(at + (b % 40));
    }),
);

describe('any text', () => {
  it('is read without failing, and every span lies in it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, '2023-02-23', '2025-01-01'), (input, on) => {
        const result = checkDocument(input, on ? { on } : {});
        for (const { start, end, text: words } of [...result.findings, ...result.citations]) {
          expect(start >= 0 && start <= end && end <= input.length).toBe(true);
          expect(input.slice(start, end)).toBe(words);
        }
        for (const { start, end } of Object.values(result.record)) {
          expect(start >= 0 && start <= end && end <= input.length).toBe(true);
        }
      }),
      { numRuns: CASES },
    );
  });

  it('leaves no placeholder unfilled in a message', () => {
    for (const sample of SAMPLES) {
      for (const lang of ['id', 'en'] as const) {
        for (const { message } of checkDocument(sample, { lang }).findings)
          expect(message).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});

describe('time', () => {
  const whole = SAMPLES.join('\n\n');
  const grow = (unit: string, length: number) => {
    const parts: string[] = [];
    for (let i = 0, size = 0; size < length; i++, size += unit.length)
      parts.push(unit.replaceAll('netral', `netral${i}`));
    return parts.join('').slice(0, length);
  };
  const seconds = (input: string) => {
    const start = performance.now();
    checkDocument(input);
    return (performance.now() - start) / 1000;
  };

  it('grows with the length of the text, not faster', () => {
    seconds(whole);
    expect(seconds(grow(whole, 5_000_000))).toBeLessThan(20);
  });

  it.each([
    '(',
    '"',
    '\n',
    '"\n',
    'SKB ',
    'UU ',
    'Pasal 5 ',
    'ayat (2) ',
    'Keputusan Bersama Nomor 2 ',
    'Nomor 1/a ',
    'Undang-',
    'Kepala ',
    'Surat Edaran dari ',
    'kata Budi ',
    'Senin 1 ',
    'A. ',
    '&',
    'Aa ',
    '- ',
  ])('does not hang on %j a million times over', (unit) => {
    expect(seconds(unit.repeat(1_000_000 / unit.length))).toBeLessThan(8);
  });

  it('does not slow down on many different citations', () => {
    const many = Array.from(
      { length: 60_000 },
      (_, i) => `UU ${i % 997}/${1950 + (i % 70)} Pasal ${i % 300}.`,
    ).join(' ');
    expect(seconds(many)).toBeLessThan(10);
  });
});
