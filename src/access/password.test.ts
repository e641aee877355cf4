import { expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './password.ts';

it('checks only so many passwords at once, and goes on when the flood is over', async () => {
  const stored = await hashPassword('kata sandi panjang');
  const flood = await Promise.allSettled(
    Array.from({ length: 60 }, () => passwordMatches('kata sandi panjang', stored)),
  );
  const refused = flood.filter((one) => one.status === 'rejected').map((one) => one.reason);
  expect(refused).toHaveLength(12);
  expect(refused[0]).toMatchObject({ code: 'platform.busy', status: 503 });
  expect(await passwordMatches('kata sandi panjang', stored)).toBe(true);
});
