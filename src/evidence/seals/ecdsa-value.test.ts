import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ecdsaValue, rawEcdsa } from './ecdsa-value.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

it('r and s become DER and come back, with any leading zeros', () => {
  const zeros = fc.tuple(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(31), fc.nat(31));
  fc.assert(
    fc.property(zeros, ([bytes, first, second]) => {
      const raw = Buffer.from(bytes)
        .fill(0, 0, first)
        .fill(0, 32, 32 + second);
      expect(rawEcdsa(ecdsaValue(raw))).toEqual(raw);
    }),
  );
});

it('is the encoding that others read and write', () => {
  for (let i = 0; i < 200; i += 1) {
    const message = Buffer.from(`contoh ${i}`);
    const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify('sha256', message, publicKey, ecdsaValue(raw))).toBe(true);
    const value = sign('sha256', message, privateKey);
    expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, rawEcdsa(value))).toBe(
      true,
    );
  }
});

it('of anything else is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 72 }), (bytes) => {
      expect(() => rawEcdsa(bytes)).toThrow();
    }),
  );
  expect(() => ecdsaValue(new Uint8Array(63))).toThrow();
});
