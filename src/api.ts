import { A_MINUTE, callers, TOKEN_CODES } from './access/index.ts';
import { eventsApi, rosterApi } from './agencies/index.ts';
import { campaignsApi } from './campaigns/index.ts';
import { coverageApi } from './coverage/index.ts';
import { hooksApi } from './hooks/index.ts';
import { type Api, apiPages } from './platform/api/index.ts';
import type { App } from './platform/http/visit.ts';
import type { Platform } from './platform/platform.ts';
import { resultsApi } from './signing/index.ts';

/** Every address for programs, in the order of the house, and what is told of them. */
export function apiRoutes(app: App, platform: Platform): Api {
  const api: Api = { app, routes: [], caller: callers(platform) };
  rosterApi(api, platform);
  eventsApi(api, platform);
  campaignsApi(api, platform);
  resultsApi(api, platform);
  coverageApi(api, platform);
  hooksApi(api, platform);
  apiPages(app, platform, { routes: api.routes, limit: A_MINUTE, codes: TOKEN_CODES });
  return api;
}
