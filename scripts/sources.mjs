import { build } from 'esbuild';

/** What a module of the sources exports today. @param entry esbuild's `entryPoints` or `stdin` */
export async function load(entry) {
  const built = await build({ ...entry, bundle: true, format: 'esm', write: false, charset: 'utf8' });
  const text = Buffer.from(built.outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${text}`);
}
