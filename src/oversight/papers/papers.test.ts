import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findInstrument } from '../../law/index.ts';
import { unprintable } from '../../platform/print/index.ts';
import { docxOf } from './docx/docx.ts';
import { xml } from './docx/xml.ts';
import { FIELD_NAMES, FIELDS } from './fields.ts';
import { DOTS, fill, placesOf, valueFaults } from './fill.ts';
import { SAMPLE, samplePaper } from './fixtures/sample.ts';
import { KINDS, neededNow, RULES } from './kinds.ts';
import { notesFor } from './notes.ts';
import { templateFaults } from './template.ts';
import { TEXTS } from './templates/texts.ts';

const faultsOf = (text: string, needed: readonly string[] = []) =>
  templateFaults(text, FIELD_NAMES, needed, unprintable);

describe.each(KINDS)('the text of %s', (kind) => {
  it('keeps its own rules', () => {
    expect(faultsOf(TEXTS[kind], RULES[kind].needed)).toEqual([]);
    for (const { instrument } of RULES[kind].cites) expect(findInstrument(instrument)).toBeDefined();
    expect(notesFor(kind).at(-1)).toMatch(/Dasar: .*\((terlihat|disimpulkan|perlu|sumber)/);
  });

  it('is filled without a gap, or says each gap by name', () => {
    const full = fill(TEXTS[kind], SAMPLE);
    expect(full.missing).toEqual([]);
    expect(JSON.stringify(full.parts)).not.toContain('{{');
    const empty = fill(TEXTS[kind], {});
    expect([...empty.missing].sort()).toEqual([...placesOf(TEXTS[kind])].sort());
    expect(JSON.stringify(empty.parts)).toContain(DOTS);
  });

  it('becomes a package that Word reads', () => {
    const files = unzipSync(docxOf(samplePaper(kind)));
    const parts = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
    const types = parts['[Content_Types].xml'] as string;
    for (const [name, text] of Object.entries(parts)) {
      wellFormed(text);
      if (name.endsWith('.rels') || name.startsWith('[')) continue;
      expect(types, `no content type for ${name}`).toContain(`PartName="/${name}"`);
    }
    for (const [rels, folder] of [
      ['_rels/.rels', ''],
      ['word/_rels/document.xml.rels', 'word/'],
    ] as const)
      for (const [, target] of (parts[rels] as string).matchAll(/Target="([^"]+)"/g))
        expect(Object.keys(parts)).toContain(folder + target);
    const document = parts['word/document.xml'] as string;
    const styles = [...document.matchAll(/w:pStyle w:val="(\w+)"/g)].map(([, id]) => id);
    for (const id of styles) expect(parts['word/styles.xml']).toContain(`w:styleId="${id}"`);
    expect(parts['word/footer1.xml']).toContain('Draf, ganti dengan bentuk resmi instansi.');
  });
});

/** Every tag closed in its order, every mark in text escaped: what a strict reader asks of well-formed XML. */
function wellFormed(text: string): void {
  const open: string[] = [];
  const rest = text
    .replace(/<\?xml[^>]*\?>\n?/, '')
    .replace(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_, end, name, __, empty) => {
      if (end) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/);
}

describe('hostile values', () => {
  const HOSTILE = {
    ...SAMPLE,
    nama: '</w:t></w:r><w:r><w:t>Lain & "Contoh"',
    unit: '{{nip}} | : = # * < >',
    tanya_jawab: '= JUDUL PALSU\n> Tanda tangan palsu\n: NIP | 1',
  };

  it('stay text in a DOCX', () => {
    const paper = { ...samplePaper('examination'), parts: fill(TEXTS.examination, HOSTILE).parts };
    const document = strFromU8(unzipSync(docxOf(paper))['word/document.xml'] as Uint8Array);
    wellFormed(document);
    expect(document).toContain('&lt;/w:t&gt;');
  });

  it('never become a heading, a place or a signature', () => {
    const { parts } = fill(TEXTS.examination, HOSTILE);
    expect(parts.filter(({ as }) => as === 'title')).toHaveLength(1);
    expect(parts.filter(({ as }) => as === 'sign')).toHaveLength(1);
    expect(parts).toContainEqual({ as: 'item', number: 1, text: '= JUDUL PALSU' });
    expect(parts).toContainEqual({ as: 'field', label: 'Unit kerja', text: '{{nip}} | : = # * < >' });
  });

  it('are told by name where no font prints them, and a DOCX takes them', () => {
    const values = { ...SAMPLE, nama: 'Budi 😀 \u202eohtnoC', catatan: 'ok' };
    expect(valueFaults(values)).toEqual([]);
    expect(valueFaults(values, unprintable)).toEqual([{ field: 'nama', code: 'letter', word: '😀 \u202e' }]);
    expect(xml('Budi 😀 \u202eohtnoC\u0000\ud800\ufffe')).toBe('Budi 😀 ohtnoC');
    expect(valueFaults({ nama: 'x'.repeat(301) })).toEqual([{ field: 'nama', code: 'tooLong', word: '300' }]);
    expect(valueFaults({ catatan: 'a\u0007b' })).toEqual([{ field: 'catatan', code: 'control', word: '' }]);
  });
});

describe('a text that an institution writes', () => {
  it.each([
    ['', 'empty', 0, ''],
    ['= J\n{{salah}}', 'unknown', 2, 'salah'],
    ['= J\n{{nama', 'braces', 2, '{{nama'],
    ['{{nama}}', 'noTitle', 0, ''],
    ['= J\n😀', 'letter', 2, '😀'],
    [`= J\n${'x'.repeat(2001)}`, 'tooLong', 2, ''],
    ['= J\n'.repeat(201), 'tooLong', 0, ''],
  ])('is refused with what is wrong: %#', (text, code, line, word) => {
    expect(faultsOf(text)).toContainEqual({ code, line, word });
  });

  it('must hold what the document is for', () => {
    expect(faultsOf('= J\n{{nama}}', ['nama', 'nomor'])).toEqual([
      { code: 'needed', line: 0, word: 'nomor' },
    ]);
  });
});

it('knows which documents a stage needs', () => {
  expect(neededNow('triage', ['received'], null)).toEqual(['reporter-receipt']);
  expect(neededNow('study', ['received', 'verified'], null)).toEqual(['summons-1', 'team', 'report']);
  expect(neededNow('study', ['received', 'summoned-1', 'absent'], null)).toContain('summons-2');
  expect(neededNow('decision', ['recommended'], 'ethics')).toEqual(['moral']);
  expect(neededNow('decision', ['recommended'], 'discipline')).toEqual(['decision']);
  for (const kind of KINDS) for (const name of RULES[kind].needed) expect(FIELDS[name], name).toBeDefined();
});
