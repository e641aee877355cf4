import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSoftToken, noSoftToken } from '../fixtures/soft-token.ts';
import { deviceSigner } from './signer.ts';

const message = Buffer.from('contoh');
const batch = [{ message, digest: createHash('sha256').update(message).digest() }];

/** In a file, so a process, of its own: who is logged in is not asked for the PIN again. */
describe.skipIf(noSoftToken)('a wrong PIN', () => {
  const token = noSoftToken ? undefined! : makeSoftToken();
  afterAll(() => token?.drop());

  it('is tried once and not again, so that the token does not lock itself', async () => {
    const sign = deviceSigner(token.where('p256'), 'ecdsa-p256-sha256');
    token.writePin('9999');
    await expect(sign(batch)).rejects.toThrow(/^the token refused the PIN in .*pin$/);
    await expect(sign(batch)).rejects.toThrow(/it is not tried again until the file changes$/);
    token.writePin('1234');
    expect(await sign(batch)).toHaveLength(1);
  });
});
