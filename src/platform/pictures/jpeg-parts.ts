import { Refusal } from '../refusal.ts';

const CODES_PER_TABLE = 256;

/**
 * That a part which is kept is of exactly the length that its own fields give it (ITU-T T.81, B.2.2 to B.2.4).
 * Attacker: who hides words behind a table, where no decoder looks.
 * @throws Refusal pictures.damaged
 */
export function checkParts(marker: number, content: Buffer): void {
  if (!isExact(marker, content)) throw new Refusal('pictures.damaged');
}

function isExact(marker: number, content: Buffer): boolean {
  if (marker >= 0xc0 && marker <= 0xc2)
    return content.length >= 6 && content.length === 6 + 3 * (content[5] ?? 0);
  if (marker === 0xda) return content.length >= 1 && content.length === 4 + 2 * (content[0] ?? 0);
  if (marker === 0xdd) return content.length === 2;
  if (marker === 0xdb) return endsWith(content, (at) => 1 + ((content[at] ?? 0) >> 4 === 0 ? 64 : 128));
  if (marker === 0xc4) return endsWith(content, (at) => huffmanLength(content, at));
  return true;
}

/** Tables one behind the other, the last one ending where the segment ends. */
function endsWith(content: Buffer, lengthAt: (at: number) => number): boolean {
  let at = 0;
  while (at < content.length) at += lengthAt(at);
  return at === content.length && at > 0;
}

/** Class and number, sixteen counts, the codes' values. */
function huffmanLength(content: Buffer, at: number): number {
  const codes = content.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
  return codes > CODES_PER_TABLE ? Number.POSITIVE_INFINITY : 17 + codes;
}
