import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { REPERTOIRE } from '../../../platform/print/index.ts';
import { bold } from './bold.ts';
import { makeFont, makeProgram } from './freeze.ts';
import { regular } from './regular.ts';

describe('the frozen fonts', () => {
  it.each([
    ['regular', regular],
    ['bold', bold],
  ] as const)('%s is what the published package gives', async (source, frozen) => {
    const { program } = await makeProgram(source);
    const kept = inflateSync(Buffer.from(frozen.program, 'base64'));
    expect(kept.equals(program)).toBe(true);
    expect(frozen.length).toBe(program.length);
    const { program: _, ...metrics } = await makeFont(source);
    expect(frozen).toMatchObject(metrics);
  });

  it('have one glyph number for each character', () => {
    expect(regular.glyphs).toHaveLength([...REPERTOIRE].length);
    expect(new Set(REPERTOIRE).size).toBe([...REPERTOIRE].length);
    expect(regular.glyphs.every((glyph) => glyph > 0 && glyph < regular.widths.length)).toBe(true);
  });
});
