/** How code for the server side is bundled: the program and the benchmarks alike. */
export const forNode = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.sql': 'text' },
  sourcemap: true,
  logLevel: 'warning',
};
