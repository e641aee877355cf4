import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf, pactOptions } from './fixtures/pdf.ts';
import { exampleRecord, exampleSalt } from './fixtures/record.ts';
import { makeSealKeys } from './fixtures/seal.ts';
import { FormatError } from './format-error.ts';
import { recordBytes } from './index.ts';
import { readPdf } from './pdf.ts';
import { maxPdfBytes } from './pdf-file.ts';

let sound: Buffer;

beforeAll(() => {
  const seal = { index: 0, origin: 'ikrar.example', salt: exampleSalt, verifyUrl: 'https://ikrar.example/p' };
  sound = Buffer.from(makePdf(makeSealKeys(), pactOptions(exampleRecord, seal)));
});

function refusal(bytes: Uint8Array): string {
  try {
    readPdf(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return error.code;
  }
}

/** A file whose catalog is this; nothing else is right about it. */
function around(catalog: string): Buffer {
  const head = `%PDF-1.7\n1 0 obj\n${catalog}\nendobj\n`;
  const table = 'xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\n';
  return Buffer.from(`${head}${table}startxref\n${head.length}\n%%EOF\n`, 'latin1');
}

describe('reading a sealed PDF', () => {
  it('finds the seal value and the attachments', () => {
    const pdf = readPdf(sound);
    expect(pdf.coversWholeFile).toBe(true);
    expect([...pdf.attachments.keys()]).toEqual(['ikrar-record.json', 'ikrar-seal.json']);
    expect(Buffer.from(pdf.attachments.get('ikrar-record.json')!)).toEqual(
      Buffer.from(recordBytes(exampleRecord)),
    );
    expect(sound[pdf.gap.start]).toBe(0x3c);
    expect(sound[pdf.gap.end - 1]).toBe(0x3e);
  });

  it('refuses what is not one by name', () => {
    expect(refusal(new Uint8Array())).toBe('not-a-pdf');
    expect(refusal(Buffer.from('PK\x03\x04'))).toBe('not-a-pdf');
    expect(refusal(Buffer.from('%PDF-1.7\n'))).toBe('pdf-structure');
    expect(refusal(new Uint8Array(maxPdfBytes + 1))).toBe('too-large');
    expect(refusal(around('<< >>'))).toBe('no-signature');
    expect(refusal(around('<< /AcroForm << /Fields [] >> >>'))).toBe('no-signature');
    expect(refusal(around('<< /AcroForm 1 0 R >>'))).toBe('pdf-structure');
    expect(refusal(around('<< /AcroForm << /Fields [9 0 R] >> >>'))).toBe('pdf-structure');
    expect(refusal(around('<< /A 1 /A 2 >>'))).toBe('pdf-structure');
    expect(refusal(around('[1 2'))).toBe('pdf-structure');
    expect(refusal(around('<< /Length 9999999 >>\nstream\nx\nendstream'))).toBe('pdf-structure');
  });

  it('stays within its bounds on files made to be slow', () => {
    const started = performance.now();
    const nested = '['.repeat(3_000_000);
    expect(refusal(around(nested))).toBe('too-deep');
    expect(refusal(around(`<< /A ${'<< /A '.repeat(500_000)}`))).toBe('too-deep');
    expect(refusal(around(`(${'('.repeat(3_000_000)}`))).toBe('pdf-structure');
    expect(refusal(around(' '.repeat(3_900_000)))).toBe('pdf-structure');
    expect(refusal(around(`[${'1 0 R '.repeat(600_000)}]`))).toBe('pdf-too-complex');
    expect(refusal(Buffer.from(`%PDF-1.7\n${'startxref\n'.repeat(300_000)}`))).toBe('pdf-too-complex');
    const again = '(x) 1 0 R '.repeat(8);
    expect(refusal(around(`<< /Names << /EmbeddedFiles << /Names [${again}] >> >> >>`))).toBe('no-signature');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('never throws anything but its own error, whatever the bytes', () => {
    const piece = fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '/',
      ' 0 R',
      ' 0 obj',
      'stream',
      '\n',
      '%',
      '9',
    );
    const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(piece, fc.string({ maxLength: 4 }))), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(edits, fc.boolean(), (list, insert) => {
        let text = sound.toString('latin1');
        for (const [seed, part] of list) {
          const at = seed % text.length;
          text = text.slice(0, at) + part + text.slice(insert ? at : at + part.length);
        }
        expect(refusal(Buffer.from(text, 'latin1'))).toBeTypeOf('string');
      }),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(refusal(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]))).not.toBe('read');
        expect(refusal(around(Buffer.from(bytes).toString('latin1')))).not.toBe('read');
      }),
      { numRuns: 500 },
    );
    for (let end = 0; end < sound.length; end += 7) expect(refusal(sound.subarray(0, end))).not.toBe('read');
  });
});
