import { expect, it } from 'vitest';
import { randomPart } from './random.ts';

it('gives parts of any length that never overlap, nor change afterwards', () => {
  const lengths = Array.from({ length: 3000 }, (_, i) => [10, 32, 16, 5000][i % 4] as number);
  const parts = lengths.map(randomPart);
  const seen = parts.map((part) => part.toString('hex'));
  expect(parts.map((part) => part.length)).toEqual(lengths);
  expect(new Set(seen).size).toBe(parts.length);
  lengths.forEach(randomPart);
  expect(parts.map((part) => part.toString('hex'))).toEqual(seen);
});
