// Bundles the benchmarks beside the program and runs one: `npm run bench -- sign|pdf|log|import|page|law [--quick]`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forNode } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'node_modules/.cache', `ikrar-bench.${process.pid}`);

await build({
  absWorkingDir: root,
  entryPoints: [{ in: join(root, 'bench/run.ts'), out: 'run' }],
  outdir: folder,
  ...forNode,
});
const ran = spawnSync(
  process.execPath,
  [...process.execArgv, join(folder, 'run.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
rmSync(folder, { recursive: true, force: true });
process.exitCode = ran.status ?? 1;
