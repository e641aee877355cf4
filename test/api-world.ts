import type { Scope } from '../src/access/tokens/scopes.ts';
import { hashOf, newToken } from '../src/access/tokens/secret.ts';
import { sql } from '../src/access/tokens/tokens.ts';
import { apiRoutes } from '../src/api.ts';
import { type Api, BASE } from '../src/platform/api/index.ts';
import { exec } from '../src/platform/db/index.ts';
import { newId } from '../src/platform/ids.ts';
import { createWorld, type World } from './campaign-world.ts';
import { OPENED, openForAll, openSigningWorld, type SigningWorld } from './signing-world.ts';

/** Two invented institutions behind the addresses for programs. */
export interface ApiWorld extends SigningWorld {
  api: Api;
  other: World;
  token(
    scopes: readonly Scope[],
    change?: { agencyId?: string; unitId?: string; until?: Date },
  ): Promise<string>;
  ask(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: HeadersInit,
  ): Promise<Response>;
}

export async function openApiWorld(): Promise<ApiWorld> {
  const site = await openSigningWorld('fakfak');
  const other = await createWorld(site.db.pool, 'asing', OPENED);
  const api = apiRoutes(site.app, site.platform);
  return {
    ...site,
    ...{ api, other },
    async token(scopes, { agencyId = 'fakfak', unitId, until } = {}) {
      const [token, now] = [newToken(), site.platform.now()];
      const row = {
        agencyId,
        id: newId(now),
        name: 'SIMPEG Contoh',
        hash: hashOf(token),
        scopes,
        reason: 'uji',
      };
      const end = until ?? new Date(now.getTime() + 86_400_000);
      const begun = new Date(Math.min(now.getTime(), end.getTime()) - 86_400_000);
      await exec(site.db.pool, sql.addToken, {
        ...row,
        ...{ unitId: unitId ?? null, by: 'account:uji', now: begun, until: end },
      });
      return token;
    },
    async ask(token, method, path, body, headers) {
      const all = new Headers(headers);
      if (token) all.set('authorization', `Bearer ${token}`);
      if (body !== undefined) all.set('content-type', 'application/json');
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return site.app.request(`http://localhost${BASE}${path}`, { method, headers: all, ...sent });
    },
  };
}

export { openForAll };
