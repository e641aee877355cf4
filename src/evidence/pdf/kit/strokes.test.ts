import { describe, expect, it } from 'vitest';
import { drawing } from './strokes.ts';

describe('a drawn signature', () => {
  it('keeps its strokes and turns them upright', () => {
    expect(drawing('M 0 0 L 1000 300 M 500 150', 10, 20, 100)).toBe(
      'q 0.1 0 0 -0.1 10 50 cm 11 w 1 J 1 j 0.09 0.13 0.36 RG 0 0 m 1000 300 l 500 150 m S Q\n',
    );
  });

  it.each(['', 'L 1 2', 'M 1', 'M 1 2 3', 'M 1 2 L', 'M 1 2 Q 3 4', 'M 1 2) Tj'])('refuses %j', (path) => {
    expect(() => drawing(path, 0, 0, 100)).toThrow('not a drawn signature');
  });
});
