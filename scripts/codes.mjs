// Writes docs/codes.md: every code that the checker can say, from src/verify/codes.ts and the words of the pages.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './sources.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const path = join(root, 'docs/codes.md');

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, await codesDocument());

/** The text of the document. */
export async function codesDocument() {
  const { checkMeanings, reasonMeanings } = await load({ entryPoints: [join(root, 'src/verify/codes.ts')] });
  const { default: words } = await load({ entryPoints: [join(root, 'src/evidence/check-messages.id.ts')] });
  return `# What the checker can say

Made by \`node scripts/codes.mjs\` from the sources; do not edit. Codes are never renamed or reused, only added. A check has the
verdict \`pass\`, \`fail\` or \`unknown\` (it could not be made). A document is *valid* if every check passed, *invalid* if one failed,
*incomplete* otherwise. The words in Indonesian are those of the pages.

## Checks, in the order in which they are made

${table('check', checkMeanings, words)}

## Why a check failed or could not be made

${table('reason', reasonMeanings, words)}
`;
}

function table(kind, meanings, words) {
  const rows = Object.entries(meanings).map(([code, meaning]) => {
    return `| \`${code}\` | ${meaning} | ${(words[`${kind}.${code}`] ?? '').replaceAll('|', '\\|')} |`;
  });
  return ['| Code | Meaning | On pages |', '| --- | --- | --- |', ...rows].join('\n');
}
