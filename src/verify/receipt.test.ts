import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from './format-error.ts';
import { formatReceipt, isReceipt, parseReceipt, receiptBytes } from './receipt.ts';

describe('a receipt number', () => {
  it('writes ten bytes as sixteen characters', () => {
    expect(formatReceipt(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(formatReceipt(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(formatReceipt(Uint8Array.of(0, 68, 50, 20, 199, 66, 84, 182, 53, 207))).toBe(
      '0123-4567-89AB-CDEF',
    );
    expect(() => formatReceipt(new Uint8Array(9))).toThrow(FormatError);
  });

  it('is read back, also as people type it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const text = formatReceipt(bytes);
        expect(isReceipt(text)).toBe(true);
        expect(receiptBytes(text)).toEqual(new Uint8Array(bytes));
        expect(parseReceipt(` ${text.toLowerCase().replaceAll('-', ' ')} `)).toBe(text);
        expect(parseReceipt(text.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', '\u2013'))).toBe(
          text,
        );
      }),
    );
    expect(parseReceipt('iLIl-oOo0-2222-3333')).toBe('1111-0000-2222-3333');
  });

  it('of another length or alphabet is refused', () => {
    const strange = [
      '',
      '0123',
      '0123-4567-89AB-CDEU',
      '0123-4567-89AB-CDEFG',
      'x'.repeat(200),
      '0123456789ABCDE!',
    ];
    for (const text of strange) expect(() => parseReceipt(text)).toThrow(FormatError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(isReceipt(parseReceipt(text))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
    );
  });
});
