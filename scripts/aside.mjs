// Bundles what stands beside the program, benchmarks, trials and plays, and runs one: `npm run bench -- sign`,
// `npm run trials -- crash`, `npm run play -- apel`. The first argument names the folder.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forNode } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [part, ...args] = process.argv.slice(2);
const folder = join(root, 'node_modules/.cache', `ikrar-${part}.${process.pid}`);

await build({
  absWorkingDir: root,
  entryPoints: [{ in: join(root, part, 'run.ts'), out: 'run' }],
  outdir: folder,
  ...forNode,
});
const ran = spawnSync(process.execPath, [...process.execArgv, join(folder, 'run.js'), ...args], {
  stdio: 'inherit',
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = ran.status ?? 1;
