import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urls } from '../../urls.ts';
import { packageRoot } from '../root.ts';
import type { App } from './visit.ts';

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#8c1c24"/><path d="M8 17l6 6 11-14" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The product's stylesheet, and that of the reading screen, which shares nothing with it. */
const SHEETS = { ikrar: 'css', layar: 'css-screen' } as const;
type SheetName = keyof typeof SHEETS;

const cached = new Map<SheetName, { css: string; path: string }>();

function stylesheet(name: SheetName) {
  const sheet = cached.get(name) ?? read(name);
  cached.set(name, sheet);
  return sheet;
}

function read(name: SheetName) {
  const folder = join(packageRoot(), 'src/platform/html', SHEETS[name]);
  const css = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
    .replace(/\s*\n\s*/g, '\n');
  return { css, path: `/aset/${name}-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` };
}

/** The stylesheet's address changes with its content, so that it can be kept for ever. */
export function stylesheetPath(name: SheetName = 'ikrar'): string {
  return stylesheet(name).path;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

export function assetRoutes(app: App): void {
  app.get('/aset/ikrar.svg', (c) =>
    c.body(MARK, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  );
  // At the root, because a worker answers only for what is below its own address.
  app.get(urls.serviceWorker, (c) => {
    const script = island('keeper.js');
    if (script === undefined) return c.notFound();
    return c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
  });
  app.get('/aset/:file', (c) => {
    const file = c.req.param('file');
    const sheet = (Object.keys(SHEETS) as SheetName[])
      .map(stylesheet)
      .find(({ path }) => path === `/aset/${file}`);
    if (sheet)
      return c.body(sheet.css, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': FOR_EVER,
      });
    const script = island(file);
    if (script === undefined) return c.notFound();
    return c.body(script, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    });
  });
}

/** A built enhancement script; names are plain words, so no path can leave the folder. */
function island(file: string): string | undefined {
  if (!/^[a-z-]+\.js$/.test(file)) return undefined;
  const path = join(packageRoot(), 'dist/islands', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
