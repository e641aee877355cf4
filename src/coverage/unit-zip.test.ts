import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderName, pactName } from './unit-zip.ts';

const of = (name: string, idNumber: string | null = '198503122010010005') =>
  pactName({ name, idNumber, receipt: 'ABCD-EFGH' });

describe('names of files in the archive', () => {
  it.each([
    ["Ma'ruf Jum’at", 'Maruf-Jumat-0005-ABCD-EFGH.pdf'],
    ['Siti', 'Siti-0005-ABCD-EFGH.pdf'],
    ['=HYPERLINK("x")', 'HYPERLINK-x-0005-ABCD-EFGH.pdf'],
    ['../../etc/passwd', 'etc-passwd-0005-ABCD-EFGH.pdf'],
    ['\u202e😀', 'pakta-0005-ABCD-EFGH.pdf'],
    ['Renée Ünal', 'Renee-Unal-0005-ABCD-EFGH.pdf'],
  ])('%s', (name, file) => expect(of(name)).toBe(file));

  it('does without a number, and keeps folders that Windows reserves apart', () => {
    expect(of('Siti', null)).toBe('Siti-ABCD-EFGH.pdf');
    expect(folderName('CON')).toBe('CON_');
    expect(folderName('')).toBe('unit');
  });

  it('is plain for every name there is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(of(name)).toMatch(/^[\w-]{1,90}\.pdf$/);
      }),
    );
  });
});
