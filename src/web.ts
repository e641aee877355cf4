import { serve } from '@hono/node-server';
import { compose } from './app.ts';
import { firstStart } from './examples/index.ts';
import type { Config } from './platform/config.ts';
import { open } from './platform/opened.ts';
import { NO_WORK, startWork } from './worker.ts';

export interface Served {
  port: number;
  /** Answers what was asked, refuses what comes after, stops the database. */
  stop(): Promise<void>;
}

/** Listens at once, and answers /health with the reason while it is getting ready. */
export async function serveWeb(
  config: Config,
  log: (line: string) => void,
  { empty, pagesOnly }: { empty: boolean; pagesOnly: boolean },
): Promise<Served> {
  let answer: Answer = starting;
  const { server, port } = await listen(config, (request, env) => answer(request, env));
  const ending: (() => Promise<void>)[] = [() => closed(server)];
  const stop = async () => {
    for (const end of ending) await end();
  };
  try {
    const { platform, close } = await open(config, log);
    ending.push(close);
    const here = { ...platform, config: { ...config, port } };
    if (!empty) await firstStart(here, log);
    const work = pagesOnly ? NO_WORK : await startWork(here, log);
    ending.splice(1, 0, () => work.stop());
    const { app, hush } = await compose(here, work, log);
    ending.unshift(async () => hush());
    answer = (request, env) => app.fetch(request, env);
    return { port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Answer = (request: Request, env: object) => Response | Promise<Response>;

function starting(): Response {
  return Response.json({ ready: false, why: 'starting' }, { status: 503, headers: { 'Retry-After': '1' } });
}

function listen(config: Config, fetch: Answer): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve, reject) => {
    const { port, host: hostname } = config;
    const server = serve({ fetch, port, hostname }, (info) => resolve({ server, port: info.port }));
    server.on('error', (error: NodeJS.ErrnoException) => reject(explained(error, config)));
  });
}

function explained(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(`port ${port} at ${host} is in use by another program; set PORT to another number`);
  if (error.code === 'EACCES')
    return new Error(`this user may not listen on port ${port}; set PORT above 1023`);
  return error;
}

/** Idle connections end at once; those being answered have ten seconds. */
function closed(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000).unref();
  });
}
