import { type Cost, slowHash } from '../seal/slow.ts';

/** Runs in a worker, so that the page lives on meanwhile: takes one secret, tells how far it is, gives the hash. */
interface Work {
  secret: Uint8Array;
  salt: Uint8Array;
  cost: Cost;
}

self.onmessage = async ({ data }: MessageEvent<Work>) => {
  const tell = (done: number | Uint8Array) => self.postMessage(done);
  tell(await slowHash(tell)(data.secret, data.salt, data.cost));
};
