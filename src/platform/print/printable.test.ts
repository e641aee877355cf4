import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPrintable, unprintable } from './printable.ts';

describe('toPrintable', () => {
  it.each([
    ['Maʼruf', 'Ma’ruf'],
    ['Jum′at', 'Jum’at'],
    ['Siti\u00A0Aminah', 'Siti Aminah'],
    ['\u202ESiti\u200B', 'Siti'],
    ['e\u0301', 'é'],
    ['\uF0B7 satu', '• satu'],
    ['a\r\nb', 'a\nb'],
  ])('%j becomes %j', (from, to) => {
    expect(toPrintable(from).text).toBe(to);
    expect(unprintable(to)).toEqual([]);
  });

  it('lists every change and leaves ordinary names alone', () => {
    expect(toPrintable('Maʼruf\u200B').changes).toEqual([
      { at: 2, from: 'ʼ', to: '’' },
      { at: 6, from: '\u200B', to: '' },
    ]);
    expect(toPrintable("Ma'ruf Jum’at, S.H.").changes).toEqual([]);
  });

  it('never invents a question mark; what stays unprintable is told', () => {
    expect(toPrintable('王').text).toBe('王');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = toPrintable(text).text;
        expect(printed.split('?').length).toBe(text.normalize('NFC').split('?').length);
        expect(toPrintable(printed).text).toBe(printed);
      }),
    );
  });
});
