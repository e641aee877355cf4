import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** Not those of the package: they would hide faults of the Content-Security-Policy. */
const ARGS = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Chromium of CHROMIUM_PATH, of the system, or of the npm package, which needs nothing installed. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...ARGS, ...more], headless: true });
}

/** A browser with a profile on the disk, as a tablet that was switched off and on again has. */
export async function launchProfile(folder: string, options: object = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...{ executablePath: await findChromium(), args: ARGS, headless: true, locale: 'id-ID' },
    ...options,
  });
}

async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  // Set before the import: it makes the package unpack the libraries it needs.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
