import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { Slow } from './seal/index.ts';

/** Argon2id of Node, off the main thread: where a report is sealed on arrival (without script), and in tests. */
export const nodeSlowHash: Slow = async (secret, salt, { memory, passes }) =>
  new Uint8Array(
    await promisify(argon2)('argon2id', {
      ...{ message: secret, nonce: salt, parallelism: 1, tagLength: 32 },
      ...{ memory, passes },
    }),
  );
