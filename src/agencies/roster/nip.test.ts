import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNip, inferCategory, parseIdNumber, type RawId } from './nip.ts';
import type { Category } from './types.ts';

const PNS = '198503122010011005';
const PPPK = '198503122023212005';

function outcome(raw: RawId, category: Category = 'pns', today?: string) {
  const result = parseIdNumber(raw, category, today ? { today } : {});
  return result.ok ? `${result.kind} ${result.number}` : result.code;
}

describe('parseIdNumber', () => {
  it('reads birth date and sex out of a NIP and a NI PPPK', () => {
    expect(parseIdNumber(PNS, 'pns')).toEqual({
      ok: true,
      kind: 'nip',
      number: PNS,
      birthDate: '1985-03-12',
      sex: 'male',
    });
    expect(parseIdNumber(PPPK, 'pppk')).toMatchObject({
      kind: 'ni-pppk',
      sex: 'female',
      birthDate: '1985-03-12',
    });
    expect(parseIdNumber(PPPK, 'pppk-pw')).toMatchObject({ ok: true, kind: 'ni-pppk' });
    expect(parseIdNumber(PNS, 'cpns')).toMatchObject({ ok: true, kind: 'nip' });
  });

  it.each<[string, RawId]>([
    ['spaces as on forms', '19850312 201001 1 005'],
    ['dots', '19850312.201001.1.005'],
    ['dashes', '19850312-201001-1-005'],
    ['an apostrophe before', "'198503122010011005"],
    ['a curly apostrophe', '’198503122010011005'],
    ['="…"', '="198503122010011005"'],
    ['non-breaking spaces', '\u00a019850312\u00a0201001\u00a01\u00a0005\u00a0'],
    ['full-width digits', '１９８５０３１２２０１００１１００５'],
    ['a bidirectional mark', '\u200e198503122010011005'],
  ])('takes %s', (_, raw) => {
    expect(outcome(raw)).toBe(`nip ${PNS}`);
  });

  it.each<[string, RawId, Category, string]>([
    ['nothing', '', 'pns', 'id.missing'],
    ['a dash', '-', 'pns', 'id.missing'],
    ['an exponent as text', '1.98503E+17', 'pns', 'id.exponent'],
    ['an exponent with a comma', '1,98503E+17', 'pppk', 'id.exponent'],
    ['an exponent for a local number', '1.98503E+17', 'non-asn', 'id.exponent'],
    ['a number cell', { kind: 'number', text: '1.98503122010011E+17' }, 'pns', 'id.precision'],
    ['a number cell that looks whole', { kind: 'number', text: PNS }, 'pns', 'id.precision'],
    ['a NIK in a number cell', { kind: 'number', text: '1901010101900001' }, 'pns', 'id.nik'],
    ['a date cell', { kind: 'date', text: '1985-03-12' }, 'pns', 'id.is-date'],
    ['a date as text', '12/03/1985', 'pns', 'id.is-date'],
    ['a formula', { kind: 'formula', text: PNS }, 'pns', 'id.formula'],
    ['rounding', '198503122010011000', 'pns', 'id.rounded'],
    ['17 digits', PNS.slice(1), 'pns', 'id.length'],
    ['19 digits', `${PNS}1`, 'pns', 'id.length'],
    ['letters', 'A98503122010011005', 'pns', 'id.not-digits'],
    ['an old NIP', '131234567', 'pns', 'id.old-nip'],
    ['an old NIP without its zero', '10123456', 'pns', 'id.old-nip'],
    ['a NIK', '1901010101900001', 'pns', 'id.nik'],
    ['a NIK for non-ASN', '1901010101900001', 'non-asn', 'id.nik'],
    ['a NIK with dots', '190101.010190.0001', 'non-asn', 'id.nik'],
    ['a tax number', '12.345.678.9-012.345', 'non-asn', 'id.npwp'],
    ['a phone number', '0812-3456-7890', 'non-asn', 'id.phone'],
    ['30 February', '198502302010011005', 'pns', 'id.birth-date'],
    ['29 February of a common year', '190002291920011005', 'pns', 'id.birth-date'],
    ['month 00', '198503122010001005', 'pns', 'id.start-month'],
    ['sex 3', '198503122010013005', 'pns', 'id.sex'],
    ['appointed at 14', '198503121999121005', 'pns', 'id.age'],
    ['appointed at 61', '193803121999121005', 'pns', 'id.age'],
    ['a PPPK number under PNS', PPPK, 'pns', 'id.looks-like-pppk'],
    ['a NIP under PPPK', PNS, 'pppk', 'id.looks-like-pns'],
    ['a NIP under non-ASN', PNS, 'non-asn', 'id.looks-like-pns'],
    ['a local number with signs', '=1+1', 'non-asn', 'id.local-shape'],
    ['a local number too long', 'A'.repeat(41), 'non-asn', 'id.local-shape'],
  ])('refuses %s', (_, raw, category, code) => {
    expect(outcome(raw, category)).toBe(code);
  });

  it('accepts the edges: 29 February, appointed at 15 and at 60, month 13 and up for PPPK', () => {
    expect(outcome('198402292010011005')).toMatch(/^nip/);
    expect(outcome('198503122000031005')).toMatch(/^nip/);
    expect(outcome('194003122000031005')).toMatch(/^nip/);
    expect(outcome('198503122024131005', 'pppk')).toMatch(/^ni-pppk/);
    expect(outcome('198503122015132005', 'pppk')).toMatch(/^ni-pppk/);
  });

  it('looks at the future only when told the date', () => {
    expect(outcome('200503122030011005')).toMatch(/^nip/);
    expect(outcome('200503122030011005', 'pns', '2026-11-21')).toBe('id.future');
    expect(outcome('200503122030211005', 'pppk', '2026-11-21')).toBe('id.future');
  });

  it('keeps local numbers, upper case, also when the cell was a number', () => {
    expect(outcome(' thl-001 ', 'non-asn')).toBe('local THL-001');
    expect(outcome({ kind: 'number', text: '1.5E+3' }, 'non-asn')).toBe('local 1500');
    expect(outcome('', 'non-asn')).toBe('id.local-missing');
  });

  it('never repeats a refused number and never throws', () => {
    const raw = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9 .,E+'-]{0,24}$/),
      fc.stringMatching(/^\d{16,18}$/),
    );
    const category = fc.constantFrom<Category>('pns', 'cpns', 'pppk', 'pppk-pw', 'non-asn');
    fc.assert(
      fc.property(raw, category, (text, kind) => {
        const result = parseIdNumber(text, kind);
        if (result.ok) expect(parseIdNumber(result.number, kind)).toEqual(result);
        else expect(Object.values(result.params).every((value) => String(value).length < 5)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('showing and guessing', () => {
  it('groups the digits as forms do', () => {
    expect(formatNip(PNS)).toBe('19850312 201001 1 005');
    expect(formatNip(PPPK, 'ni-pppk')).toBe('19850312 2023 21 2 005');
    expect(formatNip('THL-1', 'local')).toBe('THL-1');
  });

  it('tells PNS from PPPK by the month that is none', () => {
    expect([inferCategory(PNS), inferCategory(PPPK), inferCategory('THL-1')]).toEqual(['pns', 'pppk', null]);
  });
});
