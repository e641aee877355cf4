import { serve } from '@hono/node-server';
import { compose } from './app.ts';
import { firstStart } from './examples/index.ts';
import { open } from './platform/opened.ts';
import type { Config } from './platform/config.ts';

export interface Served {
  port: number;
  /** Answers what was asked, refuses what comes after, stops the database. */
  stop(): Promise<void>;
}

/** Listens at once, and answers /health with the reason while it is getting ready. */
export async function serveWeb(config: Config, log: (line: string) => void, empty: boolean): Promise<Served> {
  let answer = (_: Request, _env?: object): Response | Promise<Response> => starting();
  const { server, port } = await listen(config, (request, env) => answer(request, env));
  try {
    const opened = await open(config, log);
    const here: Config = { ...config, port };
    const composed = await compose({ ...opened.platform, config: here }, log);
    if (!empty) await firstStart({ ...opened.platform, config: here }, log);
    answer = (request, env) => composed.app.fetch(request, env);
    const stop = async () => {
      await closed(server);
      await composed.stop();
      await opened.close();
    };
    return { port, stop };
  } catch (error) {
    server.close();
    throw error;
  }
}

type Answer = (request: Request, env: object) => Response | Promise<Response>;

function starting(): Response {
  return Response.json({ ready: false, why: 'starting' }, { status: 503, headers: { 'Retry-After': '1' } });
}

function listen(config: Config, fetch: Answer): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, (info) => resolve({ server, port: info.port }));
    server.on('error', reject);
  });
}

/** Idle connections end at once; those being answered have ten seconds. */
function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000).unref();
  });
}
