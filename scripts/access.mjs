// Writes docs/access.md: every action against everybody who may ask, from the table that the guard itself reads.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './sources.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const path = join(root, 'docs/access.md');
const SOURCES = `export * from './src/access/matrix.ts';
  export { ALL_ACTIONS } from './src/access/actions.ts';
  export { urls } from './src/urls.ts';
  export { default as actions } from './src/access/actions/messages.en.ts';
  export { default as words } from './src/access/grants/messages.en.ts';`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, await accessDocument());

/** The text of the document. */
export async function accessDocument() {
  const { ALL_ACTIONS, COLUMNS, PARTS, actions, cellOf, urls, words } = await load({
    stdin: { contents: SOURCES, resolveDir: root },
  });
  const part = ({ part: name, names }) => {
    const rows = names.map((action) => {
      const { at, fresh } = ALL_ACTIONS[action];
      const cells = COLUMNS.map((column) => words[`matrix.cell.${cellOf(ALL_ACTIONS[action], column)}`]);
      const addresses = at.map(([method, url]) => `\`${method} ${urls[url]}\``).join('<br>');
      const text = `${actions[`action.${action}`]}${fresh ? ' (fresh)' : ''}`;
      return `| \`${action}\` | ${text} | ${cells.join(' | ')} | ${addresses} |`;
    });
    const heads = [
      'Name',
      'Action',
      ...COLUMNS.map((column) => words[`matrix.column.${column}`]),
      'Addresses',
    ];
    const lines = [heads.join(' | '), heads.map(() => '---').join(' | ')].map((line) => `| ${line} |`);
    return `## ${words[`matrix.part.${name}`]}\n\n${[...lines, ...rows].join('\n')}\n`;
  };
  return `# Who may do what

Made by \`node scripts/access.mjs\` from the sources; do not edit. The same table stands in the application
(\`/kerja/:agency/akun/matriks\`), the guard of every page reads it, and \`test/matrix.test.ts\` tries its cells over HTTP.
*own units*: the units of the grant and those below them. *fresh*: only within minutes of having proved again who one is.
A grant that was ended, or whose time is over, counts nowhere. What is not in this table answers nobody.

${PARTS.map(part).join('\n')}`;
}
