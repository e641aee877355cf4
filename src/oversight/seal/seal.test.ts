import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeSlowHash } from '../slow-hash.ts';
import {
  type Bound,
  fileKey,
  fromText,
  isLongEnough,
  type KeyPair,
  newCaseKeys,
  newCode,
  newKeyPair,
  newSeed,
  openCaseKeys,
  openEscrow,
  openPart,
  openSealed,
  openWrap,
  pad,
  RECOVERY,
  SealError,
  sealCaseKeys,
  sealPart,
  sealTo,
  staffKey,
  toText,
  unpad,
  utf8,
  wrapByEscrow,
  wrapByPasskey,
  wrapByPassphrase,
  wrapByWords,
} from './index.ts';

const bound: Bound = { agency: 'a', case: 'c', purpose: 'dialogue', from: 'reporter', to: 'dialogue' };
let pair: KeyPair;
beforeAll(async () => {
  pair = await newKeyPair();
});

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'opened';
  } catch (error) {
    return error instanceof SealError ? error.code : String(error);
  }
};

describe('padding', () => {
  it('gives back every text, in one of five sizes', () => {
    const sizes = [4, 16, 64, 256, 1024].map((kb) => kb * 1024);
    fc.assert(
      fc.property(fc.nat({ max: 1024 * 1024 - 4 }), fc.nat({ max: 255 }), (length, byte) => {
        const text = new Uint8Array(length).fill(byte);
        const padded = pad(text);
        expect(sizes).toContain(padded.length);
        expect(Buffer.from(unpad(padded)).equals(text)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(() => pad(new Uint8Array(1024 * 1024 - 3))).toThrow('too-long');
  });

  it('refuses another size, a length past the end, and anything behind the text', () => {
    const padded = pad(utf8('teks'));
    expect(() => unpad(padded.slice(1))).toThrow('bad-padding');
    expect(() => unpad(padded.with(4095, 1))).toThrow('bad-padding');
    expect(() => unpad(padded.with(1, 1))).toThrow('bad-padding');
  });

  it('reads base64url back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromText(toText(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('a sealed box', () => {
  it('opens for its key and its place alone', async () => {
    const sealed = await sealTo(pair.publicKey, utf8('isi'), bound);
    expect(await openSealed(pair.privateKey, sealed, bound)).toEqual(utf8('isi'));
    const other = await newKeyPair();
    expect(await codeOf(openSealed(other.privateKey, sealed, bound))).toBe('not-for-us');
    const moved: Partial<Bound>[] = [
      { agency: 'b' },
      { case: 'd' },
      { purpose: 'team' },
      { from: 'account:x' },
      { to: 'team' },
      { agency: 'ac', case: '' },
    ];
    for (const change of moved)
      expect(await codeOf(openSealed(pair.privateKey, sealed, { ...bound, ...change }))).toBe('not-for-us');
  });

  it('does not open with any byte changed, cut short or made longer', async () => {
    const sealed = await sealTo(pair.publicKey, utf8('isi'), bound);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          // the highest bit of an X25519 key is no part of it (RFC 7748 section 5), but of what is hashed here
          const changed = sealed.with(at, (sealed[at] as number) ^ flip);
          expect(await codeOf(openSealed(pair.privateKey, changed, bound))).toMatch(
            /^(not-for-us|bad-version)$/,
          );
        },
      ),
      { numRuns: 60 },
    );
    for (const cut of [sealed.slice(0, -1), sealed.slice(0, 33), sealed.slice(0, 5), new Uint8Array(0)])
      expect(await codeOf(openSealed(pair.privateKey, cut, bound))).toMatch(/^(not-for-us|bad-version)$/);
  });

  it('tells nothing of its text by its length', async () => {
    const lengths = await Promise.all(
      ['', 'ya', 'x'.repeat(4000)].map(
        async (text) => (await sealTo(pair.publicKey, utf8(text), bound)).length,
      ),
    );
    expect(new Set(lengths).size).toBe(1);
  });
});

describe('the keys of a case', () => {
  it('open for the key they were given to, from whom it was said, for that case', async () => {
    const keys = await newCaseKeys();
    const place = { agency: 'a', case: 'c', from: 'reporter' };
    const sealed = await sealCaseKeys(keys, { keyId: 'k', publicKey: pair.publicKey }, place);
    const own = { keyId: 'k', privateKey: pair.privateKey };
    expect(await openCaseKeys(sealed, own, place)).toEqual(keys);
    for (const other of [{ case: 'd' }, { agency: 'b' }, { from: 'key:x' }])
      expect(await codeOf(openCaseKeys(sealed, own, { ...place, ...other }))).toBe('not-for-us');
    expect(await codeOf(openCaseKeys(sealed, { ...own, keyId: 'l' }, place))).toBe('not-for-us');
  });
});

describe('parts of a file', () => {
  it('open in their place of their file alone', () => {
    const [one, two] = [fileKey('f', 600_000), { ...fileKey('g', 600_000) }];
    const plain = new Uint8Array(600_000).map((_, i) => i);
    const parts = [0, 1].map((n) => sealPart(one, n, plain.slice(n * 524_288, (n + 1) * 524_288)));
    const [first, second] = parts as [Uint8Array, Uint8Array];
    expect(first.length).toBe(second.length);
    expect(openPart(one, 1, second)).toEqual(plain.slice(524_288));
    expect(() => openPart(one, 0, second)).toThrow('not-for-us');
    expect(() => openPart({ ...one, id: 'h' }, 0, first)).toThrow('not-for-us');
    expect(() => openPart({ ...one, parts: 1 }, 0, first)).toThrow('not-for-us');
    expect(() => openPart({ ...two, id: 'f' }, 0, first)).toThrow('not-for-us');
    expect(() => openPart(one, 0, first.with(7, (first[7] as number) ^ 1))).toThrow('not-for-us');
  });
});

describe('wraps of a staff key', () => {
  const owner = { agency: 'a', keyId: 'k' };
  const seed = newSeed();

  it('open by their own secret, on any keyboard, for their owner', async () => {
    const wrap = await wrapByPassphrase(seed, owner, 'café di ujung jalan', nodeSlowHash);
    const by = (passphrase: string, of = owner) => openWrap(wrap, of, { passphrase }, nodeSlowHash);
    expect(await by(' cafe\u0301  di ujung jalan ')).toEqual(seed);
    expect(await codeOf(by('cafe di ujung jalan'))).toBe('not-for-us');
    expect(await codeOf(by('café di ujung jalan', { ...owner, keyId: 'l' }))).toBe('not-for-us');
    expect(
      await codeOf(
        openWrap({ ...wrap, way: 'recovery' }, owner, { passphrase: 'café di ujung jalan' }, nodeSlowHash),
      ),
    ).toBe('not-for-us');
    const dear = { ...wrap, params: { ...wrap.params, memory: 2 ** 30 } } as typeof wrap;
    expect(await codeOf(openWrap(dear, owner, { passphrase: 'x' }, nodeSlowHash))).toBe('bad-version');
  });

  it('open by recovery words, a passkey, and from keeping', async () => {
    const words = newCode(RECOVERY);
    const paper = await wrapByWords(seed, owner, words, nodeSlowHash);
    expect(await openWrap(paper, owner, { words: words.toUpperCase() }, nodeSlowHash)).toEqual(seed);
    expect(await codeOf(openWrap(paper, owner, { words: newCode(RECOVERY) }, nodeSlowHash))).toBe(
      'not-for-us',
    );
    expect(await codeOf(openWrap(paper, owner, { words: 'bukan kata' }, nodeSlowHash))).toBe('bad-code');
    const prf = newSeed();
    const device = wrapByPasskey(seed, owner, { credential: 'c', salt: newSeed(), prf });
    expect(await openWrap(device, owner, { prf }, nodeSlowHash)).toEqual(seed);
    expect(await codeOf(openWrap(device, owner, { prf: newSeed() }, nodeSlowHash))).toBe('not-for-us');
    const kept = await wrapByEscrow(seed, owner, { keyId: 'h', publicKey: pair.publicKey });
    const holder = { keyId: 'h', privateKey: pair.privateKey };
    expect(await openEscrow(kept, owner, holder)).toEqual(seed);
    expect(await codeOf(openEscrow(kept, { ...owner, keyId: 'l' }, holder))).toBe('not-for-us');
  });

  it('ask for a passphrase worth its slow hash', () => {
    const long = ['sendok merah di lemari', 'Xk9#mQ2!pL7$', 'pertanggungjawaban'];
    expect(long.filter((text) => !isLongEnough(text))).toEqual([]);
    const short = ['', 'kata sandi', 'rahasiasekali', 'aaaaaaaaaaaaaaaaaaaa', 'ab ab ab ab ab'];
    expect(short.filter(isLongEnough)).toEqual([]);
  });

  it('come from one seed, always the same', async () => {
    expect(await staffKey(seed)).toEqual(await staffKey(seed));
    expect((await staffKey(newSeed())).sign.publicKey).not.toEqual((await staffKey(seed)).sign.publicKey);
  });
});
