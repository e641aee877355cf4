import { randomBytes } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';
import { Notice } from '../html/parts.view.tsx';
import { messageOf } from '../i18n.ts';
import { t } from '../messages.ts';
import { Refusal } from '../refusal.ts';
import { assetRoutes } from './assets.ts';
import { show } from './respond.tsx';
import type { App, Ctx, Env } from './visit.ts';

const PLAIN_LIMIT = 1024 * 1024;
const UPLOAD_LIMIT = 52 * 1024 * 1024;

/** The bare application: headers, limits, language, and the one border where refusals become pages. */
export function createApp(config: Config, log: (line: string) => void): App {
  const app = new Hono<Env>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: config.publicUrl?.startsWith('https:') ? 'max-age=31536000' : false,
    }),
  );
  app.use(async (c, next) => {
    c.set('visit', { lang: getCookie(c, 'bahasa') === 'en' ? 'en' : 'id', account: null, local: isLocal(c) });
    await next();
  });
  app.use(limit());
  app.use(csrf({ origin: (origin, c) => origin === (config.publicUrl ?? new URL(c.req.url).origin) }));
  assetRoutes(app);
  app.get('/bahasa/:lang', (c) => {
    const lang = c.req.param('lang') === 'en' ? 'en' : 'id';
    c.header('Set-Cookie', `bahasa=${lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
    return c.redirect(ownPath(c.req.query('ke')), 303);
  });
  app.notFound((c) => refused(c, new Refusal('platform.notFound', 404)));
  app.onError((error, c) => fault(c as Ctx, error, log));
  return app;
}

/** Only a path of ours, never another site's address. */
export function ownPath(path: string | undefined): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/';
}

function limit() {
  const tooLarge = (limitText: string) => (c: Ctx) =>
    refused(c, new Refusal('platform.tooLarge', 413, { limit: limitText }));
  const plain = bodyLimit({ maxSize: PLAIN_LIMIT, onError: (c) => tooLarge('1 MB')(c as Ctx) });
  const upload = bodyLimit({ maxSize: UPLOAD_LIMIT, onError: (c) => tooLarge('50 MB')(c as Ctx) });
  return (c: Ctx, next: () => Promise<void>) => {
    const isFile = c.req.header('content-type')?.startsWith('multipart/form-data');
    return (isFile ? upload : plain)(c, next);
  };
}

/** From this machine by its own name: a proxy's header or another host name (DNS rebinding) is not local. */
function isLocal(c: Ctx): boolean {
  if (c.req.header('x-forwarded-for') || c.req.header('forwarded')) return false;
  const host = new URL(c.req.url).hostname;
  if (!['localhost', '127.0.0.1', '[::1]'].includes(host)) return false;
  const address = (c.env as { incoming?: unknown } | undefined)?.incoming
    ? getConnInfo(c).remote.address
    : undefined;
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/** What a person may do wrong, on a page that says what to do. */
export function refused(c: Ctx, refusal: Refusal): Response {
  const { lang } = c.get('visit');
  const tr = t(lang);
  const text = messageOf(lang, refusal.code, refusal.params) ?? refusal.code;
  const title = tr(refusal.status === 404 ? 'platform.notFoundTitle' : 'platform.refusedTitle');
  if (refusal.status === 503 || refusal.status === 429) c.header('Retry-After', '2');
  return show(c, {
    title,
    narrow: true,
    status: refusal.status,
    body: (
      <>
        <h1>{title}</h1>
        <Notice tone="warn">
          <p>{text}</p>
        </Notice>
        <p>
          <a href="/">Ikrar</a>
        </p>
      </>
    ),
  });
}

function fault(c: Ctx, error: Error, log: (line: string) => void): Response {
  if (error instanceof Refusal) return refused(c, error);
  if ('getResponse' in error && (error as { status?: number }).status === 403)
    return refused(c, new Refusal('platform.crossSite', 403));
  const id = randomBytes(4).toString('hex');
  log(`fault ${id} ${c.req.method} ${c.req.routePath}: ${error.stack ?? error.message}`);
  const tr = t(c.get('visit').lang);
  return show(c, {
    title: tr('platform.faultTitle'),
    narrow: true,
    status: 500,
    body: (
      <>
        <h1>{tr('platform.faultTitle')}</h1>
        <p>{tr('platform.fault', { id })}</p>
      </>
    ),
  });
}
