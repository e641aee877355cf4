import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScanned } from './scanned.ts';

const slip = (code: string) => ({ kind: 'slip', code });

describe('what was scanned', () => {
  it.each([
    ['https://ikrar.example/s/ABCD-EFGH-1234', slip('ABCDEFGH1234')],
    ['HTTPS://IKRAR.EXAMPLE/S/ABCDEFGH1234', slip('ABCDEFGH1234')],
    ['ikrar.example/s/abcd-efgh-1234?sudah=1', slip('abcdefgh1234')],
    ['/s/ABCD-EFGH-1234/pakta.pdf', slip('ABCDEFGH1234')],
    ['  ABCD-EFGH-JKMN ', slip('ABCD-EFGH-JKMN')],
    ['abcdefghjkmn', slip('abcdefghjkmn')],
    ['ABCD EFG2 JKMN', slip('ABCD EFG2 JKMN')],
    ['19850312 201001 1 007', { kind: 'number', digits: '198503122010011007' }],
    ['https://ikrar.example/h/0123ABCD7GG835DH', { kind: 'pass' }],
    ['HTTPS://IKRAR.EXAMPLE/Q/EA0KR$H52XFAU', { kind: 'pact' }],
    ['https://ikrar.example/v/fakfak/0123', { kind: 'pact' }],
    ['Rini Dewi Sari', { kind: 'text', text: 'Rini Dewi Sari' }],
    ['https://situs.example/promo', { kind: 'text', text: 'https://situs.example/promo' }],
    ['https://ikrar.example/s/pendek', { kind: 'text', text: 'https://ikrar.example/s/pendek' }],
    ['', { kind: 'text', text: '' }],
  ])('%j', (text, read) => {
    expect(readScanned(text)).toEqual(read);
  });

  it('is read the same however a slip is written', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, fc.boolean(), (code, small) => {
        const spaced = code.replace(/(.{4})(?=.)/g, '$1-');
        for (const form of [code, spaced, `https://ikrar.example/s/${spaced}`, `${' '}${spaced}\n`]) {
          const read = readScanned(small ? form.toLowerCase() : form);
          expect(read.kind).toBe('slip');
          if (read.kind === 'slip') expect(read.code.replace(/\W/g, '').toUpperCase()).toBe(code);
        }
      }),
    );
  });

  it('never throws, and takes nothing for a code that is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readScanned(text);
        if (read.kind === 'slip') expect(read.code.replace(/[\s-]/g, '')).toMatch(/^[0-9A-Za-z]{12}$/);
        if (read.kind === 'number') expect(read.digits).toMatch(/^\d{18}$/);
      }),
    );
  });
});
