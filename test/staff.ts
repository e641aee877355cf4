import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase, Pool } from 'pg';
import { addAccount, addGrant, type Role, recogniseVisitors, startSession } from '../src/access/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { createApp } from '../src/platform/http/app.tsx';
import type { App } from '../src/platform/http/visit.ts';
import { createPlatform, type Platform } from '../src/platform/platform.ts';
import { asServer } from './database.ts';

/** The bare application over a test database, with visitors recognised; a stopped clock. Add slices' pages to it. */
export function testApp(pool: Pool, now: Date): { app: App; platform: Platform } {
  const dataDir = mkdtempSync(join(tmpdir(), 'ikrar-app-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const config = readConfig({ IKRAR_DATA: dataDir });
  const platform = createPlatform(asServer(pool), config, () => now);
  const app = createApp(config, (line) => console.error(line));
  recogniseVisitors(app, platform);
  return { app, platform };
}

let count = 0;

/** Headers of somebody signed in with this role, or these. */
export async function signedIn(
  pool: Pool,
  now: Date,
  ...grants: { agencyId: string; role: Role; unitId?: string }[]
): Promise<{ cookie: string }> {
  const client = pool as unknown as ClientBase;
  const password = 'kata-sandi-contoh';
  const account = { username: `petugas${++count}`, name: 'Petugas Contoh', password, isExample: false };
  const accountId = await addAccount(client, account, now);
  for (const { agencyId, role, unitId = null } of grants)
    await addGrant(client, { agencyId, accountId, role, unitId, by: 'system' }, now);
  return { cookie: `ikrar_sesi=${await startSession(pool, accountId, now)}` };
}
