import { MemoryTiles, makeLogKey } from '../verify/fixtures/log.ts';
import {
  type Checkpoint,
  consistencyProof,
  formatCheckpoint,
  leafHash,
  rootFromTiles,
  signNote,
} from '../verify/index.ts';
import { formatAddCheckpoint } from './request.ts';

/** A log that can be asked for any head it ever had, and that can branch off. */
export class TestLog {
  readonly origin: string;
  readonly signer: ReturnType<typeof makeLogKey>;
  readonly tiles: MemoryTiles;

  private constructor(origin: string, signer: ReturnType<typeof makeLogKey>) {
    this.origin = origin;
    this.signer = signer;
    this.tiles = new MemoryTiles();
  }

  static async of(size: number, origin = 'catatan.example/log/a', signer = makeLogKey(origin)) {
    const log = new TestLog(origin, signer);
    await log.grow(size);
    return log;
  }

  /** Entry by entry, so that every size leaves its tiles. */
  async grow(to: number, branch = 'a'): Promise<void> {
    for (let i = this.tiles.size; i < to; i += 1)
      await this.tiles.grow([leafHash(Buffer.from(`${branch} ${i}`))]);
  }

  /** Another history with the same key: equal up to `at`, then different, of `size` entries. */
  async fork(at: number, size: number): Promise<TestLog> {
    const other = await TestLog.of(at, this.origin, this.signer);
    await other.grow(size, 'b');
    return other;
  }

  async head(size: number): Promise<Checkpoint> {
    return { origin: this.origin, size, root: await rootFromTiles(size, this.read) };
  }

  async checkpoint(size: number): Promise<string> {
    return signNote(formatCheckpoint(await this.head(size)), this.signer.key, this.signer.sign);
  }

  /** What a client sends: the head of `size`, with the true proof from `old`. */
  async request(old: number, size: number): Promise<string> {
    const proof = old <= size ? await consistencyProof(old, size, this.read) : [];
    return formatAddCheckpoint({ old, proof, checkpoint: await this.checkpoint(size) });
  }

  /** Tiles are kept at every width they had. */
  readonly read = (level: number, n: number, width: number): Uint8Array =>
    this.tiles.read(level, n, width) as Uint8Array;
}
