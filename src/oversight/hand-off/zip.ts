import { strToU8, zipSync } from 'fflate';
import { digestOf } from '../papers/digest.ts';
import type { HandOff } from './package.ts';
import { readablePage } from './read-page.ts';

export interface Packed {
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the whole file, in hexadecimal: what is recorded. */
  digest: string;
}

/** `paket.json`, `baca.html` and `SHA256SUMS` over both; the same package gives the same bytes. */
export function packed(handOff: HandOff): Packed {
  const files: Record<string, Uint8Array> = {
    'paket.json': strToU8(`${JSON.stringify(handOff, null, 2)}\n`),
    'baca.html': strToU8(readablePage(handOff)),
  };
  const sums = Object.entries(files).map(([name, bytes]) => `${digestOf(bytes)}  ${name}\n`);
  const bytes = zipSync(
    { ...files, SHA256SUMS: strToU8(sums.join('')) },
    { mtime: new Date(1980, 0, 2), level: 6 },
  );
  return { bytes, digest: digestOf(bytes) };
}
