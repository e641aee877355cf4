import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { checkMeanings, reasonMeanings } from '../verify/index.ts';

const root = join(import.meta.dirname, '../..');

it('docs/codes.md is what `node scripts/codes.mjs` writes today, and names every code', async () => {
  const script = pathToFileURL(join(root, 'scripts/codes.mjs')).href;
  const { codesDocument } = (await import(script)) as { codesDocument(): Promise<string> };
  const document = readFileSync(join(root, 'docs/codes.md'), 'utf8');
  expect(document).toBe(await codesDocument());
  for (const code of Object.keys({ ...checkMeanings, ...reasonMeanings }))
    expect(document).toContain(`| \`${code}\` | `);
});
