import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ALL_ACTIONS } from './actions.ts';

const root = join(import.meta.dirname, '../..');

it('docs/access.md is what `node scripts/access.mjs` writes today, and names every action', async () => {
  const script = pathToFileURL(join(root, 'scripts/access.mjs')).href;
  const { accessDocument } = (await import(script)) as { accessDocument(): Promise<string> };
  const document = readFileSync(join(root, 'docs/access.md'), 'utf8');
  expect(document).toBe(await accessDocument());
  for (const name of Object.keys(ALL_ACTIONS)) expect(document).toContain(`| \`${name}\` | `);
});
