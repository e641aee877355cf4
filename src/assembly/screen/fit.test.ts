import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcMinutes, fit, fitList, LINE_HEIGHT, SIZES } from './fit.ts';

const ROOM = { width: 90, height: 40 };
const LEAST = SIZES.at(-1) as number;
const css = readFileSync(new URL('../../platform/html/css-screen/screen.css', import.meta.url), 'utf8');

describe('the least type size', () => {
  it('is read with ease at 30 metres on a picture of 2.5 m, and well above the limit of sight on one of 2 m', () => {
    expect(arcMinutes(LEAST, 2.5, 30)).toBeGreaterThan(10);
    expect(arcMinutes(LEAST, 2, 30)).toBeGreaterThan(5 * 1.6);
    expect(arcMinutes(LEAST, 3, 30)).toBeGreaterThan(12);
  });

  it('is what the stylesheet says, as all the others', () => {
    const said = [...css.matchAll(/\.z(\d) \{\s*font-size: calc\(var\(--u\) \* ([\d.]+)\)/g)];
    expect(said.map(([, n, size]) => [Number(n), Number(size)])).toEqual([...SIZES.entries()]);
    expect(css).toContain(`line-height: ${LINE_HEIGHT};`);
  });
});

describe('fitting a text', () => {
  it('takes the largest size for a short one, smaller ones for longer ones, and cuts only what cannot fit', () => {
    const sizes = [4, 12, 24, 50].map((words) => fit('kami netral '.repeat(words / 2).trim(), ROOM));
    expect(sizes.map((parts) => parts.length)).toEqual([1, 1, 1, 2]);
    expect(sizes[0]?.[0]?.size).toBe(SIZES[0]);
    const [a, b, c] = sizes.map((parts) => parts[0]?.size ?? 0) as [number, number, number];
    expect([a > b, b > c]).toEqual([true, true]);
  });

  it('cuts behind a sentence or a comma rather than in the middle of a clause', () => {
    const [first, second] = fit(
      `${'kami tidak memihak '.repeat(7)}siapa pun, ${'dan melayani semua '.repeat(8)}warga.`,
      ROOM,
    );
    expect(first?.text.endsWith('siapa pun, ')).toBe(true);
    expect(second?.text.startsWith('dan melayani')).toBe(true);
  });

  it('never loses or changes a letter, and never goes below the least size', () => {
    const word = fc.stringMatching(/^[A-Za-zé,.;]{1,18}$/);
    const space = fc.constantFrom(' ', '\n', '  ');
    const text = fc.array(fc.tuple(word, space), { minLength: 1, maxLength: 150 });
    fc.assert(
      fc.property(text, (pairs) => {
        const whole = pairs.flat().join('').trim();
        const parts = fit(whole, ROOM);
        expect(parts.map((part) => part.text).join('')).toBe(whole);
        expect(new Set(parts.map(({ size }) => size)).size).toBe(1);
        expect(parts.every(({ size }) => size >= LEAST)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('ends for a word that is wider than the picture', () => {
    const parts = fit('m'.repeat(60), ROOM);
    expect(parts.map(({ text }) => text).join('')).toBe('m'.repeat(60));
  });
});

it('keeps the entries of a list whole and in order', () => {
  const entries = [
    'Peraturan Pemerintah Nomor 94 Tahun 2021',
    'Undang-Undang Nomor 20 Tahun 2023',
    'SKB '.repeat(40).trim(),
  ];
  const screens = fitList(entries, ROOM, 2);
  expect(screens.flatMap((screen) => screen.entries)).toEqual(entries);
  expect(screens[0]?.entries).toHaveLength(2);
});
