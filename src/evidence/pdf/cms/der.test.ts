import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { der, objectIdentifier, octets, readValues, sequence, setOf, smallInteger } from './der.ts';

describe('DER', () => {
  it.each([
    ['1.2.840.113549.1.7.2', '06092a864886f70d010702'],
    ['2.16.840.1.101.3.4.2.1', '0609608648016503040201'],
    ['1.2.840.10045.4.3.2', '06082a8648ce3d040302'],
    ['1.2.840.113549.1.9.16.2.47', '060b2a864886f70d010910022f'],
  ])('writes the identifier %s', (dotted, hex) => {
    expect(objectIdentifier(dotted).toString('hex')).toBe(hex);
  });

  it('writes lengths in the fewest octets', () => {
    const header = (size: number) => octets(Buffer.alloc(size)).subarray(0, -size).toString('hex');
    expect([127, 128, 255, 256, 65_536].map(header)).toEqual([
      '047f',
      '048180',
      '0481ff',
      '04820100',
      '0483010000',
    ]);
  });

  it('orders the members of a set', () => {
    const members = [octets(Buffer.alloc(2)), smallInteger(3), smallInteger(1)];
    expect(setOf(...members).toString('hex')).toBe('310a' + '020101' + '020103' + '04020000');
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (contents) => {
        const whole = sequence(...contents.map((content) => der(0x04, content)));
        const [outer] = readValues(whole);
        expect(readValues(outer!.content).map(({ content }) => [...content])).toEqual(
          contents.map((c) => [...c]),
        );
      }),
    );
  });

  it('throws on truncated or indefinite values', () => {
    for (const hex of ['3003', '3080', '30', '308400000001', '3085000000000000']) {
      expect(() => readValues(Buffer.from(hex, 'hex'))).toThrow('not DER');
    }
  });
});
