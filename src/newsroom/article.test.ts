import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleParts } from './article.ts';
import { openMarks } from './marks.ts';

describe('articleParts', () => {
  it('parts paragraphs and lists', () => {
    expect(articleParts('Satu\nlanjut.\n\nDua:\n- a\n- b\n1. c\n2. d\n\n\nTiga')).toEqual([
      { kind: 'paragraph', text: 'Satu lanjut.' },
      { kind: 'paragraph', text: 'Dua:' },
      { kind: 'points', items: ['a', 'b'] },
      { kind: 'numbered', items: ['c', 'd'] },
      { kind: 'paragraph', text: 'Tiga' },
    ]);
  });

  it('loses no word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z.\- 0-9]{0,20}$/)), (lines) => {
        const shown = articleParts(lines.join('\n')).flatMap((part) =>
          part.kind === 'paragraph' ? [part.text] : part.items,
        );
        const letters = (text: string) => text.replace(/[^a-z]/g, '');
        expect(letters(shown.join(''))).toBe(letters(lines.join('')));
      }),
    );
  });
});

describe('openMarks', () => {
  it('finds every bracket with its line, closed or not', () => {
    expect(openMarks('A [lengkapi: x]', 'b\nc [kutipan: y, z] dan [w')).toEqual([
      { line: 0, text: '[lengkapi: x]' },
      { line: 2, text: '[kutipan: y, z]' },
      { line: 2, text: '[w' },
    ]);
    expect(openMarks('A', 'b')).toEqual([]);
  });
});
