import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of `trials/kit` for a process of its own. @returns its path */
export async function builtChild(name: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const { forNode } = await import(join(process.cwd(), 'scripts/bundle.mjs'));
  const entry = { in: join(process.cwd(), `trials/kit/${name}.ts`), out: name };
  await build({ ...forNode, entryPoints: [entry], outdir: folder });
  return join(folder, `${name}.js`);
}
