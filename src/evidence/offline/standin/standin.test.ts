import * as node from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bytes } from './bytes.ts';
import * as standin from './crypto.ts';

const spki = (key: node.KeyObject) => key.export({ type: 'spki', format: 'der' });
const hashes = ['sha256', 'sha384', 'sha512'] as const;

/** Both answers to one question; what cannot be asked counts as a no. */
function both(
  hash: (typeof hashes)[number] | null,
  data: Uint8Array,
  der: Uint8Array,
  signature: Uint8Array,
  dsaEncoding: 'der' | 'ieee-p1363' = 'der',
): [boolean, boolean] {
  const ask = (work: () => boolean) => {
    try {
      return work();
    } catch {
      return false;
    }
  };
  return [
    ask(() => {
      const key = node.createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
      return node.verify(hash, data, hash === null ? key : { key, dsaEncoding }, signature);
    }),
    ask(() => {
      const key = standin.createPublicKey({ key: der });
      return standin.verify(hash, data, hash === null ? key : { key, dsaEncoding }, signature);
    }),
  ];
}

const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 2 });
function flipped(bytes: Uint8Array, at: [number, number][]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [place, bit] of at)
    copy[place % copy.length] = (copy[place % copy.length] as number) ^ (1 << bit);
  return copy;
}

