import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from './bytes.ts';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';
import { FormatError } from './format-error.ts';

const written = (value: unknown) => fromUtf8(canonicalJson(value));

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 code units and escapes as RFC 8785 does', () => {
    // The key order of the example in RFC 8785 §3.2.3; its U+FB33 is left out, as NFC decomposes it.
    const keys = { '\u20ac': 1, '\r': 2, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.keys(JSON.parse(written(keys)))).toEqual([
      '1',
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
    ]);
    expect(written({ '\u00e9': '\u20ac$\u000f\nA\'B"\\/' })).toBe(
      '{"\u00e9":"\u20ac$\\u000f\\nA\'B\\"\\\\/"}',
    );
    expect(written({ b: [true, false, null, -1, 0], a: {} })).toBe('{"a":{},"b":[true,false,null,-1,0]}');
  });

  it('refuses what it cannot hold', () => {
    const strange = [
      1.5,
      Number.NaN,
      2 ** 53,
      -0,
      undefined,
      () => 1,
      1n,
      Symbol('x'),
      new Date(0),
      new Map(),
    ];
    for (const value of [...strange, [undefined], { a: undefined }, Array(2), { [Symbol('x')]: 1 }]) {
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'not-encodable' }));
    }
    for (const text of ['e\u0301', '\ud800']) {
      expect(() => canonicalJson(text)).toThrow(expect.objectContaining({ code: 'not-nfc' }));
      expect(() => canonicalJson({ [text]: 1 })).toThrow(expect.objectContaining({ code: 'not-nfc' }));
    }
  });

  it('reads its own bytes back and no other spelling', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((s) => s.normalize('NFC')),
      fc.maxSafeInteger(),
      fc.boolean(),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, (given) => {
        if (Object.is(given, -0)) return;
        const bytes = canonicalJson(given);
        expect(canonicalJson(parseCanonicalJson(bytes))).toEqual(bytes);
        expect(JSON.parse(fromUtf8(bytes))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
    const others = [
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '{ "a":1}',
      '[1.0]',
      '[1e2]',
      '[-0]',
      '"\\u0041"',
      '"\\/"',
      '1\n',
    ];
    for (const text of others) {
      expect(() => parseCanonicalJson(utf8(text))).toThrow(FormatError);
    }
  });

  it('never throws anything else, and does not overflow on deep nesting', () => {
    const pieces = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'null', '\\u00', '\u0301');
    const text = fc.array(pieces).map((parts) => utf8(parts.join('')));
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        try {
          parseCanonicalJson(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      }),
      { numRuns: 1000 },
    );
    const deep = utf8('['.repeat(500_000) + ']'.repeat(500_000));
    expect(() => parseCanonicalJson(deep)).toThrow(FormatError);
    expect(() => parseCanonicalJson(new Uint8Array(2_000_000))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
