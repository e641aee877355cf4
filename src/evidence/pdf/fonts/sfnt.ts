/**
 * The little of TrueType that embedding needs: read the table directory, the character map and the metrics,
 * and write a font file again with only the tables a CIDFontType2 uses (ISO 32000-1, 9.9.1).
 * Used when the frozen fonts are made and when a test makes them again, never while a document is written.
 */
export type Tables = ReadonlyMap<string, Buffer>;

export function readTables(font: Buffer): Tables {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  return tables;
}

/** A font file of `names`, each table padded to four bytes, with fresh checksums. */
export function writeTables(tables: Tables, names: readonly string[]): Buffer {
  const kept = names.filter((name) => tables.has(name)).sort();
  const power = 2 ** Math.floor(Math.log2(kept.length));
  const header = Buffer.alloc(12 + 16 * kept.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(kept.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((kept.length - power) * 16, 10);
  const bodies: Buffer[] = [];
  let offset = header.length;
  kept.forEach((name, index) => {
    const table = tables.get(name)!;
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    header.write(name, 12 + 16 * index, 'latin1');
    header.writeUInt32BE(checksum(padded), 16 + 16 * index);
    header.writeUInt32BE(offset, 20 + 16 * index);
    header.writeUInt32BE(table.length, 24 + 16 * index);
    bodies.push(padded);
    offset += padded.length;
  });
  return Buffer.concat([header, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Code point to glyph, from the format 4 subtable for Windows Unicode (platform 3, encoding 1). */
export function readCharacterMap(tables: Tables): Map<number, number> {
  const cmap = tables.get('cmap')!;
  const map = new Map<number, number>();
  const table = cmap.subarray(findSubtable(cmap));
  if (table.readUInt16BE(0) !== 4) throw new Error('character map is not in format 4');
  const doubled = table.readUInt16BE(6);
  for (let at = 14; at < 14 + doubled; at += 2) {
    const end = table.readUInt16BE(at);
    const start = table.readUInt16BE(at + doubled + 2);
    const delta = table.readUInt16BE(at + 2 * doubled + 2);
    const where = at + 3 * doubled + 2;
    const indirect = table.readUInt16BE(where);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = indirect === 0 ? code : table.readUInt16BE(where + indirect + 2 * (code - start));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
  return map;
}

function findSubtable(cmap: Buffer): number {
  for (let at = 4; at < 4 + 8 * cmap.readUInt16BE(2); at += 8) {
    if (cmap.readUInt16BE(at) === 3 && cmap.readUInt16BE(at + 2) === 1) return cmap.readUInt32BE(at + 4);
  }
  throw new Error('font has no Windows Unicode character map');
}

/** Advance width of every glyph in font units. */
export function readAdvances(tables: Tables): number[] {
  const long = tables.get('hhea')!.readUInt16BE(34);
  const metrics = tables.get('hmtx')!;
  const glyphs = tables.get('maxp')!.readUInt16BE(4);
  return Array.from({ length: glyphs }, (_, glyph) => metrics.readUInt16BE(4 * Math.min(glyph, long - 1)));
}
