import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInstrument, INSTRUMENTS, inForce, registerProblems, SHIPPED } from '../index.ts';
import { ARTICLE_FIELDS, INSTRUMENT_FIELDS, shapeOf } from './fields.ts';
import { type Change, overlay } from './overlay.ts';
import { ARTICLE, INSTRUMENT } from './shapes.ts';
import { readLines, writeValue, writingOf } from './write-value.ts';

const SOURCE = 'https://peraturan.bpk.go.id/Details/contoh';
let count = 0;
const change = (part: Partial<Change>): Change => ({
  id: `c${++count}`,
  instrumentId: 'pp-79-2021',
  article: null,
  field: 'inForceFrom',
  asShipped: false,
  value: null,
  why: 'Tanggal pengundangan terlihat di salinan resmi.',
  source: SOURCE,
  ...part,
});
const fact = (date: string) => ({ date, confidence: 'verified' as const });

describe('the rules', () => {
  it('find nothing wrong in the register that is shipped', () => {
    expect(registerProblems(SHIPPED)).toEqual([]);
  });

  it('and the shapes of corrections take every entry of it, field by field', () => {
    for (const instrument of INSTRUMENTS)
      expect(INSTRUMENT.safeParse(instrument).error, instrument.id).toBeUndefined();
    for (const article of SHIPPED.articles) expect(ARTICLE.safeParse(article).error).toBeUndefined();
  });
});

