import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';

/** The order in which the house is taught: a slice imports only slices above it, and only through their index. */
const ORDER = [
  ...[
    'verify',
    'platform',
    'witness',
    'access',
    'law',
    'elections',
    'agencies',
    'guidance',
    'tally',
    'campaigns',
    'ceremonies',
  ],
  ...['evidence', 'signing', 'coverage', 'assembly', 'reminders', 'hooks', 'privacy', 'oversight'],
  ...['newsroom', 'examples', 'home'],
];
const SRC = join(import.meta.dirname, '../src');
const isTest = (path: string) =>
  /\.(test|testkit|island)\.tsx?$|\/fixtures\/|(^|\/)test-[\w-]+\.tsx?$/.test(path);

interface Import {
  file: string;
  target: string;
}

const files = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter((path) => /\.tsx?$/.test(path) && !isTest(path));
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/\b(?:from\s+|import\s*\(?)'([^']+)'/g)].map(
    (found) => ({
      file,
      target: found[1]?.startsWith('.')
        ? relative(SRC, normalize(join(SRC, dirname(file), found[1])))
        : (found[1] as string),
    }),
  ),
);
const sliceOf = (path: string) => path.split('/')[0] as string;
const inner = imports.filter(
  ({ file, target }) => ORDER.includes(sliceOf(target)) && sliceOf(target) !== sliceOf(file),
);
const say = ({ file, target }: Import) => `${file} imports ${target}`;

it('reads the whole house', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(inner.length).toBeGreaterThan(100);
});

it('lets a slice import only slices above it', () => {
  const below = inner.filter(
    ({ file, target }) => file.includes('/') && ORDER.indexOf(sliceOf(target)) > ORDER.indexOf(sliceOf(file)),
  );
  expect(below.map(say)).toEqual([]);
});

/** The same within oversight; of two that fit, the longer counts. What stands last shows what the others know. */
const OVERSIGHT = [
  ...['messages', 'seal/', 'slow-hash.ts', 'strip/', 'abuse/', 'events/', 'cases/', 'pages/'],
  ...[
    'recipients/recipients.sql',
    'recipients/chain.ts',
    'keys/',
    'recipients/',
    'cases/browser/',
    'channel/',
    'back/',
  ],
  ...[
    'clocks/',
    'cases/pages/',
    'cases/index.ts',
    'papers/',
    'hand-off/',
    'keeping/',
    'figures/',
    'example.ts',
    'index.ts',
  ],
];

it('lets a part of oversight import only parts before it', () => {
  const placeOf = (path: string) => {
    const inside = path.slice('oversight/'.length);
    const fit = OVERSIGHT.filter((part) => inside.startsWith(part)).sort((a, b) => b.length - a.length);
    return fit[0] === undefined ? Number.NaN : OVERSIGHT.indexOf(fit[0]);
  };
  const within = imports.filter(({ file, target }) =>
    [file, target].every((path) => sliceOf(path) === 'oversight'),
  );
  expect(within.filter(({ file, target }) => !(placeOf(target) <= placeOf(file))).map(say)).toEqual([]);
});

it('lets other slices in only through the index, and the platform through its files', () => {
  const inside = inner.filter(
    ({ target }) =>
      sliceOf(target) !== 'platform' &&
      !/^\w+\/((pages|pdf|pdf\/kit)\/)?(index|commands)\.tsx?$/.test(target),
  );
  expect(inside.map(say)).toEqual([]);
});

it('keeps the checker free of everything of ours, with node:crypto alone', () => {
  const foreign = imports.filter(
    ({ file, target }) =>
      sliceOf(file) === 'verify' && sliceOf(target) !== 'verify' && target !== 'node:crypto',
  );
  expect(foreign.map(say)).toEqual([]);
});

it('keeps markup in views and SQL in .sql files', () => {
  const sqlInCode = files.filter(
    (path) =>
      !path.startsWith('platform/') &&
      /`\s*(select|insert into|update|delete from) /i.test(readFileSync(join(SRC, path), 'utf8')),
  );
  expect(sqlInCode).toEqual([]);
});
