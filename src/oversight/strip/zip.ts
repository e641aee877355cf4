import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import { damaged, StripError } from './stripped.ts';

const MOST_PARTS = 5000;
/** What a browser holds. */
export const MOST_UNPACKED = 150_000_000;

/**
 * Attacker: a bomb. Each part gets no more room than its directory says, and all together no more than `most`.
 * @throws StripError damaged, too-large
 */
export function unpacked(file: Uint8Array, most: number): Map<string, Uint8Array> {
  let [parts, total] = [0, 0];
  const within = ({ originalSize }: { originalSize: number }) => {
    parts += 1;
    total += originalSize;
    if (parts > MOST_PARTS || total > most) throw new StripError('too-large');
    return true;
  };
  return new Map(Object.entries(read(file, within)).filter(([name]) => !name.endsWith('/')));
}

function read(file: Uint8Array, filter: (info: { originalSize: number }) => boolean): Unzipped {
  try {
    return unzipSync(file, { filter });
  } catch (error) {
    if (error instanceof StripError) throw error;
    throw damaged();
  }
}

/** One moment for all parts: 1980, the first that the format knows. */
export function packed(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of parts)
    files[name] = [bytes, { level: name === 'mimetype' ? 0 : 9, mtime: new Date(1980, 0, 1) }];
  try {
    return zipSync(files);
  } catch {
    throw damaged();
  }
}
