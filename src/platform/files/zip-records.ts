/** Byte records of PKWARE APPNOTE 6.3.10: 4.3.7 local header, 4.3.12 central header, 4.3.14-16 end of directory. */
export type Written = {
  name: Buffer;
  method: 0 | 8;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
  modified: Date;
};

const UTF8_NAME = 0x0800;
const ONES_16 = 0xffff;
const ONES_32 = 0xffffffff;

export function localHeader(entry: Written): Buffer {
  const bytes = Buffer.alloc(30 + entry.name.length);
  bytes.writeUInt32LE(0x04034b50, 0);
  shared(bytes, 4, entry, 20);
  entry.name.copy(bytes, 30);
  return bytes;
}

/** The only field that can outgrow 32 bits here is the offset: an entry's bytes are held in memory when written. */
export function centralRecord(entry: Written): Buffer {
  const wide = entry.offset >= ONES_32;
  const bytes = Buffer.alloc(46 + entry.name.length + (wide ? 12 : 0));
  bytes.writeUInt32LE(0x02014b50, 0);
  bytes.writeUInt16LE(wide ? 45 : 20, 4);
  shared(bytes, 6, entry, wide ? 45 : 20);
  bytes.writeUInt16LE(wide ? 12 : 0, 30);
  bytes.writeUInt32LE(wide ? ONES_32 : entry.offset, 42);
  entry.name.copy(bytes, 46);
  if (!wide) return bytes;
  const at = 46 + entry.name.length;
  bytes.writeUInt16LE(1, at);
  bytes.writeUInt16LE(8, at + 2);
  bytes.writeBigUInt64LE(BigInt(entry.offset), at + 4);
  return bytes;
}

export function endRecords(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, ONES_16), 8);
  end.writeUInt16LE(Math.min(count, ONES_16), 10);
  end.writeUInt32LE(Math.min(size, ONES_32), 12);
  end.writeUInt32LE(Math.min(offset, ONES_32), 16);
  if (count < ONES_16 && size < ONES_32 && offset < ONES_32) return end;
  return Buffer.concat([wideEnd(count, size, offset), wideLocator(offset + size), end]);
}

function wideEnd(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(56);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  return bytes;
}

function wideLocator(at: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt32LE(0x07064b50, 0);
  bytes.writeBigUInt64LE(BigInt(at), 8);
  bytes.writeUInt32LE(1, 16);
  return bytes;
}

/** The 26 bytes that local and central headers have in common, from "version needed" on. */
function shared(bytes: Buffer, at: number, entry: Written, version: number) {
  const when = entry.modified;
  const time = (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1);
  const day =
    ((Math.min(Math.max(when.getUTCFullYear(), 1980), 2107) - 1980) << 9) |
    ((when.getUTCMonth() + 1) << 5) |
    when.getUTCDate();
  bytes.writeUInt16LE(version, at);
  bytes.writeUInt16LE(UTF8_NAME, at + 2);
  bytes.writeUInt16LE(entry.method, at + 4);
  bytes.writeUInt16LE(time, at + 6);
  bytes.writeUInt16LE(day, at + 8);
  bytes.writeUInt32LE(entry.crc, at + 10);
  bytes.writeUInt32LE(entry.packedSize, at + 14);
  bytes.writeUInt32LE(entry.size, at + 18);
  bytes.writeUInt16LE(entry.name.length, at + 22);
}
