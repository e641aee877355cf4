import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../platform/refusal.ts';
import { readDocument } from './read-document.ts';

const xml = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://x"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string, list = '') => `<w:p>${list}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(xml(body)), 'word/other.xml': strToU8('<x/>') });
const code = (bytes: Uint8Array, name = 'x.txt') =>
  readDocument(bytes, name).catch((error: Refusal) => error.code);

describe('readDocument', () => {
  it('reads text in the encodings that people send', async () => {
    expect(await readDocument(strToU8('Ikrar “netral”'), 'a.txt')).toBe('Ikrar “netral”');
    expect(await readDocument(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), 'a.txt')).toBe('A');
    expect(await readDocument(new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), 'a.txt')).toBe('AB');
    expect(await readDocument(new Uint8Array([0x93, 0x41, 0x94]), 'a.txt')).toBe('“A”');
  });

  it('reads the article of a page and nothing around it', async () => {
    const page = `<!doctype html><html><head><title>x</title></head><body><nav>menu</nav><article><h1>Ikrar</h1>
      <script>var a = "<p>no</p>"</script><p>Baris&nbsp;satu &amp; dua<br>tiga</p><!-- <p>hidden</p> --></article><footer>kaki</footer></body></html>`;
    expect(await readDocument(strToU8(page), 'a.html')).toBe('Ikrar\n\nBaris satu & dua\ntiga');
  });

  it('reads a DOCX by paragraphs, with automatic numbers', async () => {
    const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>';
    const body = paragraph('Ikrar &amp; pakta') + paragraph('satu', list) + paragraph('dua', list);
    expect(await readDocument(docx(body), 'a.docx')).toBe('Ikrar & pakta\n1. satu\n2. dua');
  });

  it('refuses what it cannot read, and says so', async () => {
    expect(await code(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('newsroom.check.file.oldWord');
    expect(await code(zipSync({ 'a.txt': strToU8('x') }))).toBe('newsroom.check.file.notWord');
    expect(await code(strToU8('PK\u0003\u0004 broken'))).toBe('newsroom.check.file.notWord');
    expect(await code(zipSync({ 'word/document.xml': strToU8('<w:p><unclosed') }))).toBe(
      'newsroom.check.file.notWord',
    );
    expect(await code(new Uint8Array([0x41, 0, 0x42, 0, 0x43]))).toBe('newsroom.check.file.binary');
    expect(await code(new Uint8Array(21 * 1024 * 1024))).toBe('newsroom.check.file.tooLarge');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(61 * 1024 * 1024) });
    expect(await code(bomb)).toBe('newsroom.check.file.tooLarge');
  });

  it('fails on no bytes but with a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.pdf'),
        async (bytes, name) => {
          try {
            expect(typeof (await readDocument(bytes, name))).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        },
      ),
    );
  });

  it('does not hang on hostile HTML', async () => {
    for (const unit of ['<', '<!--', '<script>', '<p', '&', '&#', '-->']) {
      const start = performance.now();
      await readDocument(strToU8(unit.repeat(300_000)), 'a.html');
      expect(performance.now() - start).toBeLessThan(4000);
    }
  });
});
