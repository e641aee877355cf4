import { createHash, randomBytes, verify } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSoftToken, noSoftToken } from '../fixtures/soft-token.ts';
import { devicePublicKey } from './public-key.ts';
import { deviceSigner } from './signer.ts';

const batchOf = (count: number) =>
  Array.from({ length: count }, () => {
    const message = randomBytes(50);
    return { message, digest: createHash('sha256').update(message).digest() };
  });

if (noSoftToken) console.warn(`keys in devices are not tried: ${noSoftToken}`);

describe.skipIf(noSoftToken)('a key in a PKCS#11 device', () => {
  const token = noSoftToken ? undefined! : makeSoftToken();
  afterAll(() => token?.drop());

  it.each([
    ['p256', 'ecdsa-p256-sha256'],
    ['rsa', 'rsa-pkcs1-sha256'],
  ] as const)('%s signs a batch in its order', async (label, algorithm) => {
    const where = token.where(label);
    const key = await devicePublicKey(where);
    const sign = deviceSigner(where, algorithm);
    const [one, two] = [batchOf(40), batchOf(3)];
    for (const [asked, signed] of [
      [one, sign(one)],
      [two, sign(two)],
    ] as const)
      for (const [i, signature] of (await signed).entries())
        expect(verify('sha256', asked[i]!.message, key, signature)).toBe(true);
  });

  it('leaves the event loop free while it signs', async () => {
    const sign = deviceSigner(token.where('rsa'), 'rsa-pkcs1-sha256');
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await sign(batchOf(60));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('keeps its module when memory is swept', async () => {
    setFlagsFromString('--expose-gc');
    const sweep = runInNewContext('gc') as () => void;
    const sign = deviceSigner(token.where('p256'), 'ecdsa-p256-sha256');
    for (let round = 0; round < 5; round += 1) {
      const signed = sign(batchOf(20));
      sweep();
      expect(await signed).toHaveLength(20);
      sweep();
      await new Promise(setImmediate);
    }
  });

  it('says what is wrong with the key, token, module or PIN file', async () => {
    const where = token.where('p256');
    const says = (change: Partial<typeof where>) =>
      deviceSigner(
        { ...where, ...change },
        'ecdsa-p256-sha256',
      )(batchOf(1)).then(
        () => 'signed',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(await says({ label: 'lain' })).toBe('SealFault: the token holds no key with the label lain');
    expect(await says({ token: 'lain' })).toBe('SealFault: there is no token with the label lain');
    expect(await says({ module: '/tiada.so' })).toMatch(
      /^SealFault: cannot load the PKCS#11 module \/tiada\.so: /,
    );
    expect(await says({ pinFile: '/tiada' })).toMatch(/^SealFault: cannot read the PIN: ENOENT/);
    expect(await says({})).toBe('signed');
  });
});
