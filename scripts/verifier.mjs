// Builds the checker that nobody has to trust us for: one program and one page, neither with anything beside it.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forNode } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const offline = join(root, 'src/evidence/offline');
const standin = join(offline, 'standin');
const verify = join(root, 'src/verify');

/** The stand-ins of a browser for what the checker takes from Node.js. */
export const inBrowser = {
  alias: { 'node:crypto': join(standin, 'crypto.ts') },
  inject: [join(standin, 'buffer.ts')],
};
/** The English meanings of codes, 8 kB: the page says them in its own words. */
const withoutMeanings = {
  name: 'without-meanings',
  setup({ onLoad }) {
    const contents = 'export const checkMeanings = {}, reasonMeanings = {};';
    onLoad({ filter: /\/src\/verify\/codes\.ts$/ }, () => ({ contents }));
  },
};
/** Nor does the page judge minutes, for which it has no room: it says so, and names the program beside it. */
const withoutMinutes = {
  name: 'without-minutes',
  setup({ onLoad }) {
    const contents = `import { FormatError } from './format-error.ts';
      export function parseMinutes() { throw new FormatError('minutes-elsewhere'); }`;
    onLoad({ filter: /\/src\/verify\/minutes\.ts$/ }, () => ({ contents, resolveDir: verify }));
    onLoad({ filter: /\/src\/verify\/check-minutes\.ts$/ }, () => ({
      contents: 'export const checkMinutes = () => {};',
    }));
    onLoad({ filter: /\/check-messages\.(?:id|en)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(minutesWords, ''),
      loader: 'ts',
    }));
  },
};
const minutesWords = /'(?:check\.minutes-\w+|reason\.(?:content|counts|photos)-mismatch)':\s*'[^']*',/g;
const styles = ['1-tokens', '2-base', '3-layout', '4-form', '5-parts', '7-verdict'];

/** Writes `ikrar-verify.mjs` and `ikrar-verify.html` into `folder`; the same sources give the same bytes. */
export async function buildVerifier(folder) {
  await build({
    ...forNode,
    absWorkingDir: root,
    entryPoints: [join(offline, 'program.ts')],
    outfile: join(folder, 'ikrar-verify.mjs'),
    packages: 'bundle',
    sourcemap: false,
    charset: 'utf8',
    banner: { js: '#!/usr/bin/env node' },
  });
  writeFileSync(join(folder, 'ikrar-verify.html'), await page());
}

async function page() {
  const script = await pageScript();
  const style = usedIn(script, await pageStyle());
  const policy = [
    `default-src 'none'; script-src 'sha256-${digest(script)}'; style-src 'sha256-${digest(style)}'`,
    `base-uri 'none'; form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Periksa pakta · Ikrar</title>
<style>${style}</style>
</head>
<body>
<div id="app"><noscript><p>Halaman ini memeriksa dengan skrip. Izinkan skrip untuk berkas ini.</p>
<p lang="en">This page checks by script. Allow scripts for this file.</p></noscript></div>
<script type="application/json" id="anchors">null</script>
<script>${script}</script>
</body>
</html>
`;
}

/** `</script` cannot occur in it: esbuild writes it as `<\/script`. */
async function pageScript() {
  const built = await build({
    absWorkingDir: root,
    entryPoints: [join(offline, 'main.tsx')],
    ...inBrowser,
    alias: { ...inBrowser.alias, 'preact/jsx-runtime': join(standin, 'jsx-runtime.ts') },
    plugins: [withoutMeanings, withoutMinutes],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  return built.outputFiles[0].text.trim();
}

async function pageStyle() {
  const css = [
    ...styles.map((name) => join(root, 'src/platform/html/css', `${name}.css`)),
    join(offline, 'page.css'),
  ];
  const built = await build({
    stdin: { contents: css.map((path) => readFileSync(path, 'utf8')).join('\n'), loader: 'css' },
    write: false,
    minify: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
  return built.outputFiles[0].text.trim();
}

/** The rules whose elements and classes the script makes. */
function usedIn(script, css) {
  const makes = (selector) => {
    const classes = [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => new RegExp(`\\b${name}\\b`));
    const tags = [...selector.matchAll(/(?<![\w.:#["=-])[a-z][a-z0-9]*/g)].map(([name]) => name);
    return (
      classes.every((name) => name.test(script)) &&
      tags.every((name) => ['html', 'body'].includes(name) || script.includes(`"${name}"`))
    );
  };
  const kept = css.replace(/([^{}]+)\{([^{}]*)\}/g, (_, selectors, rules) => {
    const used = selectors.split(',').filter(makes);
    return used.length === 0 ? '' : `${used.join(',')}{${rules}}`;
  });
  return kept.replace(/@media[^{}]*\{\}/g, '');
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64');
}
