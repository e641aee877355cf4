import { describe, expect, it } from 'vitest';
import { drawing } from './strokes.ts';

describe('a drawn signature', () => {
  it('keeps its strokes and turns them upright', () => {
    expect(drawing('M 0 0 L 1000 300 M 500 150', 10, 20, 100)).toBe(
      'q 1.1 w 1 J 1 j 0.09 0.13 0.36 RG 10 50 m 110 20 l 60 35 m S Q\n',
    );
  });

  it.each(['', 'M 1001 0', 'M 1', 'M 1 2 Q 3 4', 'M 1 2) Tj'])('refuses %j', (path) => {
    expect(() => drawing(path, 0, 0, 100)).toThrow('not a drawn signature');
  });
});
