import { describe, expect, it } from 'vitest';
import { makeSealKeys } from './fixtures/seal.ts';
import { FormatError } from './format-error.ts';
import { readCertificate, readPem } from './index.ts';

const keys = makeSealKeys();

function refusal(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.code;
  }
}

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
});
