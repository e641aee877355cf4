/** Tiles and bundles that a tree head covers never change, so one read is enough for everybody who asks. */
export class TileCache {
  readonly #kept = new Map<string, Uint8Array>();
  readonly #most: number;
  #bytes = 0;

  /** @param most bytes to keep; what was asked for longest ago goes first */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Uint8Array | undefined {
    const found = this.#kept.get(key);
    if (found !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found;
  }

  put(key: string, bytes: Uint8Array): void {
    if (this.#kept.has(key) || bytes.length > this.#most) return;
    this.#kept.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }
}

const MOST = 32 * 2 ** 20;
const caches = new WeakMap<object, TileCache>();

/** The cache of this process for one database, named by its pool. */
export function tileCacheOf(pool: object): TileCache {
  const cache = caches.get(pool) ?? new TileCache(MOST);
  caches.set(pool, cache);
  return cache;
}
