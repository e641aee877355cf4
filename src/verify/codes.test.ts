import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMeanings, reasonMeanings } from './index.ts';

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const sources = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

describe('the catalogue of codes', () => {
  it('holds no code that nothing says', () => {
    const rest = [...sources].filter(([name]) => name !== 'codes.ts').map(([, source]) => source);
    const unsaid = Object.keys({ ...checkMeanings, ...reasonMeanings }).filter((code) => {
      return !rest.some((source) => source.includes(`'${code}'`));
    });
    expect(unsaid).toEqual([]);
  });

  it('has one sentence for each', () => {
    for (const meaning of Object.values({ ...checkMeanings, ...reasonMeanings })) {
      expect(meaning).toMatch(/^[A-Z][^\n]*\.$/);
    }
  });
});

it('the checker stands alone: it imports itself and node:crypto only', () => {
  for (const [name, source] of sources) {
    const imports = [...source.matchAll(/ from '([^']+)'/g)].map(([, from]) => from as string);
    const strange = imports.filter((from) => !from.startsWith('./') && from !== 'node:crypto');
    expect(strange, name).toEqual([]);
  }
});