describe('what stands in for OpenSSL', () => {
  const pairs = [
    ...['P-256', 'P-384', 'P-521'].map((namedCurve) => node.generateKeyPairSync('ec', { namedCurve })),
    node.generateKeyPairSync('rsa', { modulusLength: 2048 }),
    node.generateKeyPairSync('rsa', { modulusLength: 3072 }),
  ];

  it.each(pairs.map((pair, i) => [['P-256', 'P-384', 'P-521', 'RSA-2048', 'RSA-3072'][i], pair] as const))(
    '%s: answers the same to true and to spoiled signatures',
    (_, { publicKey, privateKey }) => {
      const der = spki(publicKey);
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: 200 }),
          fc.constantFrom(...hashes),
          flips,
          (data, hash, at) => {
            const signature = node.sign(hash, data, privateKey);
            expect(both(hash, data, der, signature)).toEqual([true, true]);
            const spoiled = both(hash, data, der, flipped(signature, at));
            expect(spoiled[1]).toBe(spoiled[0]);
          },
        ),
        { numRuns: 25 },
      );
    },
  );

  it('Ed25519: answers the same to true, spoiled and foreign signatures', () => {
    const { publicKey, privateKey } = node.generateKeyPairSync('ed25519');
    const der = spki(publicKey);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), flips, flips, (data, inSignature, inKey) => {
        const signature = node.sign(null, data, privateKey);
        expect(both(null, data, der, signature)).toEqual([true, true]);
        const changed = flipped(
          der,
          inKey.map(([at, bit]) => [12 + (at % 32), bit]),
        );
        const spoiled = both(null, data, changed, flipped(signature, inSignature));
        expect(spoiled[1]).toBe(spoiled[0]);
      }),
      { numRuns: 60 },
    );
  });

  it('Ed25519: takes keys and points of small order and other spellings as OpenSSL does', () => {
    const head = Buffer.from('302a300506032b6570032100', 'hex');
    const p = 2n ** 255n - 19n;
    const little = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
    const odd = [0n, 1n, p - 1n, p, p + 1n, 2n ** 255n - 1n, 1n | (1n << 255n), p | (1n << 255n)].map(little);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    for (const a of odd)
      for (const r of odd)
        for (const s of [0n, 1n, order - 1n, order, order + 1n])
          for (const text of ['', 'a', 'b']) {
            const signature = Buffer.concat([r, little(s)]);
            const answers = both(null, Buffer.from(text), Buffer.concat([head, a]), signature);
            expect(answers[1], `${a.toString('hex')} ${signature.toString('hex')}`).toBe(answers[0]);
          }
  });

  it('Ed25519: takes a neutral R as Node does', () => {
    const secret = ed25519.utils.randomSecretKey();
    const { scalar } = ed25519.utils.getExtendedPublicKey(secret);
    const key = ed25519.getPublicKey(secret);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const neutral = Buffer.from('01'.padEnd(64, '0'), 'hex');
    const data = Buffer.from('x');
    const k = node.createHash('sha512').update(neutral).update(key).update(data).digest().reverse();
    const s = (BigInt(`0x${k.toString('hex')}`) * scalar) % order;
    const written = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    const answers = both(null, data, der, Buffer.concat([neutral, written]));
    expect(answers[1]).toBe(answers[0]);
  });

  it('ECDSA: answers the same at the edges of r, s and the digest', () => {
    for (const [name, curve, hash] of [
      ['P-256', p256, 'sha256'],
      ['P-384', p384, 'sha512'],
      ['P-521', p521, 'sha512'],
    ] as const) {
      const { publicKey, privateKey } = node.generateKeyPairSync('ec', { namedCurve: name });
      const { n, p } = curve.Point.CURVE();
      const size = curve.Point.Fp.BYTES;
      const bytes = (value: bigint) => Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex');
      const true_ = node.sign(hash, Buffer.from('x'), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      const values = [0n, 1n, 2n, n - 1n, n, n + 1n, p % 2n ** BigInt(8 * size)].map(bytes);
      const signatures = [
        ...values.flatMap((r) => values.map((s) => Buffer.concat([r, s]))),
        ...values.map((s) => Buffer.concat([true_.subarray(0, size), s])),
        Buffer.concat([true_.subarray(0, size), bytes(n - BigInt(`0x${true_.toString('hex', size)}`))]),
        true_.subarray(1),
        Buffer.concat([true_, Buffer.alloc(1)]),
      ];
      const [first, ...rest] = [true_, ...signatures].map((signature) =>
        both(hash, Buffer.from('x'), spki(publicKey), signature, 'ieee-p1363'),
      );
      expect(first).toEqual([true, true]);
      for (const [theirs, ours] of rest) expect(ours).toBe(theirs);
    }
  });

  it('ECDSA: a sum that meets itself or its opposite is added rightly', () => {
    // The key is G, -G or 2G, so that both points of the sum fall together, cancel, or are doubled.
    const { n } = p256.Point.CURVE();
    for (const d of [1n, n - 1n, 2n, n - 2n, 3n]) {
      const secret = Buffer.from(d.toString(16).padStart(64, '0'), 'hex');
      const point = Buffer.from(p256.getPublicKey(secret, false));
      const der = Buffer.concat([
        Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'),
        point,
      ]);
      for (let i = 0; i < 6; i += 1) {
        const data = Buffer.from(`pesan ${i}`);
        const signature = p256.sign(data, secret, { lowS: false });
        expect(both('sha256', data, der, signature, 'ieee-p1363')).toEqual([true, true]);
      }
    }
  });

  it('reads DER signatures as strictly', () => {
    const { publicKey, privateKey } = node.generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const data = Buffer.from('x');
    const good = node.sign('sha256', data, privateKey);
    const [r, s] = [good.subarray(4, 4 + good[3]!), good.subarray(6 + good[3]!)];
    const value = (...content: Buffer[]) =>
      Buffer.concat([Buffer.from([0x30, Buffer.concat(content).length]), ...content]);
    const integer = (content: Buffer) => Buffer.concat([Buffer.from([2, content.length]), content]);
    const odd = [
      value(integer(r), integer(s), Buffer.from([5, 0])),
      value(integer(Buffer.concat([Buffer.alloc(1), r])), integer(s)),
      value(integer(r)),
      Buffer.concat([Buffer.from([0x30, 0x81, good.length - 2]), good.subarray(2)]),
      Buffer.concat([good, Buffer.alloc(1)]),
      value(integer(Buffer.alloc(0)), integer(s)),
      value(integer(Buffer.from([0x80])), integer(s)),
      Buffer.alloc(0),
    ];
    expect(both('sha256', data, spki(publicKey), value(integer(r), integer(s)))).toEqual([true, true]);
    for (const signature of odd)
      expect(both('sha256', data, spki(publicKey), signature), signature.toString('hex')).toEqual([
        false,
        false,
      ]);
  });

  it('agrees with another library on keys made there', () => {
    const secret = ed25519.utils.randomSecretKey();
    const data = Buffer.from('x');
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), ed25519.getPublicKey(secret)]);
    expect(both(null, data, der, ed25519.sign(data, secret))).toEqual([true, true]);
  });

  it('knows no point outside the curve, and says what a key is as Node does', () => {
    for (const { publicKey } of pairs) {
      const der = spki(publicKey);
      const key = standin.createPublicKey({ key: der });
      expect(key.asymmetricKeyType).toBe(publicKey.asymmetricKeyType);
      expect(publicKey.asymmetricKeyDetails).toMatchObject(key.asymmetricKeyDetails);
      expect(Buffer.from(key.export())).toEqual(der);
      if (publicKey.asymmetricKeyType !== 'ec') continue;
      const off = flipped(der, [[der.length - 1, 0]]);
      expect(() => node.createPublicKey({ key: Buffer.from(off), format: 'der', type: 'spki' })).toThrow();
      expect(() => standin.createPublicKey({ key: off })).toThrow();
    }
  });
});

