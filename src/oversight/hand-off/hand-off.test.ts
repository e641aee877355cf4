import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkPackage } from './check.ts';
import { type HandOff, missingIn, numberOf } from './package.ts';
import { readablePage } from './read-page.ts';
import { packed } from './zip.ts';

const FORMAT = readFileSync(join(import.meta.dirname, '../../../docs/formats/hand-off.md'), 'utf8');
/** The example that stands in the document, of invented people. */
const EXAMPLE = JSON.parse(/```json\n([\s\S]*?)```/.exec(FORMAT)?.[1] ?? 'null') as HandOff;

describe('the example of the format', () => {
  it('packs into what its check accepts, the same each time', () => {
    const { bytes, digest } = packed(EXAMPLE);
    expect(checkPackage(bytes)).toEqual({ handOff: EXAMPLE });
    expect(packed(EXAMPLE).digest).toBe(digest);
    expect(digest).toBe(/SHA-256 of its package: `([0-9a-f]{64})`/.exec(FORMAT)?.[1]);
  });

  it.each([
    ['a fact', { ...EXAMPLE, facts: { ...EXAMPLE.facts, why: 'x' } }],
    ['a field of its own', { ...EXAMPLE, nik: '1' }],
    ['a NIP of other digits', { ...EXAMPLE, reported: { ...EXAMPLE.reported, nip: '12' } }],
  ])('is refused with %s changed', (_, changed) => {
    expect(checkPackage(packed(changed as HandOff).bytes)).toEqual({ fault: 'json' });
  });

  it('is refused when it hides what is missing', () => {
    expect(checkPackage(packed({ ...EXAMPLE, missing: [] }).bytes)).toEqual({ fault: 'missing' });
  });

  it('is refused when a file was changed, added or is no ZIP', () => {
    const files = unzipSync(packed(EXAMPLE).bytes);
    const changed = { ...files, 'baca.html': strToU8('x') };
    expect(checkPackage(zipSync(changed))).toEqual({ fault: 'sums' });
    expect(checkPackage(zipSync({ ...files, 'lain.txt': strToU8('x') }))).toEqual({ fault: 'files' });
    expect(checkPackage(strToU8('PK'))).toEqual({ fault: 'not-a-zip' });
  });
});

it('says what the other body asks for and is not there', () => {
  const bare: HandOff = {
    ...EXAMPLE,
    ...{ reported: { name: '', post: '', unit: '', nip: '', nik: '' }, evidence: [], acts: [] },
    facts: { what: '', when: '', where: '', how: '' },
  };
  const all = [
    'nip-or-nik',
    'reported-name',
    'reported-unit',
    'what',
    'when',
    'where',
    'evidence',
    'classification',
  ];
  expect(missingIn(bare)).toEqual(all);
  expect(missingIn({ ...bare, destination: 'contract' })).not.toContain('nip-or-nik');
  expect(missingIn({ ...bare, reported: { ...bare.reported, nik: '1'.repeat(16) } })).not.toContain(
    'nip-or-nik',
  );
  expect(missingIn({ ...EXAMPLE, destination: 'bawaslu' })).toContain('reporter');
  expect(
    missingIn({ ...EXAMPLE, destination: 'bawaslu', reporter: { mode: 'staff', leftOut: true } }),
  ).not.toContain('reporter');
});

it('writes words of strangers as words', () => {
  const page = readablePage({
    ...EXAMPLE,
    facts: { ...EXAMPLE.facts, what: '<script>alert(1)</script>&\u202etxt' },
  });
  expect(page).not.toContain('<script');
  expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#38;txt');
  expect(page).toContain("default-src 'none'");
});

it('reads numbers however they were grouped', () => {
  expect(numberOf('19850101 201001 1 001', 18)).toBe('198501012010011001');
  expect(numberOf('', 18)).toBe('');
  expect(numberOf('123', 18)).toBeNull();
  expect(numberOf('3578.0101.0101.0001', 16)).toBe('3578010101010001');
});
