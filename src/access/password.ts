import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../platform/refusal.ts';

const COST: ScryptOptions = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** What four threads do in a few seconds. Attacker: a flood of sign-ins, after which nobody could sign in for minutes. */
const AT_ONCE = 48;
let checking = 0;

/** `scrypt$N$r$p$salt$hash`, base64; scrypt of RFC 7914 with 32 MiB of memory. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** @throws Refusal platform.busy where too many passwords are being checked */
export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: 64 * 1024 * 1024 };
  if (checking >= AT_ONCE) throw new Refusal('platform.busy', 503);
  checking += 1;
  const found = await derive(password, Buffer.from(salt, 'base64'), cost).finally(() => {
    checking -= 1;
  });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
