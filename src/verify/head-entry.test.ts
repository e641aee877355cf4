import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeEntry } from './entry.ts';
import { FormatError } from './format-error.ts';
import { decodeHeadEntry, encodeHeadEntry } from './head-entry.ts';

const root = new Uint8Array(32).fill(7);
const entry = encodeHeadEntry({ origin: 'ikrar.example/log/a/b', size: 12, root });
const spelt = (text: string) => Buffer.concat([entry.subarray(0, 7), Buffer.from(text)]);

it('is read back, and is no entry of a record', () => {
  expect(decodeHeadEntry(entry)).toEqual({ origin: 'ikrar.example/log/a/b', size: 12, root });
  expect(() => decodeEntry(entry)).toThrow(FormatError);
});

it.each([
  ['an extension line', `ikrar.example/log/a/b\n12\n${Buffer.from(root).toString('base64')}\nmore\n`],
  ['a size with a zero before it', `ikrar.example/log/a/b\n012\n${Buffer.from(root).toString('base64')}\n`],
  ['a short root', 'ikrar.example/log/a/b\n12\nBwcH\n'],
  ['no text', ''],
  ['too much text', `${'a'.repeat(1024)}\n12\n${Buffer.from(root).toString('base64')}\n`],
])('with %s is refused', (_, text) => {
  expect(() => decodeHeadEntry(spelt(text))).toThrow(FormatError);
});

it('whatever is read is either refused or the only spelling of a head', () => {
  const near = fc.oneof(
    fc.uint8Array({ maxLength: 120 }),
    fc.uint8Array({ maxLength: 120 }).map((rest) => Buffer.concat([entry.subarray(0, 7), rest])),
    fc.tuple(fc.nat(entry.length - 1), fc.nat(255)).map(([at, byte]) => {
      const copy = Uint8Array.from(entry);
      copy[at] = byte;
      return copy;
    }),
  );
  fc.assert(
    fc.property(near, (bytes) => {
      try {
        expect(Buffer.from(encodeHeadEntry(decodeHeadEntry(bytes)))).toEqual(Buffer.from(bytes));
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
    { numRuns: 2000 },
  );
});
