import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** `.sql` files are imported as text, as the build does. */
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  load(id: string) {
    const path = id.split('?')[0] as string;
    if (/\.sql$/.test(path)) return `export default ${JSON.stringify(readFileSync(path, 'utf8'))}`;
    return null;
  },
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than the cores of a small machine: browsers and databases are waited for a third of the time.
    maxWorkers: 3,
  },
});
