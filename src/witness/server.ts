import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Config } from '../platform/config.ts';
import { createApp } from '../platform/http/app.tsx';
import { statusPages } from './pages/status.page.tsx';
import { maxRequestBytes } from './request.ts';
import type { Answer, Witness } from './witness.ts';

export interface Serving {
  port: number;
  /** Answers what was asked, then listens no more. */
  stop(): Promise<void>;
}

/** tlog-witness for logs, and its pages for people, on one port. */
export function witnessFetch(witness: Witness, config: Config, log: (line: string) => void) {
  const protocol = protocolOf(witness, log);
  const pages = createApp(config, log);
  statusPages(pages, witness);
  return (request: Request, env?: object): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    const ours = pathname === '/add-checkpoint' || /^\/[^/]*\/checkpoint$/.test(pathname);
    return (ours ? protocol : pages).fetch(request, env);
  };
}

export function serveWitness(
  witness: Witness,
  config: Config,
  log: (line: string) => void,
): Promise<Serving> {
  const { port, host: hostname } = config;
  // Attacker: anybody may open connections and send slowly.
  const serverOptions = { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 30_000 };
  return new Promise((resolve, reject) => {
    const fetch = witnessFetch(witness, config, log);
    const server = serve({ fetch, port, hostname, serverOptions }, (info) =>
      resolve({ port: info.port, stop: () => ended(server) }),
    ) as Server;
    server.maxConnections = 512;
    server.on('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      reject(inUse ? new Error(`port ${port} at ${hostname} is in use by another program`) : error);
    });
  });
}

function protocolOf(witness: Witness, log: (line: string) => void): Hono {
  const app = new Hono();
  const tooLarge = () => text({ status: 400, body: 'malformed\n' });
  app.post('/add-checkpoint', bodyLimit({ maxSize: maxRequestBytes, onError: tooLarge }), async (c) => {
    const asked = utf8(await c.req.arrayBuffer());
    return text(asked === null ? { status: 400, body: 'malformed\n' } : await witness.addCheckpoint(asked));
  });
  app.get('/:hash/checkpoint', (c) => {
    const held = witness.heads.byHash(c.req.param('hash'));
    return text(held ? { status: 200, body: held.note } : { status: 404, body: 'unknown log\n' });
  });
  app.notFound(() => text({ status: 404, body: 'not found\n' }));
  app.onError((error) => {
    log(`fault: ${error.message}`);
    return text({ status: 503, body: 'not stored, so not cosigned\n' });
  });
  return app;
}

function text({ status, body, type = 'text/plain; charset=utf-8' }: Said): Response {
  return new Response(body, {
    status,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}
type Said = { status: number; body: string; type?: Answer['type'] };

function utf8(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function ended(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