describe('a register with corrections', () => {
  it('answers by the corrected date, and names the source of the correction', () => {
    const { register, unusable } = overlay(SHIPPED, [change({ value: fact('2021-08-10') })]);
    const corrected = register.findInstrument('pp-79-2021')!;
    expect(unusable).toEqual([]);
    expect(inForce(findInstrument('pp-79-2021')!, '2021-09-01')).toBe('unknown');
    expect(inForce(corrected, '2021-09-01')).toBe('in-force');
    expect(corrected.sources.map(({ url }) => url)).toContain(SOURCE);
    expect(SHIPPED.findInstrument('pp-79-2021')?.inForceFrom?.date).toBe('2021');
  });

  it('takes the latest of each field', () => {
    const changes = [change({ value: fact('2021-08-10') }), change({ value: fact('2021-08-12') })];
    expect(overlay(SHIPPED, changes).register.findInstrument('pp-79-2021')?.inForceFrom?.date).toBe(
      '2021-08-12',
    );
    const back = [...changes, change({ asShipped: true })];
    expect(overlay(SHIPPED, back).register.findInstrument('pp-79-2021')).toEqual(
      findInstrument('pp-79-2021'),
    );
  });

  it('can say that nothing is known', () => {
    const { register } = overlay(SHIPPED, [change({ value: null })]);
    expect('inForceFrom' in register.findInstrument('pp-79-2021')!).toBe(false);
  });

  it('takes new instruments and articles, and others that speak of them', () => {
    const law = {
      ...{
        id: 'uu-1-2027',
        type: 'uu',
        name: 'UU 1/2027',
        title: 'Aparatur Sipil Negara',
        status: 'in-force',
      },
      numbers: [{ issuer: 'Republik Indonesia', number: '1', year: 2027 }],
      inForceFrom: fact('2027-03-01'),
      sources: [{ url: SOURCE, note: 'salinan' }],
      confidence: 'verified',
    };
    const article = {
      ...{ instrument: 'uu-1-2027', ref: { pasal: '3', ayat: '1' }, about: ['asn'], keywords: [] },
      gist: { id: 'Pegawai ASN netral.', en: 'Staff are neutral.' },
      sources: [{ url: SOURCE, note: 'salinan' }],
      confidence: 'verified',
    };
    const { register, unusable } = overlay(SHIPPED, [
      change({ instrumentId: 'uu-20-2023', field: 'revokedBy', value: 'uu-1-2027' }),
      change({ instrumentId: 'uu-20-2023', field: 'inForceUntil', value: fact('2027-03-01') }),
      change({ instrumentId: 'uu-1-2027', field: 'instrument', value: law }),
      change({ instrumentId: 'uu-1-2027', article: 'Pasal 3 ayat (1)', field: 'article', value: article }),
      change({
        ...{ instrumentId: 'uu-1-2027', article: 'Pasal 3 ayat (1)', field: 'gist' },
        value: { id: 'Pegawai ASN wajib netral.', en: 'Staff must be neutral.' },
      }),
    ]);
    expect(unusable).toEqual([]);
    expect(inForce(register.findInstrument('uu-20-2023')!, '2027-03-01')).toBe('revoked');
    expect(register.findByNumber('uu', '1', 2027)?.id).toBe('uu-1-2027');
    expect(register.findArticle('uu-1-2027', { pasal: '3', ayat: '1' })?.gist.id).toBe(
      'Pegawai ASN wajib netral.',
    );
  });

  it.each<[string, Partial<Change>]>([
    ['law.rule.noSuchDay', { value: fact('2021-02-30') }],
    ['law.rule.order', { instrumentId: 'uu-5-2014', value: fact('2023-12-01') }],
    ['law.rule.revokedWhen', { field: 'status', value: 'revoked' }],
    ['law.rule.leadsNowhere', { field: 'replaces', value: ['uu-999-1999'] }],
    ['law.rule.itself', { field: 'amends', value: ['pp-79-2021'] }],
    ['law.rule.source', { field: 'sources', value: [{ url: 'buku', note: 'di rak' }] }],
    [
      'law.rule.numberTaken',
      { field: 'numbers', value: [{ issuer: 'Republik Indonesia', number: '94', year: 2021 }] },
    ],
    ['law.rule.misfit', { value: { date: 'kemarin', confidence: 'verified' } }],
    ['law.rule.misfit', { value: { date: '2021-08-10', confidence: 'pasti' } }],
    ['law.rule.misfit', { field: 'title', value: '' }],
    ['law.rule.misfit', { field: 'colour', value: 'red' }],
    ['law.rule.misfit', { instrumentId: 'uu-0-0000' }],
    ['law.rule.misfit', { field: 'confidence', value: null }],
    ['law.rule.misfit', { instrumentId: 'pp-94-2021', article: 'Pasal 99', field: 'note', value: 'catatan' }],
    [
      'law.rule.articleNowhere',
      {
        ...{ instrumentId: 'pp-94-2021', article: 'Pasal 8', field: 'mapsTo' },
        value: [{ pasal: '9' }],
      },
    ],
  ])('leaves out what breaks a rule and says which: %s %o', (code, part) => {
    const good = change({ value: fact('2021-08-10') });
    const bad = change(part);
    const { register, unusable } = overlay(SHIPPED, bad.field === 'inForceFrom' ? [bad] : [good, bad]);
    expect(unusable.map((one) => [one.change.id, one.problem.code])).toEqual([[bad.id, code]]);
    expect(registerProblems(register)).toEqual([]);
  });

  it('never breaks, whatever the rows hold', () => {
    const field = fc.constantFrom(...INSTRUMENT_FIELDS, ...ARTICLE_FIELDS, 'instrument', 'article', 'x');
    const anyValue = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(fact('2021-08-10'), 'revoked', 'uu-20-2023', ['uu-5-2014'], null),
    );
    const row = fc.record({
      instrumentId: fc.constantFrom('pp-79-2021', 'uu-5-2014', 'uu-0-0000'),
      article: fc.constantFrom(null, 'Pasal 8', 'bukan pasal'),
      field,
      asShipped: fc.boolean(),
      value: anyValue,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(registerProblems(overlay(SHIPPED, rows.map(change)).register)).toEqual([]);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
  });
});

describe('the lines of a form', () => {
  it('say again every value of the register', () => {
    const entries: [readonly (typeof INSTRUMENT_FIELDS)[number][], boolean][] = [[INSTRUMENT_FIELDS, false]];
    for (const [fields, ofArticle] of entries)
      for (const instrument of INSTRUMENTS)
        for (const field of fields) {
          const value = instrument[field];
          if (value === undefined || value === null) continue;
          const writing = writingOf(field);
          const read = readLines(writing, writeValue(writing, value, SHIPPED), SHIPPED);
          const whole = writing === 'dated' ? { ...(value as object), date: read } : read;
          const told = writing === 'pasal' ? { ...(value as object), number: read } : whole;
          expect(told, `${instrument.id} ${field}`).toEqual(value);
          expect(shapeOf(field, ofArticle)?.safeParse(told).success).toBe(true);
        }
  });

  it('reads an instrument by short name or citation', () => {
    const read = (text: string) => readLines('instruments', text, SHIPPED);
    expect(read('uu 20/2023\r\nPeraturan Pemerintah Nomor 94 Tahun 2021\nUU 9/1999')).toEqual([
      'uu-20-2023',
      'pp-94-2021',
      'UU 9/1999',
    ]);
  });
});
