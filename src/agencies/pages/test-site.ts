import { rmSync } from 'node:fs';
import { asServer, freshDatabase } from '../../../test/database.ts';
import {
  addAccount,
  addGrant,
  type Role,
  recogniseVisitors,
  signInPages,
  startSession,
} from '../../access/index.ts';
import { readConfig } from '../../platform/config.ts';
import { transaction } from '../../platform/db/index.ts';
import { createApp } from '../../platform/http/app.tsx';
import { createPlatform } from '../../platform/platform.ts';
import { createAgency } from '../agency.ts';
import { addUnit } from '../unit.ts';
import { agencyPages } from './index.ts';

export const NOW = new Date('2026-02-03T04:05:06Z');
const ORIGIN = 'http://localhost';

/** The slice's pages over a database of their own, with institutions `satu` and `dua`, each with a unit `SLUG-root`. */
export async function openSite() {
  const db = await freshDatabase();
  const config = readConfig({ IKRAR_DATA: `/tmp/ikrar-agencies-${process.pid}` });
  const platform = createPlatform(asServer(db.pool), config, () => new Date());
  const faults: string[] = [];
  const app = createApp(config, (line) => faults.push(line));
  recogniseVisitors(app, platform);
  signInPages(app, platform);
  agencyPages(app, platform);
  for (const id of ['satu', 'dua']) await addExample(id);

  async function addExample(id: string) {
    const names = [{ name: `Dinas Contoh ${id}`, validFrom: null, validUntil: null, source: null }];
    const row = {
      id,
      level: 'opd',
      regionCode: '19.06',
      zone: 'Asia/Jakarta',
      place: null,
      isExample: true,
    } as const;
    const root = {
      id: `${id}-root`,
      parentId: null,
      name: `Dinas Contoh ${id}`,
      kind: 'opd',
      regionCode: null,
      code: null,
    } as const;
    await transaction(db.pool, async (client) => {
      await createAgency(client, { ...row, letterhead: ['CONTOH'], names }, NOW);
      await addUnit(client, id, root, NOW);
    });
  }

  /** The cookie of a new account with these roles. */
  async function signedIn(
    grants: readonly [agencyId: string, role: Role, unitId?: string][],
  ): Promise<string> {
    const username = `akun-${Math.random().toString(36).slice(2)}`;
    const account = {
      username,
      name: `Petugas ${username}`,
      password: 'kata sandi panjang',
      isExample: true,
    };
    const token = await transaction(db.pool, async (client) => {
      const accountId = await addAccount(client, account, NOW);
      for (const [agencyId, role, unitId = null] of grants)
        await addGrant(client, { agencyId, accountId, role, unitId, by: 'system' }, NOW);
      return startSession(client, accountId, new Date());
    });
    return `ikrar_sesi=${token}`;
  }

  const get = (path: string, cookie = '', env = {}) =>
    app.request(`${ORIGIN}${path}`, { headers: { cookie } }, env);
  const post = (path: string, cookie: string, body: FormData | URLSearchParams, env = {}) =>
    app.request(`${ORIGIN}${path}`, { method: 'POST', headers: { cookie, origin: ORIGIN }, body }, env);
  const close = async () => {
    await db.drop();
    rmSync(config.dataDir, { recursive: true, force: true });
  };
  return { pool: db.pool, url: db.url, app, platform, faults, signedIn, get, post, close };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** A form with one file. */
export function fileForm(name: string, content: string | Uint8Array): FormData {
  const form = new FormData();
  form.set('file', new File([content as BlobPart], name));
  return form;
}
