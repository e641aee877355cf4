import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPROVAL_KINDS } from '../access/index.ts';

const SOURCES = join(import.meta.dirname, '..');
const files = readdirSync(SOURCES, { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path))
  .sort();
const pairs = files
  .filter((path) => path.endsWith('messages.id.ts'))
  .map((path) => path.slice(0, -'id.ts'.length));
const program = files
  .filter((path) => !/\.test\.tsx?$|messages\.(id|en)\.ts$/.test(path))
  .map((path) => readFileSync(join(SOURCES, path), 'utf8'))
  .join('\n');

/** Whatever stands between two quotes of one kind; found once, for thousands of keys ask. */
const quoted = new Set([...program.matchAll(/(?<=(['"`]))[^'"`\s]+(?=\1)/g)].map(([text]) => text));

/** Beginnings of keys that are put together at run time: `reason.${code}`. */
const prefixes = [...program.matchAll(/[`']([a-z][\w-]*\.[\w.-]*)(?:\$\{|' \+)/gi)].map(
  ([, prefix]) => prefix as string,
);

const load = async (path: string): Promise<Record<string, string>> =>
  (await import(join(SOURCES, path))).default;
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
/** The audit trail shows `event.` and the kind that some change was written down as. */
const isUsed = (key: string) =>
  key.startsWith('event.')
    ? isWritten(key.slice('event.'.length))
    : isWritten(key) || prefixes.some((prefix) => key.startsWith(prefix));
const isWritten = (text: string) => quoted.has(text);

describe.each(pairs)('%s', (pair) => {
  it('says the same in both languages', async () => {
    const [id, en] = [await load(`${pair}id.ts`), await load(`${pair}en.ts`)];
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
    for (const [key, text] of Object.entries(id)) {
      expect(placeholders(en[key] as string), key).toEqual(placeholders(text));
      for (const one of [text, en[key] as string]) {
        expect(one.trim(), key).toBe(one);
        expect(one, key).not.toBe('');
        expect(one.replace(/\{\w+\}/g, ''), `odd brace in ${key}`).not.toMatch(/[{}]/);
      }
    }
  });

  it('has no text that nothing shows', async () => {
    expect(Object.keys(await load(`${pair}id.ts`)).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('all messages', () => {
  it('have keys of their own', async () => {
    const keys = (await Promise.all(pairs.map((pair) => load(`${pair}id.ts`)))).flatMap(Object.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('have a text for every refusal and event that the program names', async () => {
    const keys = new Set((await Promise.all(pairs.map((pair) => load(`${pair}id.ts`)))).flatMap(Object.keys));
    const refusals = [...program.matchAll(/new Refusal\(\s*'([^']+)'/g)].map(([, code]) => code as string);
    const events = [...program.matchAll(/\bkind: '([a-zA-Z]+\.[a-zA-Z]+)'/g)]
      .map(([, kind]) => kind as string)
      .filter((kind) => !APPROVAL_KINDS.some((one) => one === kind))
      .map((kind) => `event.${kind}`);
    expect(refusals.length).toBeGreaterThan(50);
    expect([...new Set([...refusals, ...events])].filter((code) => !keys.has(code))).toEqual([]);
  });
});
