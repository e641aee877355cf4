import { createHash, randomBytes, verify } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSoftToken, noSoftToken } from '../fixtures/soft-token.ts';
import { devicePublicKey } from './public-key.ts';
import { deviceSigner } from './signer.ts';

const batchOf = (count: number) =>
  Array.from({ length: count }, () => {
    const message = randomBytes(50);
    return { message, digest: createHash('sha256').update(message).digest() };
  });

describe.skipIf(noSoftToken)('a token that goes and comes', () => {
  const token = noSoftToken ? undefined! : makeSoftToken();
  afterAll(() => token?.drop());

  it('goes on after the token was away, and says so meanwhile', async () => {
    const sign = deviceSigner(token.where('p256'), 'ecdsa-p256-sha256');
    const key = await devicePublicKey(token.where('p256'));
    expect(await sign(batchOf(2))).toHaveLength(2);
    token.away();
    await expect(sign(batchOf(2))).rejects.toMatchObject({ name: 'SealFault' });
    await expect(sign(batchOf(2))).rejects.toMatchObject({ name: 'SealFault' });
    token.back();
    const asked = batchOf(2);
    const [first] = await sign(asked);
    expect(verify('sha256', asked[0]!.message, key, first!)).toBe(true);
  });
});
