import { type Slow, slowHash } from '../../seal/index.ts';

/** The slow hash beside the page, in a worker; in the page itself where no worker starts. */
export function slowBeside(told: (done: number) => void): Slow {
  return (secret, salt, cost) =>
    new Promise((resolve, reject) => {
      const worker = new Worker('/aset/slow-hash.js');
      worker.onmessage = ({ data }: MessageEvent<number | Uint8Array>) => {
        if (typeof data === 'number') return told(data);
        worker.terminate();
        resolve(data);
      };
      worker.onerror = () => {
        worker.terminate();
        slowHash(told)(secret, salt, cost).then(resolve, reject);
      };
      worker.postMessage({ secret, salt, cost });
    });
}
