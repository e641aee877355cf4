import { describe, expect, it } from 'vitest';
import { dateString, nameObject, num, textString } from './syntax.ts';

describe('PDF values', () => {
  it.each([
    [1.005, '1'],
    [-0.001, '0'],
    [12.345, '12.35'],
    [1e-9, '0'],
    [-3.5, '-3.5'],
  ])('writes %d as %s', (value, text) => {
    expect(num(value)).toBe(text);
  });

  it('escapes literals and switches to UTF-16 outside ASCII', () => {
    expect(textString('a(b)\\c')).toBe('(a\\(b\\)\\\\c)');
    expect(textString('Ma’ruf')).toBe('<FEFF004D00612019007200750066>');
  });

  it('escapes names', () => {
    expect(nameObject('application/json')).toBe('/application#2fjson');
  });

  it('writes UTC dates and refuses others', () => {
    expect(dateString('2023-02-23T02:15:32.417Z')).toBe('(D:20230223021532Z)');
    expect(() => dateString('2023-02-23T09:15:32+07:00')).toThrow();
  });
});
