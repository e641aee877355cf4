import { sha256 } from '@noble/hashes/sha2.js';
import { Bytes } from '../../offline/standin/bytes.ts';

/** The part of `node:crypto` that the kit uses, for islands which make a PDF (scripts/build.mjs). */
export function createHash(name: string) {
  if (name !== 'sha256') throw new Error(`hash ${name}`);
  return running(sha256.create());
}

function running(hash: ReturnType<typeof sha256.create>) {
  return {
    update(data: Uint8Array) {
      hash.update(data);
      return this;
    },
    copy: () => running(hash.clone()),
    digest(encoding?: 'hex'): Bytes | string {
      const bytes = Bytes.from(hash.digest());
      return encoding ? bytes.toString(encoding) : bytes;
    },
  };
}
