import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../platform/html/css-screen/screen.css', import.meta.url), 'utf8');
const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param glare light of the yard that falls on the picture, of the brightness of its white */
function contrast(one: string, other: string, glare = 0): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05 + glare) / (dark + 0.05 + glare);
}

it('has every text at 7:1 or more on its ground', () => {
  for (const ink of ['ink', 'quiet', 'accent'])
    expect(contrast(colour(ink), colour('ground')), ink).toBeGreaterThanOrEqual(7);
  const used = [...css.matchAll(/[^-]color: ([^;]+);/g)].map(([, value]) => value);
  expect(new Set(used)).toEqual(
    new Set(['var(--ink)', 'var(--quiet)', 'var(--accent)', 'var(--ground)', 'inherit']),
  );
});

it('is still told apart, 4.5:1, where the sun lends the picture a sixth of its own white', () => {
  expect(contrast(colour('ink'), colour('ground'), 1 / 6)).toBeGreaterThanOrEqual(4.5);
});
