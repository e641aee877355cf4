import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { plainFileName } from '../../platform/files/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../platform/refusal.ts';

const HEAD_LIMIT = 16 * 1024;

/** Where the file of a load that came over the web lies until its end. */
export function uploadPath({ config }: Pick<Platform, 'config'>, loadId: string): string {
  return join(config.dataDir, 'rosters', `${loadId}.csv`);
}

/**
 * Writes the one file of a form to the disk as it comes, never all of it in memory. The form has a single field.
 * @returns the name that the browser gave it @throws Refusal agencies.stream.noFile (422)
 */
export async function keepUpload(request: Request, path: string): Promise<string> {
  const boundary = /boundary="?([^";]+)"?/.exec(request.headers.get('content-type') ?? '')?.[1];
  if (!boundary || !request.body) throw new Refusal('agencies.stream.noFile', 422);
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const part = `${path}.part`;
  try {
    let name = '';
    const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
    const bare = async function* (chunks: AsyncIterable<Uint8Array>) {
      let head: Buffer | null = Buffer.alloc(0);
      for await (const chunk of chunks) {
        if (head === null) {
          yield chunk;
          continue;
        }
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0 && head.length > HEAD_LIMIT) throw new Refusal('agencies.stream.noFile', 422);
        if (end < 0) continue;
        name = /filename="([^"]*)"/.exec(head.subarray(0, end).toString('utf8'))?.[1] ?? '';
        yield head.subarray(end + 4);
        head = null;
      }
    };
    await pipeline(body, bare, createWriteStream(part, { mode: 0o600 }));
    const size = await withoutTail(part, `\r\n--${boundary}--`);
    if (name === '' || size === 0) throw new Refusal('agencies.stream.noFile', 422);
    await rename(part, path);
    return plainFileName(name, 'roster.csv');
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Cuts the form's end off the file. */
async function withoutTail(path: string, end: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(Math.min(size, end.length + 4));
    await file.read(last, 0, last.length, size - last.length);
    const at = last.lastIndexOf(end);
    if (at < 0) throw new Refusal('agencies.stream.noFile', 422);
    const length = size - last.length + at;
    await file.truncate(length);
    await file.sync();
    return length;
  } finally {
    await file.close();
  }
}
