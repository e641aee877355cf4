import { describe, expect, it } from 'vitest';
import { childrenOf, readDer, tags } from './der.ts';
import { refusal } from './fixtures/refusal.ts';
import { der, makeSealKeys } from './fixtures/seal.ts';
import { readCertificate, readPem } from './index.ts';

const keys = makeSealKeys();

describe('a certificate in PEM', () => {
  const lines = keys.rootPem.replace(/(.{64})(?=[A-Za-z0-9+/=])/g, '$1\r\n');

  it('is read from lines of any length, several in one file', () => {
    for (const pem of [keys.rootPem, lines, `Akar:\n${lines}`]) expect(readPem(pem)).toHaveLength(1);
    expect(readPem(keys.rootPem + lines)).toHaveLength(2);
  });

  it('has no other spelling that one reader takes and another does not', () => {
    const inside = keys.rootPem.indexOf('\n') + 20;
    for (const strange of ['é', '\u{2abab}', '*', '_', '=', '==', 'AA']) {
      const pem = `${keys.rootPem.slice(0, inside)}${strange}${keys.rootPem.slice(inside)}`;
      expect(
        refusal(() => readPem(pem)),
        strange,
      ).toBe('bad-certificate');
    }
    expect(refusal(() => readPem(keys.rootPem.replace(/=*\n-----END/, 'A\n-----END')))).toBe(
      'bad-certificate',
    );
  });
});

describe('a certificate', () => {
  it('says its subject for people', () => {
    const [root] = readPem(keys.rootPem);
    expect(root?.name).toBe('CN=Akar Contoh');
  });

  it('has a key of a kind that is permitted, or none that counts', () => {
    const [leaf] = keys.chain as [Uint8Array];
    expect(readCertificate(leaf).publicKey?.asymmetricKeyType).toBe('ec');
    const curve = Buffer.from('2a8648ce3d030107', 'hex');
    const other = Buffer.from(leaf);
    other.set(Buffer.from('2a8648ce3d030101', 'hex'), other.indexOf(curve));
    expect(readCertificate(new Uint8Array(other)).publicKey).toBeNull();
    const compressed = Buffer.from(leaf);
    compressed[compressed.indexOf(curve) + curve.length + 3] = 0x02;
    expect(refusal(() => readCertificate(new Uint8Array(compressed)))).toBe('bad-certificate');
  });

  it('has no RSA key that signs for everybody, that libraries read differently, or that takes long', () => {
    const modulus = [0, 0x80, ...Array(254).fill(0x55), 0x55];
    const even = [...modulus.slice(0, -1), 0x54];
    const long = (bytes: number) => [0x55, ...Array(bytes - 1).fill(0x55)];
    const takes = (exponent: number[], n = modulus) =>
      refusal(() => readCertificate(withRsaKey(new Uint8Array(n), new Uint8Array(exponent))));
    for (const good of [[3], [1, 0, 1], long(32)]) expect(takes(good)).toBe('accepted');
    for (const bad of [[1], [0], [2], [1, 0, 0], long(33)]) expect(takes(bad)).toBe('bad-certificate');
    expect(takes([1, 0, 1], even)).toBe('bad-certificate');
  });
});

/** The leaf with another public key. */
function withRsaKey(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  const [body, ...rest] = childrenOf(readDer(keys.chain[0] as Uint8Array), tags.sequence);
  const parts = childrenOf(body, tags.sequence).map(({ raw }) => raw);
  const numbers = der(tags.sequence, der(tags.integer, modulus), der(tags.integer, exponent));
  const algorithm = Buffer.from('300d06092a864886f70d0101010500', 'hex');
  parts[6] = der(tags.sequence, algorithm, der(tags.bitString, new Uint8Array(1), numbers));
  return der(tags.sequence, der(tags.sequence, ...parts), ...rest.map(({ raw }) => raw));
}