describe('what stands in for Buffer', () => {
  const ascii = (text: string) => text.replace(/[^\x00-\x7f]/g, 'A');

  it('gives what Node gives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.string({ unit: 'binary' }), (bytes, text) => {
        const theirs = Buffer.from(bytes);
        const ours = Bytes.from(bytes);
        for (const encoding of ['hex', 'latin1', 'base64', 'base64url', 'utf8'] as const) {
          const written = theirs.toString(encoding);
          expect(ours.toString(encoding)).toBe(written);
          const given = encoding === 'utf8' ? text.toWellFormed() : ascii(text);
          expect(Buffer.from(Bytes.from(given, encoding)), encoding).toEqual(Buffer.from(given, encoding));
          expect(Buffer.from(Bytes.from(written, encoding))).toEqual(Buffer.from(written, encoding));
        }
        const needle = theirs.toString('latin1', 3, 6);
        if (needle !== '') expect(ours.indexOf(needle, 1)).toBe(theirs.indexOf(needle, 1, 'latin1'));
        expect(ours.toString('latin1', 2, 500)).toBe(theirs.toString('latin1', 2, 500));
        expect(Bytes.byteLength(text)).toBe(Buffer.byteLength(text));
        expect(ours.equals(theirs)).toBe(true);
      }),
    );
  });

  it('reads and writes numbers, and throws outside', () => {
    const [theirs, ours] = [Buffer.alloc(16), Bytes.alloc(16)];
    for (const bytes of [theirs, ours]) {
      bytes.writeUIntBE(2 ** 40 - 5, 1, 5);
      bytes.writeBigUInt64BE(2n ** 63n + 7n, 8);
      bytes.write('aabb', 6, 2, 'hex');
    }
    expect(Buffer.from(ours)).toEqual(theirs);
    for (const bytes of [theirs, ours]) {
      expect(bytes.readUInt16BE(3)).toBe(theirs.readUInt16BE(3));
      expect(bytes.readUInt32BE(3)).toBe(theirs.readUInt32BE(3));
      expect(bytes.readUIntBE(1, 5)).toBe(2 ** 40 - 5);
      expect(bytes.readBigUInt64BE(8)).toBe(2n ** 63n + 7n);
      expect(() => bytes.readUInt32BE(14)).toThrow(RangeError);
    }
    expect(Buffer.from(Bytes.concat([ours, ours]))).toEqual(Buffer.concat([theirs, theirs]));
  });
});
