// Bundles the program into dist/: the server and command line as one file, each thread and island as its own.
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forNode } from './bundle.mjs';
import { buildVerifier } from './verifier.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const beside = join(root, `dist.${process.pid}`);

const sources = readdirSync(join(root, 'src'), { recursive: true }).map(String);
/** Files of this kind, each a bundle of its own in `folder`. */
const entries = (ending, folder) =>
  sources
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ in: join(root, 'src', path), out: join(folder, basename(path, ending)) }));
const islands = entries('.island.ts', 'islands');
const pdf = join(root, 'src/evidence/pdf/browser');

await build({
  absWorkingDir: root,
  entryPoints: [{ in: join(root, 'src/cli.ts'), out: 'ikrar' }, ...entries('.worker.ts', 'workers')],
  outdir: beside,
  ...forNode,
});
if (islands.length > 0) {
  await build({
    absWorkingDir: root,
    entryPoints: islands,
    outdir: beside,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    // For what makes a PDF; the others use neither, and nothing of it comes into them.
    alias: { 'node:crypto': join(pdf, 'crypto.ts') },
    inject: [join(pdf, 'buffer.ts')],
    // Scripts of their own, which one fetches when it needs them.
    external: ['/aset/*'],
    logLevel: 'warning',
  });
}
await buildVerifier(beside);
// The new folder takes the old one's place at once, so that a command started meanwhile finds a whole one.
rmSync(join(root, 'dist.old'), { recursive: true, force: true });
try {
  renameSync(join(root, 'dist'), join(root, 'dist.old'));
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
}
try {
  renameSync(beside, join(root, 'dist'));
} catch (error) {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  rmSync(beside, { recursive: true, force: true });
}
rmSync(join(root, 'dist.old'), { recursive: true, force: true });
