import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ARTICLES,
  type ArticleRef,
  CITATION_STYLES,
  findInstrument,
  INSTRUMENTS,
  parseArticle,
  parseCitation,
  printArticle,
  printCitation,
  scanCitations,
} from '../index.ts';

const CASES = 100_000;
const BOUND = { numRuns: CASES, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true };
const few = fc.integer({ min: 1, max: 40 }).map(String);
/** Every shape that printArticle can be given: a Pasal, also an inserted one, with parts in their order. */
const anyRef: fc.Arbitrary<ArticleRef> = fc
  .record(
    {
      pasal: fc.oneof(
        fc.integer({ min: 1, max: 999 }).map(String),
        fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...'ABCDEF')).map(([n, l]) => `${n}${l}`),
      ),
      ayat: few,
      huruf: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      angka: few,
    },
    { requiredKeys: ['pasal'] },
  )
  .filter((ref) => !ref.angka || Boolean(ref.ayat || ref.huruf));
/** What the register itself holds, as often as what it may come to hold. */
const anyCitation = fc.oneof(
  fc
    .constantFrom(...ARTICLES)
    .map(({ instrument, ref }) => ({ instrument: findInstrument(instrument)!, ref })),
  fc.record({ instrument: fc.constantFrom(...INSTRUMENTS), ref: fc.option(anyRef, { nil: undefined }) }),
);
const style = fc.constantFrom(...CITATION_STYLES);
const before = fc.constantFrom('', 'Sesuai ', 'Berdasarkan ', 'sebagaimana dimaksud dalam ', '(');
const after = fc.constantFrom('', '.', ', pegawai harus netral.', ') berlaku.', ' telah dibaca.');

it('reads back every citation that the register can print, in every style, also within a sentence', () => {
  let done = 0;
  fc.assert(
    fc.property(anyCitation, style, before, after, ({ instrument, ref }, printedAs, start, end) => {
      done += 1;
      const printed = printCitation({ instrument, ...(ref ? { article: ref } : {}) }, printedAs);
      const parsed = parseCitation(`${start}${printed}${end}`);
      expect(parsed?.instrument?.id, `${start}${printed}${end}`).toBe(instrument.id);
      expect(parsed?.article, printed).toEqual(ref);
      expect(scanCitations(`${start}${printed}${end}`).instruments[0]?.garbles, printed).toEqual([]);
    }),
    BOUND,
  );
  expect(done).toBeGreaterThanOrEqual(CASES);
}, 150_000);

it('reads back every article by itself, long and short', () => {
  fc.assert(
    fc.property(anyRef, fc.boolean(), (ref, short) => {
      expect(parseArticle(printArticle(ref, short))).toEqual(ref);
    }),
    { ...BOUND, numRuns: 20_000 },
  );
}, 150_000);
