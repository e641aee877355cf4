import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { centralRecord, endRecords, localHeader, type Written } from './zip-records.ts';

/** `compress` is worth it for text and XML; a signed PDF is compressed inside already. */
export type ZipInput = { name: string; bytes: Uint8Array; compress?: boolean };

/** `modified` is written as given, in its UTC fields; without it the ZIP epoch, so equal input gives equal bytes. */
export type ZipOptions = { modified?: Date };

const deflate = promisify(deflateRaw);

/**
 * A ZIP as a web stream: one entry in memory at a time, plus about 60 bytes and the name of each entry written.
 * Sizes and checksums stand in the local headers (no data descriptors), so that every reader can stream it;
 * past 65,535 entries or 4 GiB it becomes Zip64. Names are made safe to unpack and unique.
 * An error of `entries` errors the stream, so a truncated archive is never taken for a whole one.
 */
export function zipStream(
  entries: AsyncIterable<ZipInput> | Iterable<ZipInput>,
  options: ZipOptions = {},
): ReadableStream<Uint8Array> {
  const parts = zipParts(entries, options);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

/** The whole archive in one array; for the small ones. */
export async function zipBytes(entries: Iterable<ZipInput>, options: ZipOptions = {}): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of zipParts(entries, options)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function* zipParts(
  entries: AsyncIterable<ZipInput> | Iterable<ZipInput>,
  options: ZipOptions,
): AsyncGenerator<Uint8Array, void> {
  const modified = options.modified ?? new Date(Date.UTC(1980, 0, 1));
  const taken = new Set<string>();
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const body = entry.compress ? await deflate(entry.bytes) : entry.bytes;
    const record: Written = {
      name: Buffer.from(uniqueName(safeName(entry.name), taken)),
      method: entry.compress ? 8 : 0,
      crc: crc32(entry.bytes),
      packedSize: body.length,
      size: entry.bytes.length,
      offset,
      modified,
    };
    const header = localHeader(record);
    written.push(record);
    offset += header.length + body.length;
    yield header;
    if (body.length > 0) yield body;
  }
  let size = 0;
  for (const record of written) {
    const bytes = centralRecord(record);
    size += bytes.length;
    yield bytes;
  }
  yield endRecords(written.length, size, offset);
}

/** Attacker: a person's name that climbs out of the folder when unpacked, or that Windows cannot store. */
function safeName(name: string): string {
  const parts = name.normalize('NFC').split('/');
  const clean = parts.map((part) =>
    part
      .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"\\|?*]/g, '_')
      .replace(/^[. ]+|[. ]+$/g, '')
      .slice(0, 120),
  );
  return clean.filter((part) => part !== '').join('/') || 'tanpa-nama';
}

function uniqueName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const cut = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
  let tried = name;
  for (let copy = 2; taken.has(tried.toLowerCase()); copy++) {
    tried = `${name.slice(0, cut)} (${copy})${name.slice(cut)}`;
  }
  taken.add(tried.toLowerCase());
  return tried;
}
