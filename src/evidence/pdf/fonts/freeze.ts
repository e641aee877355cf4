/**
 * Makes the frozen fonts from the published package. Run once per writer version:
 * `node src/evidence/pdf/fonts/freeze.ts`, which writes `regular.ts` and `bold.ts` beside this file.
 * A test makes the same tables again and compares, so that the frozen bytes stay explainable.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { zlibSync } from 'fflate';
import subsetFont from 'subset-font';
import { REPERTOIRE } from '../../../platform/print/index.ts';
import type { FrozenFont } from './frozen-font.ts';
import { readAdvances, readCharacterMap, readTables, writeTables } from './sfnt.ts';

const KEPT = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'];

export const SOURCES = {
  regular: {
    name: 'Tinos-Regular',
    file: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
    stemV: 80,
  },
  bold: { name: 'Tinos-Bold', file: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf', stemV: 140 },
} as const;

/** The subset's font program before compression. */
export async function makeProgram(
  source: keyof typeof SOURCES,
): Promise<{ program: Buffer; subset: Buffer }> {
  const original = readFileSync(createRequire(import.meta.url).resolve(SOURCES[source].file));
  const subset = await subsetFont(original, REPERTOIRE, {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'DSIG', 'gasp'],
  });
  return { program: writeTables(readTables(subset), KEPT), subset };
}

export async function makeFont(source: keyof typeof SOURCES): Promise<FrozenFont> {
  const { program, subset } = await makeProgram(source);
  const tables = readTables(subset);
  const head = tables.get('head')!;
  const scale = 1000 / head.readUInt16BE(18);
  const map = readCharacterMap(tables);
  const missing = [...REPERTOIRE].filter((character) => !map.has(character.codePointAt(0)!));
  if (missing.length > 0) throw new Error(`${source} has no glyph for ${missing.join(' ')}`);
  const advances = readAdvances(tables);
  return {
    name: SOURCES[source].name,
    stemV: SOURCES[source].stemV,
    ascent: Math.round(tables.get('hhea')!.readInt16BE(4) * scale),
    descent: Math.round(tables.get('hhea')!.readInt16BE(6) * scale),
    capHeight: Math.round(tables.get('OS/2')!.readInt16BE(88) * scale),
    box: [36, 38, 40, 42].map((at) => Math.round(head.readInt16BE(at) * scale)),
    widths: advances.map((advance) => Math.round(advance * scale)),
    glyphs: [...REPERTOIRE].map((character) => map.get(character.codePointAt(0)!)!),
    length: program.length,
    program: Buffer.from(zlibSync(program, { level: 9 })).toString('base64'),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const source of ['regular', 'bold'] as const) {
    const text = [
      "import type { FrozenFont } from './frozen-font.ts';",
      '',
      '/** Made by `freeze.ts` from Tinos (SIL Open Font Licence 1.1, `OFL.txt`). Frozen: writer version 1. */',
      '// biome-ignore format: generated data',
      `export const ${source}: FrozenFont = ${JSON.stringify(await makeFont(source))};`,
      '',
    ];
    writeFileSync(new URL(`./${source}.ts`, import.meta.url), text.join('\n'));
  }
}
