import fc from 'fast-check';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordBytes, type SealedRecord, sealBytes } from '../../../verify/index.ts';
import { sampleKeys } from '../fixtures/keys.ts';
import { sampleRecord, sampleSeal } from '../fixtures/sample-record.ts';
import { rebuildPdf, sealDocument, sealDocuments } from '../seal-document.ts';
import { openInFrame } from './open-record.ts';
import { preparePact } from './pact.ts';
import { compilePact } from './template.ts';
import { unprintableIn } from './unprintable-record.ts';

let keys: Awaited<ReturnType<typeof sampleKeys>>;
beforeAll(async () => {
  keys = await sampleKeys('p256');
});
const pageCount = (bytes: Uint8Array) =>
  Number(/\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))![1]);

describe('the pact', () => {
  it('is the same bytes for the same record, seal and signature value', async () => {
    const { bytes, signature } = await sealDocument(preparePact(sampleRecord(), sampleSeal), keys.signer);
    const again = rebuildPdf(preparePact(sampleRecord(), sampleSeal), { ...keys.signer }, signature).bytes;
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });

  it('is rebuilt exactly for every length a signature can have', async () => {
    const lengths = new Set<number>();
    const template = compilePact(sampleRecord());
    for (let index = 0; index < 60; index++) {
      const prepared = preparePact(sampleRecord(), { ...sampleSeal, index }, template);
      const { bytes, signature } = await sealDocument(prepared, keys.signer);
      lengths.add(signature.length);
      expect(Buffer.from(rebuildPdf(prepared, keys.signer, signature).bytes).equals(bytes)).toBe(true);
    }
    expect(lengths.size).toBeGreaterThan(1);
  });

  it('gives a batch the bytes that single sealing gives', async () => {
    const prepared = ['Supardi', 'Jum’at'].map((name) => {
      return preparePact(sampleRecord({ person: { ...sampleRecord().person, name } }), sampleSeal);
    });
    const sealed = await sealDocuments(prepared, keys.signer);
    sealed.forEach(({ bytes, signature }, at) => {
      expect(Buffer.from(rebuildPdf(prepared[at]!, keys.signer, signature).bytes).equals(bytes)).toBe(true);
    });
  });

  it('begins with the bytes that all pacts of the campaign share', () => {
    const template = compilePact(sampleRecord());
    const one = preparePact(sampleRecord(), sampleSeal, template);
    const other = preparePact(sampleRecord({ receipt: '0000-0000-0000-0000', example: false }), sampleSeal);
    expect(one.series.bytes.equals(other.series.bytes)).toBe(true);
  });

  it('carries the canonical record and seal, uncompressed', async () => {
    const { bytes } = await sealDocument(preparePact(sampleRecord(), sampleSeal), keys.signer);
    expect(Buffer.from(bytes).includes(Buffer.from(recordBytes(sampleRecord())))).toBe(true);
    expect(Buffer.from(bytes).includes(Buffer.from(sealBytes(sampleSeal)))).toBe(true);
  });

  it('writes a seal as its format has it, whatever stands in it', () => {
    const visible = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)),
      maxLength: 40,
    });
    const template = compilePact(sampleRecord());
    fc.assert(
      fc.property(
        fc.nat(),
        visible,
        visible,
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (index, a, b, salt) => {
          const seal = { index, origin: `x${a.replaceAll('+', '')}`, verifyUrl: `https://x/${b}`, salt };
          const { body } = preparePact(sampleRecord(), seal, template, { qrText: 'X' });
          expect(body.includes(Buffer.from(sealBytes(seal)))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is laid out from bytes in their frame as from the record itself', () => {
    const { frame, shared } = compilePact(sampleRecord());
    const bytes = Buffer.from(recordBytes(sampleRecord()));
    const opened = openInFrame(bytes, frame, shared)!;
    expect(opened.record).toEqual(sampleRecord());
    const template = compilePact(sampleRecord());
    const one = preparePact(opened.record, sampleSeal, template, { bytes });
    expect(one.body.equals(preparePact(sampleRecord(), sampleSeal).body)).toBe(true);
  });

  it('does not take a record for one of another frame', () => {
    const { frame, shared } = compilePact(sampleRecord());
    const opened = (record: SealedRecord) => openInFrame(Buffer.from(recordBytes(record)), frame, shared);
    expect(opened(sampleRecord({}, { closing: 'Lain.' }))).toBeNull();
    expect(opened(sampleRecord({ example: false }))).toBeNull();
    const act = { ...sampleRecord().act, typedName: ',"agency":{"id":"x"' };
    expect(opened(sampleRecord({ act }))?.record.act.typedName).toBe(act.typedName);
    expect(openInFrame(Buffer.from('{}'), frame, shared)).toBeNull();
  });

  it('refuses a template of another text', () => {
    const other = compilePact(sampleRecord({}, { closing: 'Lain.' }));
    expect(() => preparePact(sampleRecord(), sampleSeal, other)).toThrow('belongs to another');
  });

  it('of a signature on paper claims no typed name, no look and no date of it', async () => {
    const digest = 'ab'.repeat(32);
    const at = '2024-09-18T01:00:00.000Z';
    const evidence = {
      kind: 'ink',
      scanSha256: digest,
      mediaType: 'image/png',
      recordedAt: at,
      confirmedAt: at,
    };
    const act = {
      ...sampleRecord().act,
      method: 'ink',
      strength: 'scanned',
      drawing: null,
      ceremony: null,
      evidence,
    };
    const record = sampleRecord({ act: act as SealedRecord['act'] });
    const { bytes } = await sealDocument(preparePact(record, sampleSeal), keys.signer);
    const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
    expect(text).toContain('(tanda tangan ada di kertas)');
    expect(text).toMatch(/Dicatat .*; ditandatangani dengan tinta di kertas/);
    expect(text).not.toContain('nama diketik');
    expect(text.split(act.typedName).length - 1, 'in the data and below the line').toBe(2);
  });

  it('takes one page for ordinary texts and flows when it must', async () => {
    const { bytes } = await sealDocument(preparePact(sampleRecord(), sampleSeal), keys.signer);
    expect(pageCount(bytes)).toBe(1);
    const points = Array.from({ length: 30 }, () => sampleRecord().text.points[1]!);
    const long = await sealDocument(preparePact(sampleRecord({}, { points }), sampleSeal), keys.signer);
    expect(pageCount(long.bytes)).toBe(3);
  });

  it('throws on a character without a glyph instead of printing another', () => {
    const person = { ...sampleRecord().person, name: '王小明' };
    expect(() => preparePact(sampleRecord({ person }), sampleSeal)).toThrow('no glyph for U+738b');
    expect(unprintableIn(sampleRecord({ person }))).toEqual([
      { field: 'person.name', characters: ['王', '小', '明'] },
    ]);
    expect(unprintableIn(sampleRecord())).toEqual([]);
  });
});
