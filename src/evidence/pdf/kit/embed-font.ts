import { REPERTOIRE } from '../../../platform/print/index.ts';
import type { FrozenFont } from '../fonts/frozen-font.ts';
import { addObject, addStream, type Objects } from './objects.ts';
import { reference } from './syntax.ts';

/** How many objects one face takes; the first of them is the font itself. */
export const OBJECTS_PER_FONT = 5;

/** Type 0 over CIDFontType2 with Identity-H and a ToUnicode map (ISO 32000-1, 9.7.4 and 9.10.3). */
export function embedFont(to: Objects, first: number, font: FrozenFont, tag: string): void {
  const base = `/BaseFont /${tag}+${font.name}`;
  const [cid, descriptor, program, unicode] = [first + 1, first + 2, first + 3, first + 4];
  const descendants = `/DescendantFonts [${reference(cid!)}] /ToUnicode ${reference(unicode!)}`;
  addObject(to, first, `<< /Type /Font /Subtype /Type0 ${base} /Encoding /Identity-H ${descendants} >>`);
  const system =
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity';
  const widths = `/DW ${font.widths[0]} /W [0 [${font.widths.join(' ')}]]`;
  const descends = `/FontDescriptor ${reference(descriptor!)}`;
  addObject(to, cid!, `<< /Type /Font /Subtype /CIDFontType2 ${base} ${system} ${descends} ${widths} >>`);
  addObject(to, descriptor!, describe(font, tag, reference(program!)));
  const entries = `/Filter /FlateDecode /Length1 ${font.length}`;
  addStream(to, program!, entries, Buffer.from(font.program, 'base64'));
  addStream(to, unicode!, '', toUnicode(font));
}

/** Flags 34: serif, non-symbolic. */
function describe(font: FrozenFont, tag: string, program: string): string {
  const metrics = `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight ${font.capHeight} /StemV ${font.stemV}`;
  const shape = `/Flags 34 /ItalicAngle 0 /FontBBox [${font.box.join(' ')}]`;
  return `<< /Type /FontDescriptor /FontName /${tag}+${font.name} ${shape} ${metrics} /FontFile2 ${program} >>`;
}

function toUnicode(font: FrozenFont): string {
  const pairs = [...REPERTOIRE].map((character, at) => ({
    glyph: font.glyphs[at]!,
    code: character.codePointAt(0)!,
  }));
  const lines = runsOf(uniqueByGlyph(pairs)).map(([first, last]) => {
    return `<${hex(first.glyph)}> <${hex(last.glyph)}> <${hex(first.code)}>`;
  });
  const sections: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100);
    sections.push(`${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

interface Pair {
  readonly glyph: number;
  readonly code: number;
}

/** First and last of each run that ascends by one in both and keeps its high byte (ISO 32000-1, 9.10.3). */
function runsOf(pairs: readonly Pair[]): [Pair, Pair][] {
  const runs: [Pair, Pair][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    const follows = run && pair.glyph === run[1].glyph + 1 && pair.code === run[1].code + 1;
    if (follows && pair.glyph % 256 !== 0 && pair.code % 256 !== 0) run[1] = pair;
    else runs.push([pair, pair]);
  }
  return runs;
}

/** A glyph that serves two characters is copied out as the first of them. */
function uniqueByGlyph(pairs: readonly Pair[]): Pair[] {
  const seen = new Map<number, Pair>();
  for (const pair of pairs) if (!seen.has(pair.glyph)) seen.set(pair.glyph, pair);
  return [...seen.values()].sort((a, b) => a.glyph - b.glyph);
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
