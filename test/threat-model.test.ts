import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../src/platform/root.ts';

const root = packageRoot();
const page = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
const lines = page.split('\n').filter((line) => /^\| (can|cannot) \|/.test(line));

it('docs/threat-model.md backs each line with tests that are there, or says that it is not defended', () => {
  expect(lines.length).toBeGreaterThan(30);
  const faults = lines.flatMap((line) => {
    const proof = line.split(' | ').at(-1) ?? '';
    if (proof.includes('**NOT DEFENDED**'))
      return line.startsWith('| can |') ? [] : [`not defended, yet "cannot": ${line}`];
    const named = [...proof.matchAll(/`([^`]+)`([^`]*)/g)];
    return named.length === 0
      ? [`nothing named: ${line}`]
      : named.flatMap(([, file = '', rest = '']) => missing(file, rest));
  });
  expect(faults).toEqual([]);
});

function missing(file: string, rest: string): string[] {
  const path = join(root, file);
  if (!existsSync(path)) return [`no such file: ${file}`];
  // Names stand in the tests in one kind of quotation marks or another.
  const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
  return [...rest.matchAll(/"([^"]+)"/g)].flatMap(([, name = '']) =>
    text.includes(name) ? [] : [`${file}: ${name}`],
  );
}

it('says how much stays undefended', () => {
  expect(lines.filter((line) => line.includes('**NOT DEFENDED**')).length).toBeGreaterThan(10);
});
